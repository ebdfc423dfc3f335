/**
 * The part of the contract that speaks of the one key that counts everywhere; the page takes it from contract.ts.
 */

/** How the key that begins a note from any program stands. */
export interface NoteKeyState {
  /** As renderer/keymap writes keys; null while there is none. */
  readonly key: string | null;
  /** The system took it, which says nothing about whether it will ever come. */
  readonly registered: boolean;
  /** It was received since it was chosen. */
  readonly works: boolean;
  /** The desktop speaks Wayland, where the system takes keys and may never hand them on. */
  readonly wayland: boolean;
  /** Does the same when it is started; for the desktop's own keys. */
  readonly command: string;
}

export type NoteKeyChoice =
  | { readonly ok: true; readonly state: NoteKeyState }
  | { readonly ok: false; readonly why: string; readonly state: NoteKeyState };
