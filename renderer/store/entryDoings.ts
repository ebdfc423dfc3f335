import { isRetractable } from '../domain/decideEntries';
import { lastNoteBy, mayTakeBack } from '../domain/lastNote';
import { entryOf, type Entry } from '../domain/timeline';
import { runOrTell, type Console } from './console';
import { whenOpen, type Doing } from './doing';
import { performOn, undo, undoOffered, type EntryActionId } from './entryActions';
import { revealAndTell } from './revealing';

const NO_ROW = 'Go to a line of the timeline first: F6 to the timeline, then the arrows.';

/** The line of the timeline that has the focus, or had it before a palette took it. */
function focusedRow({ session, view }: Console): Entry | undefined {
  const { row } = view.store.getState();
  return row === null ? undefined : entryOf(session.store.getState().incident.timeline, row);
}

const myLastNote = ({ session, settings }: Console): Entry | undefined =>
  lastNoteBy(session.store.getState().incident.timeline, settings.store.getState().userName);

type Refusing = (entry: Entry) => string | undefined;

const onRow = (refused: Refusing, act: (console: Console, entry: Entry) => void): Doing => ({
  inIncident: true,
  unavailable: (console) => {
    const entry = focusedRow(console);
    return whenOpen(console) ?? (entry ? refused(entry) : NO_ROW);
  },
  perform: (console) => {
    const entry = focusedRow(console);
    if (entry) act(console, entry);
  },
});

/** What the line's own menu does, too. */
const asInMenu = (id: EntryActionId) => (console: Console, entry: Entry) =>
  void performOn(console, id, entry.id);

const editable: Refusing = (entry) => {
  if (entry.redacted) return 'The text of this line was erased; there is nothing left to edit.';
  if (entry.merged) return 'This line is part of a merged one. Take it out of the merge first.';
  return entry.retracted ? 'This line is retracted. Restore it first.' : undefined;
};

const retractable: Refusing = (entry) => {
  if (entry.retracted) return undefined;
  return editable(entry) ?? (isRetractable(entry) ? undefined : OWN_ACCOUNT);
};
const OWN_ACCOUNT = 'This line is the console’s own account. Undo it where it was done.';

const pinnable: Refusing = (entry) => (entry.pinned ? undefined : editable(entry));

const readable: Refusing = (entry) => (entry.redacted ? 'The text of this line was erased.' : undefined);

/** What can be done to single lines: the last one somebody wrote, and the one that has the focus. */
export const ENTRY_DOINGS = {
  undo: {
    inIncident: true,
    unavailable: (console) =>
      undoOffered(console) === undefined
        ? 'Nothing was done here in the last ten seconds that can be taken back.'
        : undefined,
    perform: (console) => void undo(console),
  },
  'edit-last': {
    inIncident: true,
    unavailable: (console) =>
      whenOpen(console) ?? (myLastNote(console) ? undefined : 'You have logged no note here yet.'),
    perform: (console) => {
      const entry = myLastNote(console);
      if (!entry) return;
      revealAndTell(console, entry.id);
      asInMenu('edit')(console, entry);
    },
  },
  'retract-last': {
    inIncident: true,
    unavailable: (console) => whenOpen(console) ?? whyNotTakenBack(console),
    perform: takeBackLast,
  },
  'row-edit': onRow(editable, asInMenu('edit')),
  'row-time': onRow(editable, asInMenu('edit-time')),
  'row-pin': onRow(pinnable, asInMenu('pin')),
  'row-action': onRow(editable, asInMenu('make-action')),
  'row-retract': onRow(retractable, (console, entry) =>
    asInMenu(entry.retracted ? 'restore' : 'retract')(console, entry),
  ),
  'row-copy': onRow(readable, (console, entry) => {
    asInMenu('copy')(console, entry);
    console.notices.show({ id: 'row', tone: 'info', text: 'Copied the line.', brief: true });
  }),
  'row-menu': onRow(
    () => undefined,
    ({ view }, { id }) => view.set({ rowMenu: { entry: id, list: 'actions', fromRow: true, byKey: true } }),
  ),
} satisfies { readonly [id: string]: Doing };

function takeBackLast(console: Console): void {
  const { undoing, session } = console;
  const offer = undoing.lastIn(session.store.getState().openId)?.offer;
  const entry = myLastNote(console);
  if (offer) undoing.takeBack(offer, (command) => runOrTell(console, command), true);
  else if (entry) runOrTell(console, { type: 'retract-entry', entry: entry.id });
}

/** What was done last counts, whatever it was: a note reworded is worded back, not retracted (UND2). */
function whyNotTakenBack(console: Console): string | undefined {
  const last = console.undoing.lastIn(console.session.store.getState().openId);
  if (last) {
    return last.offer
      ? undefined
      : 'What was done last here can’t be undone with this key. Change it where it was done.';
  }
  const entry = myLastNote(console);
  if (!entry) return 'You have logged no note here yet.';
  if (mayTakeBack(entry, console.ports.now())) return undefined;
  return 'Your last note is more than a minute old. Retract it on its line of the timeline.';
}
