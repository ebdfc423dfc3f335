import { array, constantFrom, oneof, string, type Arbitrary } from 'fast-check';
import { HOSTILE_TEXTS } from './hostileText';

const PIECES = [
  ...'=+-@＝＋－＠;,:"\'\\|<>&#/`*_[](){}!~^$% \t\n\r\0'.split(''),
  '\r\n',
  '\r\nATTENDEE:mailto:x@example.com',
  '\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\n',
  '\n ',
  '";=1+1;"',
  '","',
  '\\n',
  '\\;',
  '</',
  '-->',
  ']]>',
  '<script>',
  '<img src=x onerror=x()>',
  'javascript:',
  'é',
  '漢字',
  '🔥',
  '👩‍💻',
  '\uD83D',
  '\uDD25',
  '\u202E',
  '\u200B',
  '\u2028',
  '\u0085',
];

/** Texts put together from what means something in Markdown, HTML, CSV or iCalendar, and of anything else. */
export const hostileMix: Arbitrary<string> = array(
  oneof(
    constantFrom(...HOSTILE_TEXTS),
    constantFrom(...PIECES),
    string({ unit: 'binary', maxLength: 6 }),
    constantFrom('a', 'Z', '7', 'x'.repeat(80)),
  ),
  { maxLength: 14 },
).map((pieces) => pieces.join(''));
