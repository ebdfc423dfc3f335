import { chordsOf } from './keymap/chords';
import type { KeyContext } from './keymap/keymap';
import { keepFocus } from './focus';
import { bindPlaces } from './places';
import { perform } from './store/actions';
import type { Console } from './store/console';
import { keysNow } from './store/keysNow';

/** Binds every key to the window, follows where the focus is sent, and keeps it; returns what undoes it. */
export function bindKeys(console: Console, platform: string): () => void {
  const typed = watchPad(console);
  const pressed = (event: KeyboardEvent): void => answer(event, { console, platform, typedAt: typed.at });
  window.addEventListener('keydown', pressed);
  const undo = [bindPlaces(console), keepFocus((event) => isRowKey(event, console, platform)), typed.stop];
  return () => {
    window.removeEventListener('keydown', pressed);
    for (const one of undo) one();
  };
}

interface Desk {
  readonly console: Console;
  readonly platform: string;
  /** When something was typed into the pad last. */
  readonly typedAt: () => number;
}

/**
 * Not while composing (an IME's Enter is no Enter), not with AltGr (it reads as Ctrl+Alt on Windows
 * and types characters), and not over an open dialog, whose keys are its own, unless it may be left so.
 */
function answer(event: KeyboardEvent, desk: Desk): void {
  if (event.defaultPrevented || !isMeant(event)) return;
  const { console, platform } = desk;
  const entry = keysNow(console).meant(chordsOf(event, platform), contextsOf(event));
  const overDialog = console.view.store.getState().dialog !== null;
  if (!entry) {
    if (event.key === 'Escape' && !overDialog) goHome(event, console);
    return;
  }
  if (overDialog && entry.overDialogs !== true) return;
  if (entry.id === 'retract-last' && mayUndoTyping(desk)) return;
  if (entry.id === 'row-copy' && window.getSelection()?.isCollapsed === false) return;
  event.preventDefault();
  if (!event.repeat || entry.repeats === true) perform(console, entry.id);
}

const isMeant = (event: KeyboardEvent): boolean =>
  !event.isComposing && event.key !== 'Process' && !event.getModifierState('AltGraph');

function goHome(event: KeyboardEvent, console: Console): void {
  event.preventDefault();
  if (console.session.store.getState().openId !== null) perform(console, 'focus-pad');
}

function contextsOf({ target }: KeyboardEvent): readonly KeyContext[] {
  if (!(target instanceof HTMLElement)) return ['global'];
  if (target.matches('[data-entry]')) return ['row', 'global'];
  const isEmptyPad =
    target instanceof HTMLTextAreaElement && target.matches('[data-focus-home]') && target.value === '';
  return isEmptyPad ? ['pad', 'global'] : ['global'];
}

/** A letter on a line that has the focus is a command there, and no text for the pad (2.1.4). */
function isRowKey(event: KeyboardEvent, console: Console, platform: string): boolean {
  const contexts = contextsOf(event);
  return contexts[0] === 'row' && keysNow(console).meant(chordsOf(event, platform), ['row']) !== undefined;
}

/**
 * Emptied by hand, the pad gives its text back with the same key that would retract the last note: what was
 * done last is undone.
 */
function mayUndoTyping({ console, typedAt }: Desk): boolean {
  const { lastRecordedAt } = console.session.store.getState().incident;
  return lastRecordedAt !== null && typedAt() > lastRecordedAt;
}

function watchPad({ ports }: Console): { readonly at: () => number; readonly stop: () => void } {
  let at = 0;
  const onInput = ({ target }: Event): void => {
    if (target instanceof Element && target.matches('[data-focus-home]')) at = ports.now();
  };
  window.addEventListener('input', onInput, { capture: true });
  return { at: () => at, stop: () => window.removeEventListener('input', onInput, { capture: true }) };
}
