import { describe, expect, it } from 'vitest';
import type { Settings } from '../../electron/contract';
import { NoteKey } from '../../electron/noteKey';

/** A desktop whose keys some other programs have. */
function desktop(given: { readonly noteKey?: Settings['noteKey']; readonly taken?: readonly string[] } = {}) {
  const held = new Map<string, () => void>();
  const world = { noteKey: given.noteKey ?? null, pressed: 0 };
  const key = new NoteKey({
    shortcuts: {
      register: (accelerator, callback) => {
        if (accelerator.includes('Weird')) throw new TypeError('conversion failure');
        if (given.taken?.includes(accelerator) === true) return false;
        held.set(accelerator, callback);
        return true;
      },
      unregister: (accelerator) => void held.delete(accelerator),
    },
    kept: () => world.noteKey,
    keep: (noteKey) => void (world.noteKey = noteKey),
    pressed: () => void (world.pressed += 1),
    wayland: false,
    command: 'incident-console --note',
  });
  return { key, held, world };
}

const F9 = '$mod+Shift+F9';

describe('the key for a note from anywhere', () => {
  it('[KEY9] is off until somebody records one', () => {
    const { key, held } = desktop();
    expect(key.begin()).toBeNull();
    expect(held.size).toBe(0);
    expect(key.state).toMatchObject({ key: null, registered: false, works: false });
  });

  it('[KEY9] taken by the system does not work yet; received it does, and that is remembered', () => {
    const { key, held, world } = desktop();
    expect(key.choose(F9)).toMatchObject({ ok: true, state: { key: F9, registered: true, works: false } });
    held.get('CmdOrCtrl+Shift+F9')?.();
    expect(world).toEqual({ noteKey: { key: F9, works: true }, pressed: 1 });
    expect(key.state.works).toBe(true);
  });

  it('[KEY9] refused by the system says so, and the one before stays', () => {
    const { key, held, world } = desktop({ taken: ['CmdOrCtrl+Shift+J'] });
    key.choose(F9);
    const choice = key.choose('$mod+Shift+j');
    expect(choice).toMatchObject({ ok: false, state: { key: F9, registered: true } });
    expect('why' in choice && choice.why).toMatch(/^The system did not give this key/);
    expect([...held.keys()]).toEqual(['CmdOrCtrl+Shift+F9']);
    expect(world.noteKey).toEqual({ key: F9, works: false });
  });

  it.each(['$mod+c', 'F9', '$mod+Alt+n', 'nonsense', '$mod+Weird'])(
    '[KEY9] is never %s, whoever asks',
    (keys) => {
      const { key, held } = desktop({ noteKey: { key: keys, works: true } });
      expect(key.choose(keys).ok).toBe(false);
      expect(key.begin()).toMatch(/Another|another/);
      expect(held.size).toBe(0);
    },
  );

  it('[KEY9] is taken again by the next run, which says so where it can’t', () => {
    const again = desktop({ noteKey: { key: F9, works: true } });
    expect(again.key.begin()).toBeNull();
    expect(again.key.state).toMatchObject({ registered: true, works: true });
    const taken = desktop({ noteKey: { key: F9, works: true }, taken: ['CmdOrCtrl+Shift+F9'] });
    expect(taken.key.begin()).toMatch(/is off/);
    expect(taken.key.state).toMatchObject({ key: F9, registered: false });
  });

  it('[KEY9] is given back when it is turned off, and at the end', () => {
    const { key, held } = desktop();
    key.choose(F9);
    expect(key.choose(null).state.key).toBeNull();
    expect(held.size).toBe(0);
    key.choose(F9);
    key.end();
    expect(held.size).toBe(0);
  });
});
