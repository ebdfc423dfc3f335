import { describe, expect, it } from 'vitest';
import { acceleratorOf, chordsOf, keyLabel, parseChord, type KeyPress } from '../../renderer/keymap/chords';
import { FIXED_KEYS, KEYMAP } from '../../renderer/keymap/keymap';

const press = (key: string, code: string, held = ''): KeyPress => ({
  key,
  code,
  ctrlKey: held.includes('C'),
  metaKey: held.includes('M'),
  altKey: held.includes('A'),
  shiftKey: held.includes('S'),
});

describe('a key press as it is written', () => {
  it.each([
    ['a letter', press('N', 'KeyN', 'CS'), 'linux', '$mod+Shift+n'],
    ['the same on a Mac', press('n', 'KeyN', 'MS'), 'darwin', '$mod+Shift+n'],
    ['Ctrl on a Mac', press('n', 'KeyN', 'C'), 'darwin', 'Control+n'],
    ['the system’s key', press('n', 'KeyN', 'M'), 'win32', 'Meta+n'],
    ['a function key', press('F6', 'F6', 'S'), 'linux', 'Shift+F6'],
    ['Caps Lock', press('N', 'KeyN', 'C'), 'linux', '$mod+n'],
    ['Dvorak by its letter', press('o', 'KeyS', 'C'), 'linux', '$mod+o'],
    ['blank', press(' ', 'Space', 'C'), 'linux', '$mod+Space'],
    ['plus', press('+', 'BracketRight', 'C'), 'linux', '$mod+Plus'],
  ])('%s', (_what, given, platform, first) => {
    expect(chordsOf(given, platform)[0]).toBe(first);
  });

  it('[KEY2] knows a key by its place where its character is of another script', () => {
    expect(chordsOf(press('т', 'KeyN', 'C'), 'linux')).toEqual(['$mod+n']);
    expect(chordsOf(press('&', 'Digit1', 'C'), 'linux')).toContain('$mod+1');
    expect(chordsOf(press('Т', 'KeyN', 'CS'), 'linux')).toEqual(['$mod+Shift+n']);
  });

  it('[KEY2] takes a symbol for itself, also where it needs Shift', () => {
    expect(chordsOf(press('/', 'Digit7', 'CS'), 'linux')[0]).toBe('$mod+/');
    expect(chordsOf(press('/', 'Slash', 'C'), 'linux')[0]).toBe('$mod+/');
  });

  it('is nothing for a key without a name', () => {
    expect(chordsOf(press('Unidentified', '', 'C'), 'linux')).toEqual([]);
  });
});

describe('a written chord', () => {
  it('comes apart, and every key of the keymap does', () => {
    expect(parseChord('$mod+Shift+s')).toEqual({ mods: ['$mod', 'Shift'], key: 's' });
    expect(KEYMAP.flatMap(({ keys }) => keys).filter((key) => !parseChord(key))).toEqual([]);
  });

  it.each([
    '',
    '+',
    'Shift+$mod+s',
    '$mod+S',
    'Hyper+s',
    '$mod+',
    '$mod++',
    'Shift',
    's+s',
    '$mod+Shift+Shift+s',
  ])('is none: %s', (text) => expect(parseChord(text)).toBeUndefined());

  it.each([
    ['$mod+Shift+s', 'linux', 'Ctrl+Shift+S'],
    ['$mod+Shift+s', 'darwin', '⌘⇧S'],
    ['$mod+/', 'win32', 'Ctrl+/'],
    ['F1', 'darwin', 'F1'],
    ['$mod+Enter', 'darwin', '⌘Enter'],
    ['ArrowUp', 'linux', 'Up'],
    ['Escape', 'linux', 'Esc'],
    ['ContextMenu', 'linux', 'Menu key'],
    ['$mod+Control+Alt+n', 'darwin', '⌘⌃⌥N'],
  ])('%s on %s reads %s', (keys, platform, label) => {
    expect(keyLabel(keys, platform)).toBe(label);
  });

  it('reads as something for every fixed key', () => {
    for (const [keys] of FIXED_KEYS) expect(keyLabel(keys, 'linux')).not.toMatch(/\$|Arrow/);
  });

  it.each([
    ['$mod+Shift+s', 'CmdOrCtrl+Shift+S'],
    ['$mod+,', 'CmdOrCtrl+,'],
    ['$mod+ArrowUp', 'CmdOrCtrl+Up'],
    ['$mod+Control+Alt+n', 'CmdOrCtrl+Control+Alt+N'],
    ['ContextMenu', undefined],
  ])('%s is Electron’s %s', (keys, accelerator) => {
    expect(acceleratorOf(keys)).toBe(accelerator);
  });
});
