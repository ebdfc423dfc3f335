import { visibleText } from './visibleText';

const MOST_OCTETS = 75;
const CONTROL = /(?![\t\n])\p{Cc}/gu;
const FIRST = Date.parse('0001-01-01T00:00:00Z');
const LAST = Date.parse('9999-12-31T22:00:00Z');

/**
 * A value of the type TEXT (RFC 5545, 3.3.11): backslash, semicolon, comma and line ends escaped, hidden
 * characters shown as marks (EXP5) and no control character left but the tab. A line end can't end the
 * property, so no text becomes a property of its own.
 *
 * @example textValue('a;b\r\nATTENDEE:x') // 'a\\;b\\nATTENDEE:x'
 */
export function textValue(text: string): string {
  return visibleText(text)
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replace(CONTROL, '')
    .replaceAll('\n', '\\n');
}

/** `20261123T120000Z`; what lies outside the years 1 to 9999 becomes their edge, for the form has four digits. */
export function utcValue(epochMs: number): string {
  const year4 = new Date(Math.min(Math.max(epochMs, FIRST), LAST)).toISOString();
  return `${year4.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

/**
 * A content line as it stands in the file: folded before its 76th octet, never inside a character, and ended
 * with CRLF (RFC 5545, 3.1).
 */
export function folded(line: string): string {
  let out = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > MOST_OCTETS) {
      out += '\r\n ';
      octets = 1;
    }
    out += character;
    octets += size;
  }
  return `${out}\r\n`;
}

/** Octets of one character in UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x1_0000 ? 3 : 4;
}
