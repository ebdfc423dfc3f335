/**
 * Puts a text in place of a part of a textarea as if it had been typed. The old command is used because
 * it is the only way that leaves the field's own undo (Ctrl+Z) working; where it is missing, the text
 * goes in without that.
 */
export function insertText(area: HTMLTextAreaElement, from: number, to: number, text: string): void {
  // What stands there already is left alone: undo would select it, and the next letter replace it.
  const typed = area.value.slice(from, to);
  const kept = text.startsWith(typed) ? typed.length : 0;
  const added = text.slice(kept);
  area.focus();
  area.setSelectionRange(from + kept, to);
  if (commandsOf(document).execCommand?.('insertText', false, added) === true) return;
  area.setRangeText(added, from + kept, to, 'end');
  area.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: added }));
}

interface EditingCommands {
  readonly execCommand?: (command: string, showUi: boolean, value: string) => boolean;
}

const commandsOf = (page: EditingCommands): EditingCommands => page;
