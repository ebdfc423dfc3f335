import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MitigationAction } from '../domain/events';
import type { Stamp } from '../domain/ids';
import type { Phase } from '../domain/lifecycle';
import type { Role } from '../domain/roles';
import type { Severity } from '../domain/severity';
import { NO_FILTER, type Filter } from './filtering';

export type DialogName =
  | { readonly name: 'declare'; readonly from?: { readonly title: string; readonly severity: number | null } }
  | { readonly name: 'times' }
  | { readonly name: 'severity'; readonly to?: Severity }
  | { readonly name: 'phase'; readonly to: Phase }
  | { readonly name: 'mitigate'; readonly action: MitigationAction }
  | { readonly name: 'snooze' }
  | { readonly name: 'cadence' }
  | { readonly name: 'resolve' }
  | { readonly name: 'reopen' }
  | { readonly name: 'title' }
  | { readonly name: 'redact'; readonly entry: Stamp }
  | { readonly name: 'history'; readonly entry: Stamp }
  | { readonly name: 'merge'; readonly entry: Stamp }
  | { readonly name: 'split'; readonly entry: Stamp }
  | { readonly name: 'make-action'; readonly entry: Stamp }
  | { readonly name: 'find-all' }
  | { readonly name: 'image'; readonly entry: Stamp; readonly index: number }
  | { readonly name: 'bundle' }
  | { readonly name: 'settings'; readonly at?: 'backups' | 'keys' }
  | { readonly name: 'palette' }
  | { readonly name: 'import' }
  | { readonly name: 'restore'; readonly file: string }
  | { readonly name: 'shortcuts' }
  | { readonly name: 'leave'; readonly how: 'close' | 'quit'; readonly over: DialogName | null };

/** Where the focus can be sent, besides the pad. */
export type Place = 'next-pane' | 'previous-pane' | 'new-action-item' | `role-${Role}`;

export interface ViewState {
  readonly dialog: DialogName | null;
  readonly composerOpen: boolean;
  /** The open composer is to take the focus, and what is known now; another object each time. */
  readonly composerCall: { readonly known: string } | null;
  /** The start screen is shown although an incident is open. */
  readonly atHome: boolean;
  /** The entry being reworded in place. */
  readonly editing: Stamp | null;
  /** Which of its fields gets the focus; null when it was brought back by a restart. */
  readonly editingField: 'text' | 'time' | null;
  /** The row itself had the focus, and gets it back. */
  readonly editingFromRow: boolean;
  /** The line of the timeline that has the focus, or had it before a dialog took it. */
  readonly row: Stamp | null;
  /** The entry whose menu is open, and which of its lists. */
  readonly rowMenu: {
    readonly entry: Stamp;
    readonly list: 'actions' | 'kinds';
    /** Opened by a key on the row itself: that is where the focus goes back to. */
    readonly fromRow?: boolean;
    /** Opened by a key, wherever it was pressed. */
    readonly byKey?: boolean;
  } | null;
  /** Where the focus was sent last; another object each time. */
  readonly sentTo: { readonly place: Place } | null;
  readonly filter: Filter;
  /** The newest row when it was set: what is logged behind it and hidden is told of. */
  readonly filterSince: Stamp | null;
  /** The filter's controls are shown, also while nothing is filtered. */
  readonly filterOpen: boolean;
  /** The entry to bring into sight; `times` rises each time that is asked for. */
  readonly revealed: { readonly entry: Stamp; readonly times: number } | null;
  /** Rises each time the find field is to take the focus. */
  readonly findFocus: number;
  /** Rises each time the pad is to take the focus. */
  readonly padFocus: number;
  /** Rises each time unsent text was dropped because it repeats a redacted one. */
  readonly draftsDropped: number;
  /** Where the last export went; null before the first. */
  readonly exported: { readonly path: string; readonly name: string; readonly what?: string } | null;
  readonly exporting: boolean;
}

export interface View {
  readonly store: StoreApi<ViewState>;
  readonly openDialog: (dialog: DialogName) => void;
  readonly closeDialog: () => void;
  readonly focusPad: () => void;
  readonly goTo: (place: Place) => void;
  readonly set: (patch: Partial<ViewState>) => void;
}

export function createView(): View {
  const store = createStore<ViewState>(() => ({
    dialog: null,
    composerOpen: false,
    composerCall: null,
    atHome: false,
    editing: null,
    editingField: null,
    editingFromRow: false,
    row: null,
    rowMenu: null,
    sentTo: null,
    filter: NO_FILTER,
    filterSince: null,
    filterOpen: false,
    revealed: null,
    findFocus: 0,
    padFocus: 0,
    draftsDropped: 0,
    exported: null,
    exporting: false,
  }));
  const { getState, setState } = store;
  return {
    store,
    openDialog: (dialog) => setState({ dialog }),
    closeDialog: () => setState({ dialog: null }),
    focusPad: () => setState({ padFocus: getState().padFocus + 1 }),
    goTo: (place) => setState({ sentTo: { place } }),
    set: (patch) => setState(patch),
  };
}
