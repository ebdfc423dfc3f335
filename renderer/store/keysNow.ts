import { keyLabel } from '../keymap/chords';
import type { KeyId } from '../keymap/keymap';
import { keyTable, type KeyTable, type Remap } from '../keymap/remap';
import type { Console } from './console';

let last: { readonly chosen: Remap; readonly table: KeyTable } | undefined;

/** The keys as they are now: the choices of the settings over the keymap's. Looked up with every key press. */
export function keysNow({ settings }: Pick<Console, 'settings'>): KeyTable {
  const chosen = settings.store.getState().keys;
  if (last?.chosen !== chosen) last = { chosen, table: keyTable(chosen) };
  return last.table;
}

/** The first key of something as people read it; '' when it has none. Draw it anew when `settings.keys` changes. */
export function shownKey(console: Pick<Console, 'settings'>, id: KeyId, platform: string): string {
  const [first] = keysNow(console).keysOf(id);
  return first === undefined ? '' : keyLabel(first, platform);
}
