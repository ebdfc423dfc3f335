import * as fc from 'fast-check';

/** Every character that means something in Markdown, and what means something only beside another. */
const PIECES = [
  ...'\\`*_[]()#+-.!|<>~$&:/@="\'{}^7aZ \t\n'.split(''),
  '\r\n',
  '\r',
  '1.',
  '2)',
  '- ',
  '---',
  '***',
  '[ ] ',
  '![',
  '](',
  '<b>',
  'www.a.b',
  'x@y.z',
  '&lt;',
  '&#35;',
  'http://a',
  'https://a',
  '\\\n',
  '\n\n',
  '```',
  'snake_case',
  '__',
  'é',
  '漢',
  '😀',
  '\uD83D',
];

/** Texts that try to be Markdown. */
export const hostileMarkdown = fc
  .array(
    fc.oneof({ arbitrary: fc.constantFrom(...PIECES), weight: 4 }, { arbitrary: fc.string(), weight: 1 }),
    {
      maxLength: 10,
    },
  )
  .map((parts) => parts.join(''));
