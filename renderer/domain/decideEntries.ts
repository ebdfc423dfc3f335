import type { Command } from './commands';
import { MOST_IMAGES } from './attachments';
import { accept, isBlank, isFuture, optional, refuse, type CommandOf, type Decision } from './decision';
import type { Incident } from './incident';
import { decideMerge, LONGEST_NOTE, whyFixed } from './decideMerge';
import { isNote } from './noteKinds';
import type { EpochMs } from './time';
import { entryOf, relatedEntries, type Entry } from './timeline';

export { LONGEST_NOTE } from './decideMerge';
export { isNote } from './noteKinds';

/** Everything that is asked about notes and entries. */
const ENTRY_COMMANDS = {
  'log-note': true,
  'edit-entry': true,
  'retract-entry': true,
  'restore-entry': true,
  'redact-entry': true,
  'change-kind': true,
  'pin-entry': true,
  'unpin-entry': true,
  'merge-entries': true,
  'unmerge-entry': true,
  'split-entry': true,
} as const;

type EntryCommand = CommandOf<keyof typeof ENTRY_COMMANDS>;

/** True for a command about notes and entries. */
export const isEntryCommand = (command: Command): command is EntryCommand =>
  Object.hasOwn(ENTRY_COMMANDS, command.type);

/** Notes and what becomes of them: amend-only (TML3, TML6, TML7), but for a secret (RED5). */
export function decideEntry(state: Incident, command: EntryCommand, now: EpochMs): Decision {
  if (command.type === 'log-note') return logNote(command, now);
  const entry = entryOf(state.timeline, command.entry);
  if (!entry) return refuse('no-such-entry');
  switch (command.type) {
    case 'edit-entry':
      return editEntry(entry, command, now);
    case 'retract-entry':
    case 'restore-entry':
      return retraction(entry, command);
    case 'redact-entry':
      return redact(state, entry, command);
    case 'change-kind':
      return changeKind(entry, command);
    case 'pin-entry':
    case 'unpin-entry':
      return pin(entry, command.type === 'pin-entry');
    case 'merge-entries':
    case 'unmerge-entry':
    case 'split-entry':
      return decideMerge(state, entry, command);
  }
}

function retraction(entry: Entry, command: CommandOf<'retract-entry' | 'restore-entry'>): Decision {
  if (command.type === 'restore-entry') {
    if (!entry.retracted) return refuse('entry-not-retracted');
    return accept({ type: 'entry-restored', entry: entry.id });
  }
  if (entry.retracted) return refuse('entry-retracted');
  if (entry.merged) return refuse('entry-merged');
  if (!isRetractable(entry)) return refuse('entry-not-retractable');
  return accept({ type: 'entry-retracted', entry: entry.id, ...optional('reason', command.reason) });
}

/** A row for each line that may hold the same words, so that each says who had it erased and when (RED1). */
function redact(state: Incident, entry: Entry, { reason }: CommandOf<'redact-entry'>): Decision {
  if (entry.redacted) return refuse('entry-redacted');
  const meant = relatedEntries(state.timeline, entry).filter((one) => !one.redacted);
  return accept(
    ...meant.map(({ id }) => ({ type: 'entry-redacted', entry: id, ...optional('reason', reason) }) as const),
  );
}

function changeKind(entry: Entry, { kind }: CommandOf<'change-kind'>): Decision {
  if (!isNote(entry)) return refuse('kind-not-changeable');
  const fixed = whyFixed(entry);
  if (fixed) return refuse(fixed);
  if (entry.kind === kind) return refuse('nothing-changed');
  return accept({ type: 'entry-kind-changed', entry: entry.id, kind });
}

function pin(entry: Entry, isWanted: boolean): Decision {
  if (!isWanted) {
    return entry.pinned ? accept({ type: 'entry-unpinned', entry: entry.id }) : refuse('entry-not-pinned');
  }
  if (entry.pinned) return refuse('entry-pinned');
  if (entry.retracted) return refuse('entry-retracted');
  if (entry.merged) return refuse('entry-merged');
  return accept({ type: 'entry-pinned', entry: entry.id });
}

/** The text is kept as typed, byte for byte, but for blank space around it. */
function logNote(command: CommandOf<'log-note'>, now: EpochMs): Decision {
  const attachments = command.attachments ?? [];
  if (isBlank(command.text) && attachments.length === 0) return refuse('note-empty');
  if (attachments.length > MOST_IMAGES) return refuse('too-many-images');
  if (command.text.length > LONGEST_NOTE) return refuse('note-too-long');
  if (isFuture(command.at, now)) return refuse('time-in-future');
  return accept({
    event: {
      type: 'note-logged',
      kind: command.kind,
      text: command.text.trim(),
      ...(attachments.length === 0 ? {} : { attachments }),
      ...(command.pinned === undefined ? {} : { pinned: command.pinned }),
    },
    at: command.at,
  });
}

function editEntry(entry: Entry, command: CommandOf<'edit-entry'>, now: EpochMs): Decision {
  const fixed = whyFixed(entry);
  if (fixed) return refuse(fixed);
  const text = command.text?.trim();
  if (text === '' && entry.attachments === undefined) return refuse('note-empty');
  if (text !== undefined && text.length > LONGEST_NOTE) return refuse('note-too-long');
  if (command.at !== undefined && isFuture(command.at, now)) return refuse('time-in-future');
  const newText = text !== undefined && text !== entry.text ? { text } : {};
  const newTime = command.at !== undefined && command.at !== entry.at ? { at: command.at } : {};
  if (!('text' in newText) && !('at' in newTime)) return refuse('nothing-changed');
  if ('text' in newText && !isNote(entry)) return refuse('entry-is-not-a-note');
  return accept({ type: 'entry-edited', entry: entry.id, ...newText, ...newTime });
}

/** What may be struck out: notes, and a mitigation attempt logged by mistake. The rest is undone where it was done. */
export const isRetractable = (entry: Pick<Entry, 'kind'>): boolean =>
  isNote(entry) || entry.kind === 'mitigation';
