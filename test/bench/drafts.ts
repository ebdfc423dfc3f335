/** The pure part of an export, without a window: what the log costs to fold and to write as Markdown. */
import type { DeviceId, IncidentId } from '../../renderer/domain/ids';
import type { Row } from '../../renderer/domain/events';
import { fold } from '../../renderer/domain/fold';
import { epochMs } from '../../renderer/domain/time';
import { draftPostMortem } from '../../renderer/exports/draftPostMortem';
import { postMortemMarkdown } from '../../renderer/exports/postMortemMarkdown';
import { rowsOf } from '../support/seedJournal';
import { Readings } from './metrics';
import { liveLog } from './subjects/consoleSubject';

export interface DraftTurn {
  readonly console: Readings;
  /** The floor: the same rows, joined by hand into a table. */
  readonly strings: Readings;
}

/** The rows of a log of so many notes. */
export const draftRows = (notes: number): readonly Row[] =>
  rowsOf('drafted' as IncidentId, 'bench' as DeviceId, liveLog(notes));

/** One turn of both, one after the other. */
export function measureDrafts(rows: readonly Row[]): DraftTurn {
  const turn: DraftTurn = { console: new Readings(), strings: new Readings() };
  const [foldMs, incident] = timed(() => fold(rows));
  const now = epochMs(rows.at(-1)?.recordedAt ?? 0);
  const [markdownMs] = timed(() => postMortemMarkdown(draftPostMortem({ incident, now, timeZone: 'UTC' })));
  const [stringsMs] = timed(() => new TextEncoder().encode(byHand(rows)));
  turn.console.add('drafts.fold', foldMs);
  turn.console.add('drafts.markdown', markdownMs);
  turn.strings.add('drafts.markdown', stringsMs);
  return turn;
}

function timed<T>(work: () => T): readonly [ms: number, result: T] {
  const from = performance.now();
  const result = work();
  return [performance.now() - from, result];
}

function byHand(rows: readonly Row[]): string {
  let text = '# Post-mortem\n\n| Time | Who | Kind | Entry |\n| --- | --- | --- | --- |\n';
  for (const { at, by, event } of rows) {
    const entry = 'text' in event ? event.text.replaceAll('|', String.raw`\|`) : '';
    text += `| ${new Date(at).toISOString().slice(11, 19)} | ${by} | ${event.type} | ${entry} |\n`;
  }
  return text;
}
