import { isRetractable } from '../domain/decideEntries';
import { isNote } from '../domain/noteKinds';
import type { Entry } from '../domain/timeline';
import type { Stamp } from '../domain/ids';
import { entryOf } from '../domain/timeline';
import { plainLine } from '../exports/plainLog';
import { runOrTell, type Console } from './console';
import type { UndoOffer } from './undoing';

/**
 * One thing that can be done with an entry. Its menu, its buttons and the keys of a focused row all come from this
 * list, so that they can't disagree.
 */
export interface EntryAction {
  readonly id: EntryActionId;
  readonly label: (entry: Entry) => string;
  /** True when it makes sense for this entry as it is. */
  readonly applies: (entry: Entry) => boolean;
  readonly perform: (console: Console, entry: Entry) => void;
}

export type EntryActionId =
  | 'edit'
  | 'edit-time'
  | 'pin'
  | 'change-kind'
  | 'make-action'
  | 'merge'
  | 'unmerge'
  | 'split'
  | 'history'
  | 'retract'
  | 'restore'
  | 'redact'
  | 'copy';

const isFree = (entry: Entry): boolean => !entry.redacted && !entry.retracted && !entry.merged;
const isFreeNote = (entry: Entry): boolean => isFree(entry) && isNote(entry);

const named = (label: string) => (): string => label;

/** Whoever stands on the row by its keys stays there; everybody else goes on writing. */
function backFrom({ view }: Console, id: Stamp): void {
  if (view.store.getState().row !== id) view.focusPad();
}

/** By its keys on the row, the editor leads back to the row; else to the pad. */
const edit = ({ view }: Console, id: Stamp, editingField: 'text' | 'time'): void =>
  view.set({ editing: id, editingField, editingFromRow: view.store.getState().row === id });

export const ENTRY_ACTIONS: readonly EntryAction[] = [
  {
    id: 'edit',
    label: named('Edit'),
    applies: isFree,
    perform: (console, { id }) => edit(console, id, 'text'),
  },
  {
    id: 'edit-time',
    label: named('Edit time'),
    applies: isFree,
    perform: (console, { id }) => edit(console, id, 'time'),
  },
  {
    id: 'pin',
    label: ({ pinned }) => (pinned ? 'Unpin' : 'Pin'),
    applies: (entry) => entry.pinned !== undefined || isFree(entry),
    perform: (console, { id, pinned }) =>
      void runOrTell(console, { type: pinned ? 'unpin-entry' : 'pin-entry', entry: id }),
  },
  {
    id: 'change-kind',
    label: named('Change kind…'),
    applies: isFreeNote,
    perform: ({ view }, { id }) => view.set({ rowMenu: { entry: id, list: 'kinds', byKey: true } }),
  },
  {
    id: 'make-action',
    label: named('Make action item…'),
    applies: isFree,
    perform: ({ view }, { id }) => view.openDialog({ name: 'make-action', entry: id }),
  },
  {
    id: 'merge',
    label: named('Merge with…'),
    applies: isFreeNote,
    perform: ({ view }, { id }) => view.openDialog({ name: 'merge', entry: id }),
  },
  {
    id: 'unmerge',
    label: named('Take out of the merge'),
    applies: ({ merged }) => merged !== undefined,
    perform: (console, { id }) => void runOrTell(console, { type: 'unmerge-entry', entry: id }),
  },
  {
    id: 'split',
    label: named('Split…'),
    applies: (entry) => isFreeNote(entry) && /\S\s*\S/.test(entry.text),
    perform: ({ view }, { id }) => view.openDialog({ name: 'split', entry: id }),
  },
  {
    id: 'history',
    label: named('History…'),
    applies: () => true,
    perform: ({ view }, { id }) => view.openDialog({ name: 'history', entry: id }),
  },
  {
    id: 'copy',
    label: named('Copy'),
    applies: ({ redacted }) => !redacted,
    perform: ({ ports }, entry) => void ports.copy(plainLine(entry)),
  },
  {
    id: 'retract',
    label: named('Retract'),
    applies: (entry) => isFree(entry) && isRetractable(entry),
    perform: (console, { id }) => {
      runOrTell(console, { type: 'retract-entry', entry: id });
      backFrom(console, id);
    },
  },
  {
    id: 'restore',
    label: named('Restore'),
    applies: ({ retracted }) => retracted !== undefined,
    perform: (console, { id }) => {
      runOrTell(console, { type: 'restore-entry', entry: id });
      backFrom(console, id);
    },
  },
  {
    id: 'redact',
    label: named('Redact…'),
    applies: ({ redacted }) => !redacted,
    perform: ({ view }, { id }) => view.openDialog({ name: 'redact', entry: id }),
  },
];

/** Does it to the entry of that name as it is now; false when that makes no sense for it. */
export function performOn(console: Console, id: EntryActionId, entry: Stamp): boolean {
  const found = entryOf(console.session.store.getState().incident.timeline, entry);
  const action = ENTRY_ACTIONS.find((one) => one.id === id);
  if (!found || !action?.applies(found)) return false;
  action.perform(console, found);
  return true;
}

/** What can be taken back in the open incident just now. */
export function undoOffered({ undoing, session }: Console): UndoOffer | undefined {
  const offer = undoing.store.getState();
  return offer?.incidentId === session.store.getState().openId ? (offer ?? undefined) : undefined;
}

/** Takes back what was just done, by new rows; false when nothing is offered (UND2). */
export function undo(console: Console): boolean {
  const offer = undoOffered(console);
  if (offer) console.undoing.takeBack(offer, (command) => runOrTell(console, command), false);
  return offer !== undefined;
}
