import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keyTables, withKeyTables } from '../../build/keyTable';
import { keyLabel } from '../../renderer/keymap/chords';
import { KEYMAP } from '../../renderer/keymap/keymap';

it('[KEY1] the user guide lists the keys of the keymap, word for word (else: npm run keys)', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/user-guide.md'), 'utf8');
  expect(page).toBe(withKeyTables(page));
});

it('[KEY1] the tables hold every key', () => {
  const tables = keyTables();
  for (const { keys, label } of KEYMAP.filter((entry) => entry.keys.length > 0)) {
    expect(tables).toContain(`| ${keys.map((one) => keyLabel(one, 'linux')).join(', ')} `);
    expect(tables).toContain(`| ${label} `);
  }
});

it('a page without a place for them is told', () => {
  expect(withKeyTables('# A page')).toBeUndefined();
});
