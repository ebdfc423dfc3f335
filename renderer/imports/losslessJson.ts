/** More digits than a double can keep. */
const LONG_NUMBER = /\d{16,}/;

/**
 * Parses JSON; whole numbers that a double would round come out as texts of their digits.
 *
 * @throws SyntaxError on what is no JSON.
 * @example parseLossless('{"updatedAt":1690298280000000007}') // { updatedAt: '1690298280000000007' }
 */
export function parseLossless(text: string): unknown {
  return JSON.parse(LONG_NUMBER.test(text) ? withQuotedNumbers(text) : text) as unknown;
}

function withQuotedNumbers(text: string): string {
  const parts: string[] = [];
  let from = 0;
  let i = 0;
  while (i < text.length) {
    const char = text[i] ?? '';
    if (char === '"') i = endOfString(text, i);
    else if (char === '-' || (char >= '0' && char <= '9')) {
      const end = endOfNumber(text, i);
      const number = text.slice(i, end);
      if (/^-?\d{16,}$/.test(number)) {
        parts.push(text.slice(from, i), `"${number}"`);
        from = end;
      }
      i = end;
    } else i += 1;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

/** Behind the closing quote. */
function endOfString(text: string, start: number): number {
  let i = start + 1;
  while (i < text.length && text[i] !== '"') i += text[i] === '\\' ? 2 : 1;
  return i + 1;
}

function endOfNumber(text: string, start: number): number {
  let i = start + 1;
  while (i < text.length && /[\d.eE+-]/.test(text[i] ?? '')) i += 1;
  return i;
}
