import { KEYMAP, type KeyContext, type KeyEntry, type KeyId, type KnownEntry } from './keymap';
import { whyNever } from './neverKeys';

/** Keys that a person chose, by the name of what they do; [] is no key at all. */
export type Remap = { readonly [id: string]: readonly string[] };

/** Which keys do what, once choices and defaults are put together. */
export interface KeyTable {
  readonly keysOf: (id: KeyId) => readonly string[];
  /** The entry that a press means in the first of these contexts that knows it. */
  readonly meant: (chords: readonly string[], contexts: readonly KeyContext[]) => KnownEntry | undefined;
}

/** Two contexts that can be there at once; a key can mean one thing there. */
const meet = (a: KeyContext, b: KeyContext): boolean => a === b || a === 'global' || b === 'global';

/**
 * Chosen keys come first, those of the list fill what is left, so that no key ever means two things. A
 * choice that can't be (a damaged file, a key that has become somebody else's) is as if it had not been made.
 */
export function keyTable(chosen: Remap): KeyTable {
  const taken: { readonly keys: string; readonly entry: KnownEntry }[] = [];
  const give = (entry: KnownEntry, keys: readonly string[]): void => {
    for (const one of keys) {
      const isTaken = taken.some((other) => other.keys === one && meet(other.entry.context, entry.context));
      if (!isTaken) taken.push({ keys: one, entry });
    }
  };
  const isChosen = (entry: KnownEntry): boolean => isUsable(chosen[entry.id], entry);
  for (const entry of KEYMAP) if (isChosen(entry)) give(entry, chosen[entry.id] ?? []);
  for (const entry of KEYMAP) if (!isChosen(entry)) give(entry, entry.keys);
  return {
    keysOf: (id) => taken.filter(({ entry }) => entry.id === id).map(({ keys }) => keys),
    meant: (chords, contexts) => {
      for (const context of contexts) {
        const found = taken.find(({ keys, entry }) => entry.context === context && chords.includes(keys));
        if (found) return found.entry;
      }
      return undefined;
    },
  };
}

function isUsable(keys: unknown, { context }: KeyEntry): boolean {
  return (
    Array.isArray(keys) &&
    keys.every((one: unknown) => typeof one === 'string' && whyNever(one, context) === undefined)
  );
}

/** What already has a key that somebody wants to give to something else; undefined when it is free. */
export function holderOf(keys: string, wanted: KeyEntry, chosen: Remap): KnownEntry | undefined {
  const { keysOf } = keyTable(chosen);
  return KEYMAP.find(
    (entry) =>
      entry.id !== wanted.id && meet(entry.context, wanted.context) && keysOf(entry.id).includes(keys),
  );
}

/** The choices with this key given to that entry, and taken from whatever had it. */
export function withKey(keys: string, wanted: KnownEntry, chosen: Remap): Remap {
  const holder = holderOf(keys, wanted, chosen);
  const left =
    holder &&
    keyTable(chosen)
      .keysOf(holder.id)
      .filter((one) => one !== keys);
  return { ...chosen, ...(holder && left ? { [holder.id]: left } : {}), [wanted.id]: [keys] };
}

/** The choices without that entry's. */
export function withoutChoice(id: KeyId, chosen: Remap): Remap {
  return Object.fromEntries(Object.entries(chosen).filter(([name]) => name !== id));
}
