import { isLive } from '../domain/incident';
import type { Console } from './console';
import { askedToLeave } from './leaving';

/**
 * One thing the console can do, with its key. The key handler, the native menu, the help sheet and
 * later the palette all come from this list, so that they can't disagree.
 */
export interface Action {
  readonly id: string;
  readonly label: string;
  /** tinykeys form, `$mod` = Ctrl or Cmd; the first one is the one shown. */
  readonly keys: readonly string[];
  /** Also while a dialog is open. */
  readonly overDialogs?: boolean;
  /** Works on the open incident, so its screen is shown first. */
  readonly inIncident: boolean;
  /** Undefined when it can be done now; else the sentence that says why not. */
  readonly unavailable: (console: Console) => string | undefined;
  readonly perform: (console: Console) => void;
}

const always = (): undefined => undefined;

const whenOpen = ({ session }: Console): string | undefined =>
  session.store.getState().incident.id === null ? 'Declare or open an incident first.' : undefined;

const whenLive = (console: Console): string | undefined =>
  whenOpen(console) ??
  (isLive(console.session.store.getState().incident) ? undefined : 'The incident is resolved.');

/** The other formats; seldom enough needed to have no key of their own. */
const EXPORT_ACTIONS: readonly Action[] = (
  [
    ['export-html', 'Export as HTML', 'html'],
    ['export-json', 'Export as JSON', 'json'],
    ['export-timeline', 'Export timeline as CSV', 'csv'],
    ['export-review', 'Export review invitation', 'ics'],
  ] as const
).map(([id, label, format]) => ({
  id,
  label,
  keys: [],
  inIncident: true,
  unavailable: whenOpen,
  perform: ({ exporting }) => void exporting.as(format),
}));

export const ACTIONS: readonly Action[] = [
  {
    id: 'declare',
    label: 'Declare incident',
    keys: ['$mod+n'],
    inIncident: false,
    unavailable: always,
    perform: ({ view }) => view.openDialog({ name: 'declare' }),
  },
  {
    id: 'focus-pad',
    label: 'To the note pad',
    keys: ['$mod+l'],
    inIncident: true,
    unavailable: whenOpen,
    perform: ({ view }) => view.focusPad(),
  },
  {
    id: 'attach-image',
    label: 'Attach image',
    keys: ['$mod+Shift+i'],
    inIncident: true,
    unavailable: whenOpen,
    perform: ({ attaching, view }) => void attaching.choose().then(view.focusPad),
  },
  {
    id: 'severity',
    label: 'Change severity',
    keys: ['$mod+Shift+s'],
    inIncident: true,
    unavailable: whenOpen,
    perform: ({ view }) => view.openDialog({ name: 'severity' }),
  },
  {
    id: 'roll-back',
    label: 'Roll back',
    keys: ['$mod+Shift+b'],
    inIncident: true,
    unavailable: whenOpen,
    perform: ({ view }) => view.openDialog({ name: 'mitigate', action: 'rollback' }),
  },
  {
    id: 'shift-traffic',
    label: 'Shift traffic',
    keys: ['$mod+Shift+t'],
    inIncident: true,
    unavailable: whenOpen,
    perform: ({ view }) => view.openDialog({ name: 'mitigate', action: 'shift' }),
  },
  {
    id: 'disable-feature',
    label: 'Disable feature',
    keys: ['$mod+Shift+d'],
    inIncident: true,
    unavailable: whenOpen,
    perform: ({ view }) => view.openDialog({ name: 'mitigate', action: 'disable' }),
  },
  {
    id: 'write-update',
    label: 'Write update',
    keys: ['$mod+u'],
    inIncident: true,
    unavailable: whenOpen,
    perform: ({ view }) => view.set({ composerOpen: true }),
  },
  {
    id: 'snooze',
    label: 'Snooze the update clock',
    keys: ['$mod+Shift+l'],
    inIncident: true,
    unavailable: whenLive,
    perform: ({ view }) => view.openDialog({ name: 'snooze' }),
  },
  {
    id: 'edit-times',
    label: 'Edit times',
    keys: ['$mod+Shift+e'],
    inIncident: true,
    unavailable: whenOpen,
    perform: ({ view }) => view.openDialog({ name: 'times' }),
  },
  {
    id: 'resolve',
    label: 'Resolve',
    keys: ['$mod+Shift+r'],
    inIncident: true,
    unavailable: whenLive,
    perform: ({ view }) => view.openDialog({ name: 'resolve' }),
  },
  {
    id: 'export-postmortem',
    label: 'Export post-mortem',
    keys: ['$mod+e'],
    inIncident: true,
    unavailable: whenOpen,
    perform: ({ exporting }) => void exporting.postMortem(),
  },
  ...EXPORT_ACTIONS,
  {
    id: 'export-bundle',
    label: 'Export bundle',
    keys: ['$mod+Shift+x'],
    inIncident: true,
    unavailable: whenOpen,
    perform: ({ bundleExporting }) => void bundleExporting.incident(),
  },
  {
    id: 'export-everything',
    label: 'Export everything as bundle',
    keys: ['$mod+Shift+y'],
    inIncident: false,
    unavailable: always,
    perform: ({ bundleExporting }) => void bundleExporting.everything(),
  },
  {
    id: 'import-file',
    label: 'Import file',
    keys: ['$mod+Shift+o'],
    inIncident: true,
    unavailable: whenOpen,
    perform: ({ importing }) => importing.start(),
  },
  {
    id: 'open-bundle',
    label: 'Open bundle',
    keys: ['$mod+o'],
    inIncident: false,
    unavailable: always,
    perform: ({ ports }) => ports.chooseBundle(),
  },
  {
    id: 'home',
    label: 'All incidents',
    keys: ['$mod+Shift+h'],
    inIncident: false,
    unavailable: always,
    perform: ({ view }) => view.set({ atHome: true }),
  },
  {
    id: 'settings',
    label: 'Settings',
    keys: ['$mod+,'],
    inIncident: false,
    unavailable: always,
    perform: ({ view }) => view.openDialog({ name: 'settings' }),
  },
  {
    id: 'shortcuts',
    label: 'Keyboard shortcuts',
    keys: ['F1', '$mod+/'],
    inIncident: false,
    unavailable: always,
    perform: ({ view }) => view.openDialog({ name: 'shortcuts' }),
  },
  {
    id: 'quit',
    label: 'Quit',
    keys: ['$mod+q'],
    inIncident: false,
    overDialogs: true,
    unavailable: always,
    perform: (console) => askedToLeave(console, 'quit'),
  },
];

/** Performs an action, or says why it can't be done now. */
export function perform(console: Console, id: string): void {
  const action = ACTIONS.find((one) => one.id === id);
  if (!action) return;
  const why = action.unavailable(console);
  if (why === undefined) {
    if (action.inIncident) console.view.set({ atHome: false });
    action.perform(console);
  } else console.notices.show({ id: 'refused', tone: 'info', text: why });
}

/** `$mod+Shift+s` as people read it: `Ctrl+Shift+S`, on a Mac `⌘⇧S`. */
export function keyLabel(keys: string, platform: string): string {
  const mac = platform === 'darwin';
  return keys
    .split('+')
    .map((part) => {
      if (part === '$mod') return mac ? '⌘' : 'Ctrl';
      if (part === 'Shift') return mac ? '⇧' : 'Shift';
      return part.length === 1 ? part.toUpperCase() : part;
    })
    .join(mac ? '' : '+');
}
