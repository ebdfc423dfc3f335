import type { Handle, State } from 'mdast-util-to-markdown';

type Unsafe = State['unsafe'][number];

/** The patterns of a run that begin with each character; a run makes its list of patterns once. */
const byCharacter = new WeakMap<readonly Unsafe[], ReadonlyMap<string, readonly Unsafe[]>>();

/**
 * Writes a text as the library's own handler does, byte for byte, but tries only those patterns whose character is
 * in the text at all. The library tries all seventy on each text: most of the time of a long log.
 */
export const text: Handle = (node: { readonly value: string }, parent, state, info) => {
  const all = state.unsafe;
  const siblings = parent?.children ?? [];
  const index = state.indexStack.at(-1) ?? 0;
  state.unsafe = [...patternsIn(node.value, all)];
  try {
    return state.safe(node.value, {
      ...info,
      afterNode: siblings[index + 1],
      beforeNode: siblings[index - 1],
    });
  } finally {
    state.unsafe = all;
  }
};

/** Their order among each other makes no difference: positions are sorted, and what is said of one is merged. */
function* patternsIn(value: string, all: readonly Unsafe[]): Generator<Unsafe> {
  for (const [character, patterns] of grouped(all)) if (value.includes(character)) yield* patterns;
}

function grouped(all: readonly Unsafe[]): ReadonlyMap<string, readonly Unsafe[]> {
  const known = byCharacter.get(all);
  if (known) return known;
  const made = new Map<string, readonly Unsafe[]>();
  for (const one of all) made.set(one.character, [...(made.get(one.character) ?? []), one]);
  byCharacter.set(all, made);
  return made;
}
