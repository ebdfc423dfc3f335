import * as electron from 'electron';
import type { Requests } from './contract';

type Content = Requests['clipboard:write']['args'][0];

/** The clipboard as it was before Electron took over the browser's ClipboardItem. */
interface OldClipboard {
  write(content: Content): void;
}

/**
 * Puts text, and its HTML twin if given, on the system's clipboard as one item.
 *
 * Electron 45 takes a list of `ClipboardItem`, older ones a plain object. The module is imported as a
 * whole because naming an export that an older Electron lacks stops the program from loading.
 */
export async function writeClipboard(content: Content): Promise<void> {
  const { clipboard } = electron;
  if (!('ClipboardItem' in electron)) {
    (clipboard as unknown as OldClipboard).write(content);
    return;
  }
  const { text, html } = content;
  const item = html === undefined ? { 'text/plain': text } : { 'text/plain': text, 'text/html': html };
  await clipboard.write([new electron.ClipboardItem(item)]);
}
