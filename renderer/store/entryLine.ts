import { iso } from '../domain/time';
import type { Entry } from '../domain/timeline';
import { shownAuthor } from '../exports/authorName';
import { visibleText } from '../exports/visibleText';
import { formatLocal } from '../language/formatLocal';
import type { Console } from './console';
import { shownZone } from './zone';

/** A line of the timeline as plain text: when, in the shown zone and in UTC, who, what. */
export function entryLine({ at, by, text }: Entry, console: Console): string {
  const zone = shownZone(console);
  const time =
    zone === 'UTC'
      ? `${formatLocal(at, zone)} UTC`
      : `${formatLocal(at, zone)} (${iso(at).slice(11, 19)} UTC)`;
  return `${time} ${shownAuthor(by)}: ${visibleText(text)}`;
}
