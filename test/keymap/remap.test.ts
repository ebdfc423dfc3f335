import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryNamed, KEYMAP, type KnownEntry } from '../../renderer/keymap/keymap';
import { holderOf, keyTable, withKey, withoutChoice, type Remap } from '../../renderer/keymap/remap';

const known = (id: string): KnownEntry => {
  const entry = entryNamed(id);
  if (!entry) throw new Error(id);
  return entry;
};

describe('chosen keys', () => {
  it('[KEY4] are the keymap’s as long as nothing is chosen', () => {
    const { keysOf } = keyTable({});
    for (const { id, keys } of KEYMAP) expect(keysOf(id)).toEqual(keys);
  });

  it('[KEY4] count in place of the keymap’s, and the old key does nothing', () => {
    const { keysOf, meant } = keyTable({ 'write-update': ['$mod+g'] });
    expect(keysOf('write-update')).toEqual(['$mod+g']);
    expect(meant(['$mod+g'], ['global'])?.id).toBe('write-update');
    expect(meant(['$mod+u'], ['global'])).toBeUndefined();
  });

  it('[KEY4] may be none', () => {
    expect(keyTable({ resolve: [] }).keysOf('resolve')).toEqual([]);
  });

  it('[KEY5] name the one that has the key already, in every place where both count', () => {
    expect(holderOf('$mod+u', known('resolve'), {})?.id).toBe('write-update');
    expect(holderOf('$mod+u', known('row-edit'), {})?.id).toBe('write-update');
    expect(holderOf('e', known('row-time'), {})?.id).toBe('row-edit');
    expect(holderOf('$mod+z', known('row-time'), {})).toBeUndefined();
    expect(holderOf('$mod+u', known('write-update'), {})).toBeUndefined();
    expect(holderOf('$mod+g', known('resolve'), {})).toBeUndefined();
  });

  it('[KEY5] taken from another leave it what else it had', () => {
    const chosen = withKey('$mod+k', known('resolve'), {});
    expect(keyTable(chosen).keysOf('resolve')).toEqual(['$mod+k']);
    expect(keyTable(chosen).keysOf('palette')).toEqual(['$mod+Shift+p']);
    expect(withoutChoice('resolve', chosen)).toEqual({ palette: ['$mod+Shift+p'] });
  });

  const DAMAGED: readonly unknown[] = [['$mod+r'], ['rubbish'], 'no list', [7], [['$mod+g']], null, { a: 1 }];
  it.each(DAMAGED)('[KEY6] that make no sense are as if never chosen: %j', (keys) => {
    const { keysOf } = keyTable({ 'write-update': keys } as Remap);
    expect(keysOf('write-update')).toEqual(['$mod+u', '$mod+2']);
  });

  it('[KEY6] whatever a file says, no key means two things at once and quitting keeps working', () => {
    const id = fc.constantFrom(...KEYMAP.map((entry) => entry.id), 'gone');
    const keys = fc.array(fc.constantFrom(...KEYMAP.flatMap((entry) => entry.keys), '$mod+g', '$mod+r', ''));
    fc.assert(
      fc.property(fc.dictionary(id, keys), (chosen) => {
        const { keysOf } = keyTable(chosen);
        for (const context of ['pad', 'row']) {
          const all = KEYMAP.filter((one) => one.context === 'global' || one.context === context).flatMap(
            (one) => keysOf(one.id),
          );
          expect(new Set(all).size).toBe(all.length);
        }
      }),
    );
  });
});
