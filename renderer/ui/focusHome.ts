/** Where the focus belongs when nothing else has it: the note pad, or the start screen's first button. */
export const focusHome = (): HTMLElement | null => document.querySelector<HTMLElement>('[data-focus-home]');
