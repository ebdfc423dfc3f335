import type { Attachment } from '../domain/attachments';
import { isNote } from '../domain/decideEntries';
import type { Unrecognised } from '../domain/events';
import type { Stamp } from '../domain/ids';
import { formatName } from '../domain/imports';
import { formatLength, ms } from '../domain/time';
import { loggedLate, type Entry, type EntryKind, type Revision } from '../domain/timeline';
import { authorName } from './authorName';
import { withReadableInstants, type Clock, type Moment } from './moment';

/** An earlier form of an entry, kept readable. */
export interface EarlierForm {
  readonly text: string;
  readonly at: Moment;
  readonly replacedAt: Moment;
  readonly replacedBy: string;
  /** What kind it was, where that changed. */
  readonly kind?: EntryKind;
}

/** One entry of the log as exports carry it. */
export interface LogLine {
  readonly id: Stamp;
  /** When it happened. */
  readonly at: Moment;
  readonly recordedAt: Moment;
  readonly kind: EntryKind;
  /** As they call themselves; '' when nobody had said. */
  readonly author: string;
  /** Exactly as the log has it. */
  readonly text: string;
  /** The same for people: in what the console wrote, instants stand in both zones. */
  readonly readable: string;
  /** `logged +20 min`, when it was written down late. */
  readonly late?: string;
  /** Oldest first; empty if never edited. */
  readonly earlier: readonly EarlierForm[];
  readonly retracted?: { readonly at: Moment; readonly by: string; readonly reason?: string };
  /** A key entry, chosen by a person. */
  readonly pinned?: true;
  /** It stands in the entry of that name now. */
  readonly mergedInto?: Stamp;
  /** Its text was erased for good; an old copy of the log may not say by whom. */
  readonly redacted?: { readonly at?: Moment; readonly by?: string; readonly reason?: string };
  /** Its images, in their order; absent when it has none. */
  readonly attachments?: readonly Attachment[];
  /** The file it was imported from, and where in it (IMP9). */
  readonly source?: { readonly tool: string; readonly file: string; readonly where: string };
  /** The whole event of an entry this version can't read, unchanged. */
  readonly raw?: Unrecognised['raw'];
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Lays out an entry of the fold for documents. Written out, as a spread for each rare field costs a long log dear. */
export function logLine(entry: Entry, clock: Clock): LogLine {
  const { id, kind, text, revisions } = entry;
  const line: Writable<LogLine> = {
    id,
    at: clock.moment(entry.at),
    recordedAt: clock.moment(entry.recordedAt),
    kind,
    author: entry.by,
    text,
    readable: isNote(entry) ? text : withReadableInstants(text, clock),
    earlier: revisions.length === 0 ? NONE : revisions.map((revision) => earlierForm(revision, clock)),
  };
  const late = loggedLate(entry);
  if (late !== undefined) line.late = `logged +${formatLength(ms(late))}`;
  if (entry.retracted) line.retracted = { ...entry.retracted, at: clock.moment(entry.retracted.at) };
  if (entry.pinned) line.pinned = true;
  if (entry.merged) line.mergedInto = entry.merged.into;
  if (entry.redacted) line.redacted = redaction(entry.redacted, clock);
  if (entry.attachments) line.attachments = entry.attachments;
  if (entry.source) line.source = sourceOf(entry.source);
  if (entry.raw !== undefined) line.raw = entry.raw;
  return line;
}

const NONE: readonly EarlierForm[] = [];

function sourceOf({ format, file, where }: NonNullable<Entry['source']>): NonNullable<LogLine['source']> {
  return { tool: formatName(format), file, where };
}

function earlierForm(revision: Revision, clock: Clock): EarlierForm {
  return {
    text: revision.text,
    at: clock.moment(revision.at),
    replacedAt: clock.moment(revision.replacedAt),
    replacedBy: revision.replacedBy,
    ...(revision.kind === undefined ? {} : { kind: revision.kind }),
  };
}

function redaction(
  { at, ...rest }: NonNullable<Entry['redacted']>,
  clock: Clock,
): NonNullable<LogLine['redacted']> {
  return at === undefined ? rest : { ...rest, at: clock.moment(at) };
}

export const authorOf = (line: Pick<LogLine, 'author'>): string => authorName(line.author);
