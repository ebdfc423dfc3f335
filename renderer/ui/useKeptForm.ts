import { useState } from 'react';

/** Where unsent text is kept, by key; '' means that there is none. */
export interface KeptTexts {
  readonly get: (key: string) => string;
  readonly set: (key: string, text: string) => void;
}

export interface KeptForm<F extends string> {
  readonly values: { readonly [K in F]: string };
  /** Something in it is not as it was at first. */
  readonly isTyped: boolean;
  readonly set: (field: F, text: string) => void;
  /** It was sent, or thrown away on purpose: all is as at first, and nothing is kept. */
  readonly clear: () => void;
}

/** A field emptied on purpose is kept as a blank, since '' would bring its first text back. */
const EMPTIED = ' ';

/**
 * The fields of a form, kept with every key as `<name>:<field>` until it is sent or thrown away. Closing
 * it, a reload and a kill keep what was typed; what still is as at first is not kept.
 *
 * `first` is read once, when the form comes.
 */
export function useKeptForm<F extends string>(
  texts: KeptTexts,
  name: string,
  first: { readonly [K in F]: string },
): KeptForm<F> {
  const [start] = useState(first);
  const [values, setValues] = useState(() => restored(texts, name, first));
  const fields = Object.keys(start) as F[];
  return {
    values,
    isTyped: fields.some((field) => values[field] !== start[field]),
    set: (field, text) => {
      setValues((now) => ({ ...now, [field]: text }));
      texts.set(`${name}:${field}`, text === start[field] ? '' : text || EMPTIED);
    },
    clear: () => {
      setValues(start);
      for (const field of fields) texts.set(`${name}:${field}`, '');
    },
  };
}

function restored<F extends string>(
  texts: KeptTexts,
  name: string,
  first: { readonly [K in F]: string },
): { readonly [K in F]: string } {
  const kept = (field: string): string => texts.get(`${name}:${field}`);
  const entries = Object.entries<string>(first).map(([field, text]) => {
    const typed = kept(field);
    return [field, typed === EMPTIED ? '' : typed || text] as const;
  });
  return Object.fromEntries(entries) as { readonly [K in F]: string };
}
