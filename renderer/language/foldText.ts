/** One or more marks behind the letter they belong to. */
const MARKED = /^(\P{M})\p{M}+$/u;
const ASCII = /^[\0-\x7F]*$/;

const folds = new Map<string, string>();

/**
 * The text as find compares it: without case and diacritics (FND1). As long as `text.normalize('NFC')` in UTF-16 code
 * units, so that what is found in one stands at the same place in the other.
 *
 * @example foldText('Ünïcode FAILS') // 'unicode fails'
 */
export function foldText(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  let folded = '';
  for (const character of text.normalize('NFC')) folded += foldCharacter(character);
  return folded;
}

function foldCharacter(character: string): string {
  const known = folds.get(character);
  if (known !== undefined) return known;
  const base = MARKED.exec(character.normalize('NFD'))?.[1] ?? character;
  const lower = base.toLowerCase();
  // One that grows or shrinks would move all that follows it.
  const folded = lower.length === character.length ? lower : character;
  folds.set(character, folded);
  return folded;
}

/** Where `needle`, folded, stands in `text`: UTF-16 offsets into `text.normalize('NFC')`, in order and apart. */
export function findIn(text: string, needle: string): readonly number[] {
  if (needle === '') return [];
  const folded = foldText(text);
  const found: number[] = [];
  for (let at = folded.indexOf(needle); at !== -1; at = folded.indexOf(needle, at + needle.length))
    found.push(at);
  return found;
}
