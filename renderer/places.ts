import { nextPane } from './focus';
import type { Console } from './store/console';
import type { Place } from './store/view';

/** A dialog that closes, or a tab that opens, takes a frame or two. */
const FRAMES = 12;

/** Moves the focus where an action sent it; returns what undoes it. */
export function bindPlaces({ view }: Console): () => void {
  return view.store.subscribe(({ sentTo }, before) => {
    if (sentTo !== null && sentTo !== before.sentTo) goTo(sentTo.place, FRAMES);
  });
}

function goTo(place: Place, left: number): void {
  if (reached(place) || left === 0) return;
  requestAnimationFrame(() => goTo(place, left - 1));
}

function reached(place: Place): boolean {
  if (document.querySelector('[role="dialog"]') !== null) return false;
  if (place === 'next-pane' || place === 'previous-pane') {
    nextPane(place === 'next-pane' ? 1 : -1);
    return true;
  }
  const found = document.querySelector<HTMLElement>(`[data-place="${place}"]`);
  found?.focus();
  return found !== null && document.activeElement === found;
}
