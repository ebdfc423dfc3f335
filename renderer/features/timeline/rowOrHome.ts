import type { Stamp } from '../../domain/ids';
import type { Console } from '../../store/console';
import { reveal } from '../../store/finding';
import { focusHome } from '../../ui/focusHome';

/** A row that moved is drawn in its new place a frame or two later, and then has lost the focus. */
const FRAMES = 12;

const rowOf = (id: Stamp): HTMLElement | null => document.querySelector<HTMLElement>(`[data-entry="${id}"]`);

/** Gives the row of an entry the focus, also when it has moved out of sight, as long as nothing else takes it. */
export function focusEntry(
  { session, view }: Pick<Console, 'session' | 'view'>,
  id: Stamp,
  left = FRAMES,
): void {
  const at = document.activeElement;
  const isFree = left === FRAMES || at === null || at === document.body;
  const row = rowOf(id);
  if (isFree) (left === 0 ? (row ?? focusHome()) : row)?.focus({ preventScroll: true });
  if (row === null && left === FRAMES - 2) reveal(session, view, id);
  if (left > 0) requestAnimationFrame(() => focusEntry({ session, view }, id, left - 1));
}

/** Where the focus goes when a dialog about an entry closes: to its row if that had it, else home. */
export const rowOrHome =
  ({ view }: Console, id: Stamp) =>
  (): HTMLElement | null =>
    (view.store.getState().row === id ? rowOf(id) : null) ?? focusHome();
