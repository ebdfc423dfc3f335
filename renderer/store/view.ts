import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MitigationAction } from '../domain/events';
import type { Stamp } from '../domain/ids';
import type { Phase } from '../domain/lifecycle';

export type DialogName =
  | { readonly name: 'declare'; readonly from?: { readonly title: string; readonly severity: number | null } }
  | { readonly name: 'times' }
  | { readonly name: 'severity' }
  | { readonly name: 'phase'; readonly to: Phase }
  | { readonly name: 'mitigate'; readonly action: MitigationAction }
  | { readonly name: 'snooze' }
  | { readonly name: 'cadence' }
  | { readonly name: 'resolve' }
  | { readonly name: 'reopen' }
  | { readonly name: 'title' }
  | { readonly name: 'redact'; readonly entry: Stamp }
  | { readonly name: 'image'; readonly entry: Stamp; readonly index: number }
  | { readonly name: 'bundle' }
  | { readonly name: 'import' }
  | { readonly name: 'settings'; readonly at?: 'backups' }
  | { readonly name: 'restore'; readonly file: string }
  | { readonly name: 'shortcuts' }
  | { readonly name: 'leave'; readonly how: 'close' | 'quit'; readonly over: DialogName | null };

export interface ViewState {
  readonly dialog: DialogName | null;
  readonly composerOpen: boolean;
  /** The start screen is shown although an incident is open. */
  readonly atHome: boolean;
  /** The entry being reworded in place. */
  readonly editing: Stamp | null;
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
  readonly set: (patch: Partial<ViewState>) => void;
}

export function createView(): View {
  const store = createStore<ViewState>(() => ({
    dialog: null,
    composerOpen: false,
    atHome: false,
    editing: null,
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
    set: (patch) => setState(patch),
  };
}
