import { describe, expect, it } from 'vitest';
import { entryNamed, KEYMAP } from '../../renderer/keymap/keymap';
import { suggestedEverywhere, whyNever, whyNotEverywhere } from '../../renderer/keymap/neverKeys';

/** interface.md, "Keyboard": what is to have which key. Printing comes with its feature. */
const AGREED: readonly (readonly [string, readonly string[]])[] = [
  ['palette', ['$mod+k', '$mod+Shift+p']],
  ['declare', ['$mod+n']],
  ['focus-pad', ['$mod+l', '$mod+1']],
  ['find', ['$mod+f']],
  ['find-all', ['$mod+Shift+f']],
  ['edit-last', ['ArrowUp']],
  ['retract-last', ['$mod+z']],
  ['export-postmortem', ['$mod+e']],
  ['copy-status', ['$mod+Shift+c']],
  ['roll-back', ['$mod+Shift+b']],
  ['shift-traffic', ['$mod+Shift+t']],
  ['disable-feature', ['$mod+Shift+d']],
  ['severity', ['$mod+Shift+s']],
  ['write-update', ['$mod+u', '$mod+2']],
  ['new-action-item', ['$mod+j', '$mod+4']],
  ['next-pane', ['F6']],
  ['previous-pane', ['Shift+F6']],
  ['shortcuts', ['F1', '$mod+/']],
  ['settings', ['$mod+,']],
  ['save', ['$mod+s']],
  ['row-edit', ['e']],
  ['row-time', ['t']],
  ['row-pin', ['p']],
  ['row-action', ['a']],
  ['row-retract', ['Delete']],
  ['row-copy', ['$mod+c']],
  ['row-menu', ['Shift+F10', 'ContextMenu']],
];

describe('the keymap', () => {
  it.each(AGREED)('[KEY1] %s has the agreed keys', (id, keys) => {
    expect(entryNamed(id)?.keys).toEqual(keys);
  });

  it('[KEY1] names each thing once, and gives no key to two that can be meant at once', () => {
    expect(new Set(KEYMAP.map(({ id }) => id)).size).toBe(KEYMAP.length);
    expect(new Set(KEYMAP.map(({ label }) => label)).size).toBe(KEYMAP.length);
    for (const context of ['pad', 'row'] as const) {
      const keys = KEYMAP.filter((one) => one.context === 'global' || one.context === context).flatMap(
        (one) => one.keys,
      );
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('[KEY3] holds no key that belongs to somebody else', () => {
    for (const { keys, context, label } of KEYMAP)
      for (const key of keys) expect([label, whyNever(key, context)]).toEqual([label, undefined]);
  });

  it('[KEY3] has its labels in sentence case', () => {
    for (const { label } of KEYMAP) expect(label).toMatch(/^[A-Z][a-z]+( [a-z-]+)*( as [A-Z]+)?$/);
  });
});

/** interface.md, "Never". */
const NEVER = [
  '$mod+Alt+n',
  'Control+Alt+n',
  '$mod+Alt+Shift+e',
  'Alt+n',
  'Alt+Shift+n',
  'Alt+F4',
  '$mod+h',
  '$mod+m',
  '$mod+`',
  '$mod+Space',
  '$mod+Shift+3',
  '$mod+Shift+4',
  '$mod+Shift+5',
  '$mod+Shift+u',
  '$mod+.',
  '$mod+;',
  '$mod+Shift+m',
  '$mod+Shift+a',
  '$mod+r',
  'F5',
  '$mod+a',
  '$mod+c',
  '$mod+v',
  '$mod+x',
  '$mod+z',
  '$mod+y',
  '$mod+Shift+z',
  '$mod+w',
  '$mod+Tab',
  'Enter',
  'Escape',
  'Tab',
  'Space',
  'ArrowDown',
  'Delete',
  'Home',
  '$mod+ArrowLeft',
  '$mod+Backspace',
  'n',
  'Shift+n',
  '/',
  '7',
  'Meta+n',
  'Control+n',
  'F10',
  'F11',
  'Shift+F10',
  'ContextMenu',
  '$mod+0',
  '$mod+Shift+Plus',
  'Unidentified',
  '',
  '$mod+ä',
  'Ж',
];

describe('keys that belong to somebody else', () => {
  it.each(NEVER)('[KEY3] %s is refused with a sentence', (key) => {
    expect(whyNever(key, 'global')).toMatch(/^[A-Z].+\.$/);
  });

  it('[KEY3] single letters count on a line that has the focus, nowhere else', () => {
    expect(whyNever('e', 'row')).toBeUndefined();
    expect(whyNever('e', 'pad')).toBeDefined();
    expect(whyNever('e', 'global')).toBeDefined();
    expect(whyNever('Alt+e', 'row')).toBeDefined();
  });

  it('[KEY9] the key for everywhere must be rare', () => {
    const suggested = ['linux', 'win32', 'darwin'].map(suggestedEverywhere);
    expect(suggested.map(whyNotEverywhere)).toEqual([undefined, undefined, undefined]);
    expect(whyNotEverywhere('$mod+Shift+j')).toBeUndefined();
    for (const key of [
      'n',
      'F9',
      'Shift+n',
      '$mod+n',
      '$mod+Alt+n',
      '$mod+Shift+u',
      'Meta+Shift+n',
      '$mod+Shift+/',
      'Alt+Shift+F9',
      '',
    ])
      expect(whyNotEverywhere(key)).toMatch(/^[A-Z].+\.$/);
  });
});
