import { tinykeys } from 'tinykeys';
import { keepFocus, nextPane } from './focus';
import { ACTIONS, perform } from './store/actions';
import type { Console } from './store/console';

/** Binds every action's keys, F6 and Escape to the window, and keeps the focus; returns what undoes it. */
export function bindKeys(console: Console): () => void {
  const bindings: { [keys: string]: (event: KeyboardEvent) => void } = {
    F6: guarded(console, () => nextPane(1)),
    'Shift+F6': guarded(console, () => nextPane(-1)),
    Escape: guarded(console, () => {
      if (console.session.store.getState().openId !== null) perform(console, 'focus-pad');
    }),
  };
  for (const action of ACTIONS) {
    for (const keys of action.keys) {
      bindings[keys] = guarded(console, () => perform(console, action.id), action.overDialogs);
    }
  }
  const unbind = tinykeys(window, bindings);
  const letGo = keepFocus();
  return () => {
    unbind();
    letGo();
  };
}

/**
 * Not while composing (an IME's Enter is no Enter), not with AltGr (it reads as Ctrl+Alt on Windows
 * and types characters), and not over an open dialog, whose keys are its own, unless it may be left so.
 */
function guarded(console: Console, act: () => void, overDialogs = false): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.defaultPrevented || event.isComposing || event.getModifierState('AltGraph')) return;
    if (!overDialogs && console.view.store.getState().dialog !== null) return;
    event.preventDefault();
    act();
  };
}
