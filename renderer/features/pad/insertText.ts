/**
 * Puts a text in place of a part of a textarea as if it had been typed. The old command is used because
 * it is the only way that leaves the field's own undo (Ctrl+Z) working; where it is missing, the text
 * goes in without that.
 */
export function insertText(area: HTMLTextAreaElement, from: number, to: number, text: string): void {
  area.focus();
  area.setSelectionRange(from, to);
  if (commandsOf(document).execCommand?.('insertText', false, text) === true) return;
  area.setRangeText(text, from, to, 'end');
  area.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }));
}

interface EditingCommands {
  readonly execCommand?: (command: string, showUi: boolean, value: string) => boolean;
}

const commandsOf = (page: EditingCommands): EditingCommands => page;
