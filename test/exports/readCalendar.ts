/** A strict reader of iCalendar: whatever a lenient one would forgive fails here. */

export interface CalendarProperty {
  readonly name: string;
  /** Unescaped where it is of the type TEXT. */
  readonly value: string;
}

const TEXTS = new Set(['SUMMARY', 'DESCRIPTION', 'STATUS']);

/** The properties in order, BEGIN and END among them. */
export function readCalendar(file: string): readonly CalendarProperty[] {
  if (!file.endsWith('\r\n')) throw new Error('no CRLF at the end');
  const physical = file.slice(0, -2).split('\r\n');
  for (const line of physical) {
    if (/[\r\n]/.test(line)) throw new Error(`a bare line end in ${JSON.stringify(line)}`);
    if (/(?!\t)\p{Cc}/u.test(line)) throw new Error(`a control character in ${JSON.stringify(line)}`);
    if (/\p{Cs}/u.test(line)) throw new Error('a character was split');
    if (Buffer.byteLength(line) > 75) throw new Error(`${Buffer.byteLength(line)} octets in a line`);
  }
  const logical: string[] = [];
  for (const line of physical) {
    const last = logical.at(-1);
    if (line.startsWith(' ') && last !== undefined) logical[logical.length - 1] = last + line.slice(1);
    else logical.push(line);
  }
  return logical.map(property);
}

function property(line: string): CalendarProperty {
  const [, name, value] = /^([A-Z-]+):(.*)$/su.exec(line) ?? [];
  if (name === undefined || value === undefined) throw new Error(`no property: ${JSON.stringify(line)}`);
  return { name, value: TEXTS.has(name) ? unescaped(value) : value };
}

function unescaped(value: string): string {
  const bare = value.replaceAll(/\\[\\;,n]/g, '');
  if (/[\\;,]/.test(bare)) throw new Error(`not escaped: ${JSON.stringify(value)}`);
  return value.replaceAll(/\\([\\;,n])/g, (_, character: string) => (character === 'n' ? '\n' : character));
}
