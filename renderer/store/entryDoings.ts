import { isRetractable } from '../domain/decideEntries';
import { lastNoteBy, mayTakeBack } from '../domain/lastNote';
import { entryOf, type Entry } from '../domain/timeline';
import { visibleLine } from '../exports/visibleText';
import { runOrTell, type Console } from './console';
import { whenOpen, type Doing } from './doing';
import { entryLine } from './entryLine';

const NO_ROW = 'Go to a line of the timeline first: F6 to the timeline, then the arrows.';
const LONGEST_SHOWN = 80;

/** The line of the timeline that has the focus, or had it before a palette took it. */
function focusedRow({ session, view }: Console): Entry | undefined {
  const { row } = view.store.getState();
  return row === null ? undefined : entryOf(session.store.getState().incident.timeline, row);
}

const myLastNote = ({ session, settings }: Console): Entry | undefined =>
  lastNoteBy(session.store.getState().incident.timeline, settings.store.getState().userName);

const whenRow = (refused: (entry: Entry) => string | undefined) => (console: Console) => {
  const why = whenOpen(console);
  if (why !== undefined) return why;
  const entry = focusedRow(console);
  return entry ? refused(entry) : NO_ROW;
};

const onRow = (
  refused: (entry: Entry) => string | undefined,
  act: (console: Console, entry: Entry) => void,
): Doing => ({
  inIncident: true,
  unavailable: whenRow(refused),
  perform: (console) => {
    const entry = focusedRow(console);
    if (entry) act(console, entry);
  },
});

const editable = (entry: Entry): string | undefined => {
  if (entry.redacted) return 'The text of this line was erased; there is nothing left to edit.';
  return entry.retracted ? 'This line is retracted. Restore it first.' : undefined;
};

const retractable = (entry: Entry): string | undefined =>
  entry.retracted || (!entry.redacted && isRetractable(entry))
    ? undefined
    : 'This line is the console’s own account. Undo it where it was done.';

const pinnable = (entry: Entry): string | undefined => (entry.pinned ? undefined : editable(entry));

const readable = (entry: Entry): string | undefined =>
  entry.redacted ? 'The text of this line was erased.' : undefined;

/** What can be done to single lines: the last one somebody wrote, and the one that has the focus. */
export const ENTRY_DOINGS = {
  'edit-last': {
    inIncident: true,
    unavailable: (console) =>
      whenOpen(console) ?? (myLastNote(console) ? undefined : 'You have logged no note here yet.'),
    perform: (console) =>
      console.view.set({ editing: myLastNote(console)?.id ?? null, editingField: 'text' }),
  },
  'retract-last': {
    inIncident: true,
    unavailable: (console) => whenOpen(console) ?? whyNotTakenBack(console),
    perform: retractLast,
  },
  'row-edit': onRow(editable, ({ view }, { id }) => view.set({ editing: id, editingField: 'text' })),
  'row-time': onRow(editable, ({ view }, { id }) => view.set({ editing: id, editingField: 'time' })),
  'row-pin': onRow(pinnable, (console, { id, pinned }) => {
    runOrTell(console, { type: pinned ? 'unpin-entry' : 'pin-entry', entry: id });
  }),
  'row-action': onRow(readable, (console, { id, text }) => {
    if (runOrTell(console, { type: 'add-action-item', text, from: id }))
      tell(console, `Added as an action item: ${shown(text)}`);
  }),
  'row-retract': onRow(retractable, (console, { id, retracted }) => {
    runOrTell(console, { type: retracted ? 'restore-entry' : 'retract-entry', entry: id });
  }),
  'row-copy': onRow(readable, (console, entry) => {
    void console.ports.copy(entryLine(entry, console)).then(() => tell(console, 'Copied the line.'));
  }),
  'row-menu': onRow(
    () => undefined,
    ({ view }, { id }) => view.set({ rowMenu: { entry: id, list: 'actions' } }),
  ),
} satisfies { readonly [id: string]: Doing };

function whyNotTakenBack(console: Console): string | undefined {
  const entry = myLastNote(console);
  if (!entry) return 'You have logged no note here yet.';
  if (mayTakeBack(entry, console.ports.now())) return undefined;
  return 'Your last note is more than a minute old. Retract it on its line of the timeline.';
}

function retractLast(console: Console): void {
  const entry = myLastNote(console);
  if (!entry || !runOrTell(console, { type: 'retract-entry', entry: entry.id })) return;
  console.notices.show({
    id: 'taken-back',
    tone: 'info',
    text: `Retracted your last note: ${shown(entry.text)}`,
    actions: [
      {
        label: 'Restore',
        perform: () => {
          console.notices.dismiss('taken-back');
          runOrTell(console, { type: 'restore-entry', entry: entry.id });
          console.view.focusPad();
        },
      },
    ],
  });
}

function tell({ notices }: Console, text: string): void {
  notices.show({ id: 'row', tone: 'info', text });
}

function shown(text: string): string {
  const line = visibleLine(text);
  return `“${line.length > LONGEST_SHOWN ? `${line.slice(0, LONGEST_SHOWN)}…` : line}”`;
}
