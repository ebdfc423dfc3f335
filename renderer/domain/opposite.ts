import type { Command } from './commands';
import type { Incident } from './incident';
import { PHASE_NAMES } from './lifecycle';
import { ROLE_RULES } from './roles';
import { severityName } from './severity';
import { entryOf } from './timeline';

/** What was just done, in a few words, and the commands that take it back. */
export interface Opposite {
  readonly what: string;
  readonly commands: readonly Command[];
}

/** The reason that the opposite of a command gives where one is asked for. */
export const UNDONE = 'undone';

/**
 * How to take a command back by new rows, told from the incident before and after it (UND1). Undefined for what has
 * an undo of its own (a snooze, a verdict) or none (a redaction).
 */
export function oppositeOf(command: Command, before: Incident, after: Incident): Opposite | undefined {
  if (before === after) return undefined;
  return oppositeOfState(command, before, after) ?? oppositeOfEntry(command, before, after);
}

function oppositeOfState(command: Command, before: Incident, after: Incident): Opposite | undefined {
  switch (command.type) {
    case 'change-severity':
      // One that happened before another changes nothing that could be changed back.
      if (before.severity === after.severity) return undefined;
      return done(`Severity changed to ${severityName(command.to)}`, {
        type: 'change-severity',
        to: before.severity,
        reason: UNDONE,
      });
    case 'move-phase':
      return done(`Moved to ${PHASE_NAMES[command.to]}`, phaseBack(before));
    case 'assign-role':
      return done(`${ROLE_RULES[command.role].name} assigned`, roleBack(command, before));
    case 'release-role':
      return done(`${ROLE_RULES[command.role].name} released`, { ...command, type: 'assign-role' });
    case 'resolve':
      return done(
        'Resolved',
        ...droppedItems(before, after),
        { type: 'reopen', reason: UNDONE },
        ...(before.phase === after.phase ? [] : [phaseBack(before)]),
      );
    case 'add-action-item':
      return done('Action item added', ...droppedItems(before, after));
    default:
      return undefined;
  }
}

const done = (what: string, ...commands: readonly Command[]): Opposite => ({ what, commands });

const phaseBack = ({ phase }: Incident): Command => ({ type: 'move-phase', to: phase, reason: UNDONE });

/** Whoever held a single role before holds it again. */
function roleBack(command: Extract<Command, { type: 'assign-role' }>, { holders }: Incident): Command {
  const holder = command.role === 'expert' ? undefined : holders[command.role];
  return holder
    ? { type: 'assign-role', role: command.role, person: holder.person }
    : { ...command, type: 'release-role' };
}

function droppedItems(before: Incident, after: Incident): readonly Command[] {
  const fresh = after.actionItems.slice(before.actionItems.length);
  return fresh.map(({ id }) => ({ type: 'move-action-item', item: id, to: 'dropped', note: UNDONE }));
}

function oppositeOfEntry(command: Command, before: Incident, after: Incident): Opposite | undefined {
  if (command.type === 'log-note') {
    const entry = after.lastStamp;
    return entry === null ? undefined : done('Note logged', { type: 'retract-entry', entry });
  }
  const entry = 'entry' in command ? entryOf(before.timeline, command.entry) : undefined;
  if (!entry) return undefined;
  const { id } = entry;
  switch (command.type) {
    case 'edit-entry':
      return done('Entry edited', wordsBack(command, before));
    case 'retract-entry':
      return done('Entry retracted', { type: 'restore-entry', entry: id });
    case 'restore-entry':
      return done('Entry restored', { type: 'retract-entry', entry: id });
    case 'change-kind':
      return done('Kind changed', { ...command, kind: entry.kind as typeof command.kind });
    case 'pin-entry':
      return done('Entry pinned', { type: 'unpin-entry', entry: id });
    case 'unpin-entry':
      return done('Pin taken off', { type: 'pin-entry', entry: id });
    case 'merge-entries': {
      const isAbsorbed = entryOf(after.timeline, id)?.merged !== undefined;
      return done('Notes merged', { type: 'unmerge-entry', entry: isAbsorbed ? id : command.other });
    }
    case 'split-entry': {
      const part = after.lastStamp ?? id;
      const whole = { type: 'edit-entry', entry: id, text: entry.text } as const;
      return done('Note split', { type: 'retract-entry', entry: part }, whole);
    }
    default:
      return undefined;
  }
}

/** Only what was changed: the console's own lines can't be reworded, not even to what they say. */
function wordsBack(command: Extract<Command, { type: 'edit-entry' }>, { timeline }: Incident): Command {
  const entry = entryOf(timeline, command.entry);
  return {
    type: 'edit-entry',
    entry: command.entry,
    ...(entry && command.text !== undefined ? { text: entry.text } : {}),
    ...(entry && command.at !== undefined ? { at: entry.at } : {}),
  };
}
