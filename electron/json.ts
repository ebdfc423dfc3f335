/** How large a value from the page may be. Characters are UTF-16 units, keys included. */
export interface JsonLimits {
  readonly depth: number;
  readonly nodes: number;
  readonly text: number;
  readonly characters: number;
}

/** Keys that would reach an object's prototype when somebody copies the value carelessly. */
const POISONED = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Whether a value that came over IPC is plain JSON within `limits`: what is written to the journal
 * is then exactly what is read back. Structured clone also lets through `undefined`, NaN, dates,
 * maps and cycles, all of which JSON would change or choke on.
 */
export function isJson(value: unknown, limits: JsonLimits): boolean {
  return new JsonMeasure(limits).accepts(value, 0);
}

class JsonMeasure {
  private nodes = 0;
  private characters = 0;

  constructor(private readonly limits: JsonLimits) {}

  accepts(value: unknown, depth: number): boolean {
    this.nodes += 1;
    if (depth > this.limits.depth || this.nodes > this.limits.nodes) return false;
    if (value === null || typeof value === 'boolean') return true;
    if (typeof value === 'number') return Number.isFinite(value);
    if (typeof value === 'string') return this.acceptsText(value);
    if (Array.isArray(value)) return value.every((item: unknown) => this.accepts(item, depth + 1));
    return typeof value === 'object' && this.acceptsObject(value, depth);
  }

  private acceptsObject(value: object, depth: number): boolean {
    if (Object.getPrototypeOf(value) !== Object.prototype) return false;
    return Object.entries(value).every(
      ([key, field]: [string, unknown]) =>
        !POISONED.has(key) && this.acceptsText(key) && this.accepts(field, depth + 1),
    );
  }

  private acceptsText(text: string): boolean {
    this.characters += text.length;
    return text.length <= this.limits.text && this.characters <= this.limits.characters;
  }
}
