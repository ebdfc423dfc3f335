import { app, globalShortcut } from 'electron';
import type { Services } from './handlers';
import { NoteKey } from './noteKey';
import type { Stores } from './stores';
import { bringForward } from './window';

const SWITCH = '--note';

/** Whether a start, or a second one, is about beginning a note. */
export const asksForNote = (argv: readonly string[]): boolean => argv.includes(SWITCH);

/** Brings the window to the front and has the page begin a note, stamped with this moment. */
export function beginNote(
  how: 'key' | 'start',
  { window, outbox, clock }: Pick<Services, 'window' | 'outbox' | 'clock'>,
): void {
  // A window that has not painted yet comes by itself.
  if (window()?.isVisible() === true || how === 'key') bringForward(window());
  outbox.put('note:now', { at: clock.wall(), how });
}

/** The key for it, with Electron behind it. */
export function makeNoteKey(stores: Stores, pressed: () => void): NoteKey {
  return new NoteKey({
    shortcuts: globalShortcut,
    kept: () => stores.settings.current.noteKey,
    keep: (noteKey) => void stores.settings.save({ noteKey }),
    pressed,
    wayland: process.platform === 'linux' && Boolean(process.env['WAYLAND_DISPLAY']),
    command: commandLine(),
  });
}

/** Starts this program again as it was started; that one hands over and ends. */
function commandLine(): string {
  const profile = app.commandLine.getSwitchValue('user-data-dir');
  return [
    process.env['APPIMAGE'] ?? process.execPath,
    ...(app.isPackaged ? [] : [app.getAppPath()]),
    ...(profile === '' ? [] : [`--user-data-dir=${profile}`]),
    SWITCH,
  ]
    .map((part) => (/^[\w./=:-]+$/.test(part) ? part : `"${part}"`))
    .join(' ');
}
