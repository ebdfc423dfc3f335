import { RECORD_LISTS } from './detectFormat';

/** A piece of a JSON text that is parsed by itself. */
export interface JsonUnit {
  /** The list of the document it stands in; '' for the document's own list, null for what is around the lists. */
  readonly list: string | null;
  /** Which one of that list, from 0. */
  readonly index: number;
  /** Of its first character, from 1. */
  readonly line: number;
  /** Null when it is longer than anything a person wrote. */
  readonly text: string | null;
}

/** Where a text ends that should go on. */
export interface Torn {
  readonly line: number;
  readonly offset: number;
  /** What there was of the document around its lists, and its first line. */
  readonly around: string;
  readonly aroundLine: number;
}

/** Characters; a unit is parsed in one go, and the window must not stand still over it. */
export const LONGEST_UNIT = 4_000_000;
const KEY_BEFORE = /"([a-z_]{1,20})"\s{0,1000}:\s{0,1000}$/;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const NEWLINE = 0x0a;
/** Some logs put it before each document. */
const RECORD_MARK = 0x1e;

const isBlank = (code: number): boolean =>
  code === 0x20 ||
  code === NEWLINE ||
  code === 0x0d ||
  code === 0x09 ||
  code === 0xfeff ||
  code === RECORD_MARK;
const isOpening = (code: number): boolean => code === 0x5b || code === 0x7b;
const isClosing = (code: number): boolean => code === 0x5d || code === 0x7d;

/**
 * Cuts JSON text that comes in pieces into units that are parsed one by one, so that a long list never stands
 * in memory as a whole, a damaged record costs no other one, and a file that was cut off gives what it has
 * before the cut.
 *
 * Takes one document, several behind each other, or one a line.
 */
export class JsonUnits {
  readonly #onUnit: (unit: JsonUnit) => void;
  #depth = 0;
  #inString = false;
  #escaped = false;
  #line = 1;
  #offset = 0;
  /** Depth of the items of the list being read; -1 outside of one. */
  #itemDepth = -1;
  #list: string | null = null;
  #index = 0;
  /** What is around the lists of a document. */
  #around = '';
  #aroundLine = 1;
  #isObject = false;
  #pieces: string[] = [];
  #length = 0;
  #inUnit = false;
  #unitLine = 1;

  constructor(onUnit: (unit: JsonUnit) => void) {
    this.#onUnit = onUnit;
  }

  push(text: string): void {
    let from = 0;
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      if (code === NEWLINE) this.#line += 1;
      if (this.#inString) {
        this.#inside(code);
        continue;
      }
      if (this.#inUnit && this.#endsUnit(code)) {
        this.#keep(text.slice(from, i));
        this.#emit();
        from = i;
      }
      if (!this.#inUnit && this.#startsUnit(code)) {
        this.#inUnit = true;
        this.#unitLine = this.#line;
        from = i;
      }
      from = this.#step(code, text, from, i);
    }
    this.#keep(text.slice(from));
    this.#offset += text.length;
  }

  /** Undefined when the text ends where it may. */
  end(): Torn | undefined {
    if (this.#inUnit && this.#depth === 0 && !this.#inString) {
      this.#emit();
      return undefined;
    }
    if (this.#depth === 0 && !this.#inString) return undefined;
    return {
      line: this.#line,
      offset: this.#offset,
      around: this.#itemDepth === -1 && this.#around.length <= LONGEST_UNIT ? this.#around : '',
      aroundLine: this.#aroundLine,
    };
  }

  #inside(code: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (code === BACKSLASH) this.#escaped = true;
    else if (code === QUOTE) this.#inString = false;
  }

  #startsUnit(code: number): boolean {
    if (isBlank(code) || code === COMMA) return false;
    if (this.#itemDepth === -1) return this.#depth === 0 && !isOpening(code);
    return this.#depth === this.#itemDepth && !isClosing(code);
  }

  #endsUnit(code: number): boolean {
    if (this.#itemDepth === -1) return this.#depth === 0 && code === NEWLINE;
    return this.#depth === this.#itemDepth && (code === COMMA || isClosing(code));
  }

  /** Follows one character outside of strings; answers where the text not yet kept begins. */
  #step(code: number, text: string, from: number, i: number): number {
    if (code === QUOTE) this.#inString = true;
    else if (isOpening(code)) return this.#open(code, text, from, i);
    else if (isClosing(code)) return this.#close(text, from, i);
    return from;
  }

  #open(code: number, text: string, from: number, i: number): number {
    this.#depth += 1;
    if (this.#inUnit) return from;
    if (this.#depth === 1) return this.#openDocument(code, i);
    if (this.#depth === 2 && this.#isObject && code === 0x5b) {
      this.#keep(text.slice(from, i + 1));
      const key = KEY_BEFORE.exec(this.#around.slice(-2100, -1))?.[1];
      if (key !== undefined && RECORD_LISTS.includes(key)) {
        this.#list = key;
        this.#itemDepth = 2;
        this.#index = 0;
      }
      return i + 1;
    }
    return from;
  }

  #openDocument(code: number, i: number): number {
    this.#isObject = code === 0x7b;
    this.#list = '';
    this.#index = 0;
    this.#around = this.#isObject ? '{' : '';
    this.#aroundLine = this.#line;
    this.#itemDepth = this.#isObject ? -1 : 1;
    return i + 1;
  }

  #close(text: string, from: number, i: number): number {
    if (this.#depth === 0) return from;
    this.#depth -= 1;
    if (this.#inUnit) return from;
    if (this.#itemDepth === 2 && this.#depth === 1) {
      this.#itemDepth = -1;
      this.#list = '';
      this.#around += ']';
      return i + 1;
    }
    if (this.#depth === 0) {
      this.#keep(text.slice(from, i + 1));
      this.#endDocument();
      return i + 1;
    }
    return from;
  }

  #endDocument(): void {
    if (this.#isObject) this.#tell(null, 0, this.#aroundLine, this.#tooLong(this.#around));
    this.#itemDepth = -1;
    this.#isObject = false;
    this.#around = '';
  }

  /** Keeps text for the unit being read, or else for what is around. */
  #keep(text: string): void {
    if (text === '') return;
    if (this.#inUnit) {
      this.#length += text.length;
      if (this.#length <= LONGEST_UNIT) this.#pieces.push(text);
      else this.#pieces = [];
    } else if (this.#isObject && this.#itemDepth === -1 && this.#around.length <= LONGEST_UNIT) {
      this.#around += text;
    }
  }

  #emit(): void {
    const text = this.#length > LONGEST_UNIT ? null : this.#pieces.join('');
    this.#pieces = [];
    this.#length = 0;
    this.#inUnit = false;
    this.#tell(this.#itemDepth === -1 ? '' : this.#list, this.#index, this.#unitLine, text);
    this.#index += 1;
  }

  #tooLong = (text: string): string | null => (text.length > LONGEST_UNIT ? null : text);

  #tell(list: string | null, index: number, line: number, text: string | null): void {
    this.#onUnit({ list, index, line, text });
  }
}
