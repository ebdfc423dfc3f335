import type { Ports } from './ports';

/** Unsent text by field. Not reactive: typing must not draw anything but the field itself. */
export interface Drafts {
  readonly get: (key: string) => string;
  /** '' forgets it. Goes to main's draft log with every keystroke. */
  readonly set: (key: string, text: string) => void;
  /** Whether anything is typed into the fields of that form. */
  readonly has: (form: string) => boolean;
  /** Forgets those for which `holds` is true, and answers their keys. */
  readonly drop: (holds: (key: string, text: string) => boolean) => readonly string[];
}

export function createDrafts(
  kept: { readonly [key: string]: string },
  ports: Pick<Ports, 'setDraft'>,
): Drafts {
  const texts = new Map(Object.entries(kept));
  const set = (key: string, text: string): void => {
    if ((texts.get(key) ?? '') === text) return;
    if (text === '') texts.delete(key);
    else texts.set(key, text);
    ports.setDraft(key, text);
  };
  return {
    get: (key) => texts.get(key) ?? '',
    set,
    has: (form) => [...texts.keys()].some((key) => key.startsWith(`${form}:`)),
    drop: (holds) => {
      const dropped = [...texts].filter(([key, text]) => holds(key, text)).map(([key]) => key);
      for (const key of dropped) set(key, '');
      return dropped;
    },
  };
}
