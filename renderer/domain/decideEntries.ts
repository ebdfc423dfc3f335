import { MOST_IMAGES } from './attachments';
import { accept, isBlank, isFuture, optional, refuse, type CommandOf, type Decision } from './decision';
import type { Incident } from './incident';
import type { EpochMs } from './time';
import { entryOf, type Entry } from './timeline';

type EntryCommand = CommandOf<'log-note' | 'edit-entry' | 'retract-entry' | 'restore-entry' | 'redact-entry'>;

/** UTF-16 code units; ten times what the longest paste of a log excerpt has been seen to need. */
export const LONGEST_NOTE = 1_000_000;

/** Notes and what becomes of them: amend-only (TML3, TML6, TML7), but for a secret (RED5). */
export function decideEntry(state: Incident, command: EntryCommand, now: EpochMs): Decision {
  if (command.type === 'log-note') return logNote(command, now);
  const entry = entryOf(state.timeline, command.entry);
  if (!entry) return refuse('no-such-entry');
  switch (command.type) {
    case 'edit-entry':
      return editEntry(entry, command, now);
    case 'retract-entry':
      if (entry.retracted) return refuse('entry-retracted');
      if (!isRetractable(entry)) return refuse('entry-not-retractable');
      return accept({
        type: 'entry-retracted',
        entry: entry.id,
        ...optional('reason', command.reason),
      });
    case 'restore-entry':
      if (!entry.retracted) return refuse('entry-not-retracted');
      return accept({ type: 'entry-restored', entry: entry.id });
    case 'redact-entry':
      if (entry.redacted) return refuse('entry-redacted');
      return accept({ type: 'entry-redacted', entry: entry.id, ...optional('reason', command.reason) });
  }
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
    },
    at: command.at,
  });
}

function editEntry(entry: Entry, command: CommandOf<'edit-entry'>, now: EpochMs): Decision {
  if (entry.redacted) return refuse('entry-redacted');
  if (entry.retracted) return refuse('entry-retracted');
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

/** True for what a person wrote; the rest is the console's own account of an event. */
export const isNote = (entry: Pick<Entry, 'kind'>): boolean =>
  entry.kind === 'note' || entry.kind === 'decision' || entry.kind === 'impact';

/** What may be struck out: notes, and a mitigation attempt logged by mistake. The rest is undone where it was done. */
export const isRetractable = (entry: Pick<Entry, 'kind'>): boolean =>
  isNote(entry) || entry.kind === 'mitigation';
