import type { ExportFormat } from '../exports/exportNames';
import { entryNamed, KEYMAP, type KeyId, type KnownEntry } from '../keymap/keymap';
import type { Console } from './console';
import { always, whenLive, whenOpen, type Doing } from './doing';
import { ENTRY_DOINGS } from './entryDoings';
import { askedToLeave } from './leaving';
import { SETTING_DOINGS } from './settingDoings';
import { copyStatus } from './statusCopying';

/**
 * One thing the console can do, with its words and keys out of the keymap. The key handler, the native
 * menu, the help sheet and the palette all come from that list, so that they can't disagree.
 */
export type Action = KnownEntry & Doing;

/** The other formats; seldom enough needed to have no key of their own. */
function exportDoings(): {
  readonly [I in 'export-html' | 'export-json' | 'export-timeline' | 'export-review']: Doing;
} {
  const as = (format: ExportFormat): Doing => ({
    inIncident: true,
    unavailable: whenOpen,
    perform: ({ exporting }) => void exporting.as(format),
  });
  return {
    'export-html': as('html'),
    'export-json': as('json'),
    'export-timeline': as('csv'),
    'export-review': as('ics'),
  };
}

const DOINGS: { readonly [I in KeyId]: Doing } = {
  declare: {
    inIncident: false,
    unavailable: always,
    perform: ({ view }) => view.openDialog({ name: 'declare' }),
  },
  'focus-pad': {
    inIncident: true,
    unavailable: whenOpen,
    perform: ({ view }) => view.focusPad(),
  },
  find: { inIncident: true, unavailable: whenOpen, perform: openFind },
  'find-all': {
    inIncident: false,
    unavailable: always,
    perform: ({ view }) => view.openDialog({ name: 'find-all' }),
  },
  filter: {
    inIncident: true,
    unavailable: whenOpen,
    perform: ({ view }) => view.set({ filterOpen: true }),
  },
  'attach-image': {
    inIncident: true,
    unavailable: whenOpen,
    perform: ({ attaching, view }) => void attaching.choose().then(view.focusPad),
  },
  severity: {
    inIncident: true,
    unavailable: whenOpen,
    perform: ({ view }) => view.openDialog({ name: 'severity' }),
  },
  'roll-back': {
    inIncident: true,
    unavailable: whenOpen,
    perform: ({ view }) => view.openDialog({ name: 'mitigate', action: 'rollback' }),
  },
  'shift-traffic': {
    inIncident: true,
    unavailable: whenOpen,
    perform: ({ view }) => view.openDialog({ name: 'mitigate', action: 'shift' }),
  },
  'disable-feature': {
    inIncident: true,
    unavailable: whenOpen,
    perform: ({ view }) => view.openDialog({ name: 'mitigate', action: 'disable' }),
  },
  'write-update': {
    inIncident: true,
    unavailable: whenOpen,
    perform: ({ view }) => view.set({ composerOpen: true }),
  },
  snooze: {
    inIncident: true,
    unavailable: whenLive,
    perform: ({ view }) => view.openDialog({ name: 'snooze' }),
  },
  'edit-times': {
    inIncident: true,
    unavailable: whenOpen,
    perform: ({ view }) => view.openDialog({ name: 'times' }),
  },
  resolve: {
    inIncident: true,
    unavailable: whenLive,
    perform: ({ view }) => view.openDialog({ name: 'resolve' }),
  },
  'export-postmortem': {
    inIncident: true,
    unavailable: whenOpen,
    perform: ({ exporting }) => void exporting.postMortem(),
  },
  ...exportDoings(),
  'export-bundle': {
    inIncident: true,
    unavailable: whenOpen,
    perform: ({ bundleExporting }) => void bundleExporting.incident(),
  },
  'export-everything': {
    inIncident: false,
    unavailable: always,
    perform: ({ bundleExporting }) => void bundleExporting.everything(),
  },
  'import-file': {
    inIncident: true,
    unavailable: whenOpen,
    perform: ({ importing }) => importing.start(),
  },
  'open-bundle': {
    inIncident: false,
    unavailable: always,
    perform: ({ ports }) => ports.chooseBundle(),
  },
  palette: {
    inIncident: false,
    unavailable: always,
    perform: ({ view }) => view.openDialog({ name: 'palette' }),
  },
  'copy-status': {
    inIncident: true,
    unavailable: whenOpen,
    perform: (console) => void copyStatus(console),
  },
  'new-action-item': {
    inIncident: true,
    unavailable: whenOpen,
    perform: ({ settings, view }) => {
      settings.change({ tab: 'actions' });
      view.goTo('new-action-item');
    },
  },
  ...SETTING_DOINGS,
  'next-pane': { inIncident: false, unavailable: always, perform: ({ view }) => view.goTo('next-pane') },
  'previous-pane': {
    inIncident: false,
    unavailable: always,
    perform: ({ view }) => view.goTo('previous-pane'),
  },
  save: { inIncident: false, unavailable: always, perform: sayWhatIsSaved },
  'change-keys': {
    inIncident: false,
    unavailable: always,
    perform: ({ view }) => view.openDialog({ name: 'settings', at: 'keys' }),
  },
  ...ENTRY_DOINGS,
  home: {
    inIncident: false,
    unavailable: always,
    perform: ({ view }) => view.set({ atHome: true }),
  },
  settings: {
    inIncident: false,
    unavailable: always,
    perform: ({ view }) => view.openDialog({ name: 'settings' }),
  },
  shortcuts: {
    inIncident: false,
    unavailable: always,
    perform: ({ view }) => view.openDialog({ name: 'shortcuts' }),
  },
  quit: {
    inIncident: false,
    unavailable: always,
    perform: (console) => askedToLeave(console, 'quit'),
  },
};

export const ACTIONS: readonly Action[] = KEYMAP.map((entry) => ({ ...entry, ...DOINGS[entry.id] }));

/** Performs an action, or says why it can't be done now. One that has to wait for the log is done when it is read. */
export function perform(console: Console, id: string): void {
  const entry = entryNamed(id);
  if (!entry) return;
  const { unavailable, inIncident, perform: act } = DOINGS[entry.id];
  const why = unavailable(console);
  if (why === undefined) {
    if (inIncident) console.view.set({ atHome: false });
    // What the key before could not do is no news any more.
    console.notices.dismiss('refused');
    act(console);
  } else if (console.session.store.getState().status === 'opening') {
    whenRead(console, () => perform(console, id));
  } else console.notices.show({ id: 'refused', tone: 'info', text: why, brief: true });
}

/** Once the log of the incident that is being opened is read, unless another one is opened meanwhile. */
function whenRead({ session }: Console, then: () => void): void {
  const { openId } = session.store.getState();
  const stop = session.store.subscribe(({ status, openId: now }) => {
    if (status === 'opening' && now === openId) return;
    stop();
    if (now === openId) then();
  });
}

function sayWhatIsSaved({ notices }: Console): void {
  notices.show({
    id: 'saved-by-itself',
    tone: 'info',
    brief: true,
    text: 'Saved automatically: what says “Saved” is on the disk, and unsent text is kept with every key.',
  });
}

/** In a narrow window the timeline may be behind another tab. */
function openFind({ finding, settings }: Console): void {
  settings.change({ tab: 'timeline' });
  finding.open();
}
