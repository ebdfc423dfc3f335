import { oneLine } from '../domain/decision';
import { inTimeOrder } from './inTimeOrder';
import type {
  Breathe,
  DuplicateRow,
  ImportFormat,
  ImportQuestions,
  ImportReading,
  ImportRow,
  Unreadable,
} from './importTypes';
import { withoutSecrets } from './recordSecrets';
import { plausible, type FineInstant } from './recordTimes';

/** What main takes in one text. */
const LONGEST_TEXT = 1_000_000;
const LONGEST_NAME = 200;
const MOST_NAMES = 10_000;
/** More of a kind are told of by their number. */
const MOST_LISTED = 20;

/** A record as its format's reader gives it; text and names are cleaned here. */
export interface Found {
  readonly when: FineInstant;
  readonly kind: ImportRow['kind'];
  readonly author: string;
  readonly text: string;
  readonly key: string;
  readonly where: string;
  readonly noise?: boolean;
}

/** No questions to ask. */
export const NO_QUESTIONS: ImportQuestions = {
  zone: false,
  zones: [],
  dateOrder: false,
  baseDate: false,
  overlap: false,
  columns: [],
};

/** Collects what a reader finds, so that every record ends in exactly one of the lists (IMP2). */
export class ReadingUnderWay {
  readonly #rows = new Map<string, ImportRow>();
  /** Records under the id of another one that say something else, by the keys they were given. */
  readonly #others = new Map<string, ImportRow>();
  readonly #duplicates: DuplicateRow[] = [];
  readonly #unreadable: Unreadable[] = [];
  readonly #warnings = new Map<string, Places>();
  readonly #people = new Set<string>();
  /** As they stand in the file, and as they are shown. */
  readonly #names = new Map<string, string>();
  #secrets = 0;

  /** Takes a record, or lists it as a duplicate. */
  accept({ when, kind, author, text, key, where, noise = false }: Found): void {
    if (!plausible(when.at))
      return this.refuse(where, 'its time is none at which an incident may have happened');
    const clean = withoutSecrets(cleaned(text));
    this.#secrets += clean.removed;
    if (clean.text.length > LONGEST_TEXT)
      return this.refuse(where, 'its text is longer than a million characters');
    const name = this.#nameOf(author);
    const said = clean.text.trim();
    // Named one by one: spread into it, they would take half as much memory again, a few hundred thousand times.
    const plain = {
      at: when.at,
      micros: when.micros,
      kind,
      author: name,
      text: said === '' ? '(no text)' : said,
      key,
      where,
    };
    const row: ImportRow = noise || said === '' ? { ...plain, noise: true } : plain;
    const before = this.#under(key);
    if (before) return this.#repeat(row, before);
    this.#rows.set(key, row);
    if (name !== '') this.#people.add(name);
  }

  /** Lists what nothing could be made of. */
  refuse(where: string, reason: string): void {
    this.#unreadable.push({ where, reason: this.#told(reason) });
  }

  /** Says something about the file; `about` are the places, of which only some are named. */
  warn(given: string, place?: string): void {
    const sentence = this.#told(given);
    const about = place === undefined ? undefined : this.#told(place);
    const places = this.#warnings.get(sentence) ?? { named: [], more: 0 };
    if (about !== undefined && places.named.length < MOST_LISTED) places.named.push(about);
    else if (about !== undefined) places.more += 1;
    this.#warnings.set(sentence, places);
  }

  /** How many records there were. */
  get count(): number {
    return this.#rows.size + this.#duplicates.length + this.#unreadable.length;
  }

  async finish(
    format: ImportFormat,
    breathe: Breathe,
    questions: ImportQuestions = NO_QUESTIONS,
  ): Promise<ImportReading> {
    if (this.#secrets > 0) {
      this.warn(
        `${this.#secrets} ${this.#secrets === 1 ? 'secret was' : 'secrets were'} taken out (keys, tokens in links, phone numbers)`,
      );
    }
    if (this.#others.size > 0) {
      this.warn(
        `${this.#others.size} of the duplicates say something else than the record with the same id; tick them to import them too`,
      );
    }
    return {
      format,
      rows: await inTimeOrder(this.#rows.values(), breathe),
      duplicates: this.#duplicates,
      unreadable: this.#unreadable,
      warnings: [...this.#warnings].map(([sentence, places]) => `${sentence}${listed(places)}.`),
      people: [...this.#people],
      questions,
    };
  }

  /** The same few people write again and again. */
  #nameOf(author: string): string {
    const known = this.#names.get(author);
    if (known !== undefined) return known;
    const name = nameOf(author);
    if (this.#names.size < MOST_NAMES) this.#names.set(author, name);
    return name;
  }

  /** What is quoted from a file may be the secret itself. */
  #told(text: string): string {
    const clean = withoutSecrets(text);
    this.#secrets += clean.removed;
    return clean.text;
  }

  #under(key: string): ImportRow | undefined {
    return this.#rows.get(key) ?? this.#others.get(key);
  }

  /** Should somebody want both of two that differ, the second needs a key of its own, and the same one each time. */
  #repeat(row: ImportRow, first: ImportRow): void {
    let { key } = row;
    let twin: ImportRow | undefined = first;
    while (twin && !isSame(row, twin)) {
      key = `${key}~${shortHash(`${row.at}${row.author}${row.text}`)}`;
      twin = this.#under(key);
    }
    const own = { ...row, key };
    if (twin) {
      this.#duplicates.push({ row: own, reason: `the same as ${twin.where}` });
      return;
    }
    this.#others.set(key, own);
    const reason = `has the id of ${first.where} but says something else`;
    this.#duplicates.push({ row: own, reason, differs: true });
  }
}

const isSame = (one: ImportRow, other: ImportRow): boolean =>
  one.text === other.text && one.author === other.author && one.at === other.at;

interface Places {
  readonly named: string[];
  more: number;
}

function listed({ named, more }: Places): string {
  if (named.length === 0) return '';
  return `: ${named.join('; ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** Line ends as here, and no characters that only a terminal understands. */
const cleaned = (text: string): string => text.replaceAll(/\r\n?/g, '\n').replaceAll(CONTROL, '');
const CONTROL = new RegExp(String.raw`[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]`, 'g');

const nameOf = (author: string): string =>
  oneLine(withoutSecrets(cleaned(author)).text).slice(0, LONGEST_NAME);

/**
 * 24 bits of a text: tells records of the same instant apart, and is too short to prove a guess at a text
 * that was redacted since.
 */
export function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return ((hash ^ (hash >>> 15)) & 0xffffff).toString(16).padStart(6, '0');
}
