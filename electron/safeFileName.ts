/**
 * Makes a file or folder name that every supported system takes, from any text.
 *
 * Letters, marks and digits of every script stay; separators, control and right-to-left override
 * characters, emoji and what Windows forbids become `-`. No leading or trailing dot or blank, no
 * name Windows reserves for a device, at most 120 characters and 200 bytes. '' gives `fallback`.
 *
 * @example safeFileName('../INC-7: "why?"', 'incident') // 'INC-7- -why'
 */
export function safeFileName(text: string, fallback: string): string {
  const plain = text
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\p{N} ._()+,&@#'-]/gu, '-')
    .replaceAll(/-{2,}/g, '-');
  const name = trimmed(shortened(trimmed(plain)));
  if (name === '') return fallback;
  return RESERVED.test(name) ? `_${name}` : name;
}

const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
const EDGES = /^[\s.-]+|[\s.-]+$/g;
const MOST_CHARACTERS = 120;
const MOST_BYTES = 200;
const LONGEST_EXTENSION = 12;

function trimmed(name: string): string {
  return name.replaceAll(EDGES, '');
}

/** Shortens the stem and keeps the extension, without splitting a character. */
function shortened(name: string): string {
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 && name.length - dot <= LONGEST_EXTENSION ? name.slice(dot) : '';
  let stem = '';
  let characters = extension.length;
  let bytes = Buffer.byteLength(extension);
  for (const character of name.slice(0, name.length - extension.length)) {
    characters += 1;
    bytes += Buffer.byteLength(character);
    if (characters > MOST_CHARACTERS || bytes > MOST_BYTES) break;
    stem += character;
  }
  return trimmed(stem) + extension;
}
