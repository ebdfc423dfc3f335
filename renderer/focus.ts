import { focusHome } from './ui/focusHome';

/** Moves the focus to the next visible pane that can take it, around in a ring. */
export function nextPane(step: 1 | -1): void {
  const stops = [...document.querySelectorAll<HTMLElement>('[data-pane]')].flatMap((pane) => {
    const stop = firstStop(pane);
    return stop ? [{ pane, stop }] : [];
  });
  const here = stops.findIndex(({ pane }) => pane.contains(document.activeElement));
  // From outside all panes, back leads to the last one.
  const from = here === -1 && step === -1 ? 0 : here;
  stops[(from + step + stops.length) % stops.length]?.stop.focus();
}

/**
 * Sees to it that no key goes astray; answers the function that stops it. A button that was pressed
 * may be gone afterwards, and a click beside everything takes the focus from the pad: the first puts
 * it back at once, the second with the next letter, so that text can still be selected with the mouse.
 */
export function keepFocus(isCommand: (event: KeyboardEvent) => boolean): () => void {
  // As a microtask React's own has run by then, and what it removed is gone.
  const afterClick = ({ target }: MouseEvent): void => {
    if (target instanceof Element && target.closest('button')) queueMicrotask(focusIfLost);
  };
  const beforeLetter = (event: KeyboardEvent): void => {
    const { key, ctrlKey, metaKey, altKey } = event;
    const isText = key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey;
    if (isText && !isCommand(event)) focusUnlessTyping();
  };
  window.addEventListener('click', afterClick);
  window.addEventListener('keydown', beforeLetter, { capture: true });
  return () => {
    window.removeEventListener('click', afterClick);
    window.removeEventListener('keydown', beforeLetter, { capture: true });
  };
}

/** The note pad, or on the start screen the button that declares. */
function focusIfLost(): void {
  if (document.activeElement !== document.body || document.querySelector('[role=dialog]')) return;
  focusHome()?.focus();
}

/**
 * A letter means text, and text belongs in the pad: typed while a button or the log has the focus, it
 * would vanish, and the blank behind it would press the button. Over a dialog nothing is moved.
 */
function focusUnlessTyping(): void {
  const takesText = 'input, textarea, select, [contenteditable="true"]';
  // First, as it is so with nearly every letter: the other looks through the whole page.
  if (document.activeElement?.matches(takesText)) return;
  if (document.querySelector('[role="dialog"], [role="menu"]')) return;
  focusHome()?.focus();
}

function firstStop(pane: HTMLElement): HTMLElement | undefined {
  const stops = '[data-focus-home], [tabindex="0"], button, input, textarea, select';
  // The log before what filters it.
  const first = pane.querySelectorAll<HTMLElement>('[data-pane-stop]');
  return [...first, ...pane.querySelectorAll<HTMLElement>(stops)].find(
    (one) => one.offsetParent !== null && getComputedStyle(one).visibility === 'visible',
  );
}
