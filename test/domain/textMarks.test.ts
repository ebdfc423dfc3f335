import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markKey, marksIn, mentionsOf, tagsOf } from '../../renderer/domain/textMarks';

describe('tags and mentions (TML14)', () => {
  it.each<[string, string, readonly string[], readonly string[]]>([
    ['a tag and a name', '#cause found by @sam', ['cause'], ['sam']],
    ['marks in the middle', 'told @ana, see (#customer-eu).', ['customer-eu'], ['ana']],
    ['a dot at the end', 'handed to @dana.reyes.', [], ['dana.reyes']],
    ['other alphabets', '#Ausfall-größe #原因 @Zoë', ['Ausfall-größe', '原因'], ['Zoë']],
    ['a ticket', 'see #123 and #4711', [], []],
    ['a number with a letter', '#5xx', ['5xx'], []],
    ['a number as a name', 'call @24x7', [], ['24x7']],
    ['mail', 'wrote to dana@example.org', [], []],
    ['inside a word', 'a#b C#sharp x@y', [], []],
    ['an address', 'https://x.example/a#top @sam http://u@host www.x.example/#b', [], ['sam']],
    ['code', '`git commit #no @no` #yes', ['yes'], []],
    ['a fence', '```\n#no @no\n``` #yes ```\n@open', ['yes'], []],
    ['a lone backtick', 'it`s #yes', ['yes'], []],
    ['signs alone', '# @ ## @@ #- @.', [], []],
    ['a heading', '# Title', [], []],
    ['twice in other case', '#Cause #CAUSE @Sam @sam', ['Cause'], ['Sam']],
  ])('[TML14] reads %s', (_what, text, tags, mentions) => {
    expect([tagsOf(text), mentionsOf(text)]).toEqual([tags, mentions]);
  });

  it('[TML14] is the same tag whatever the case', () => {
    expect(markKey('CAUSE')).toBe(markKey('cause'));
    expect(markKey('Zoe\u0308')).toBe(markKey('ZO\u00CB'));
  });

  it('[TML14] every mark stands where it says, in order and apart', () => {
    const words = fc.array(
      fc.oneof(
        fc.constantFrom('#', '@', '`', '```', ' ', '\n', 'http://', '.', '-', 'a', '1', 'é'),
        fc.string(),
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join('');
        let end = 0;
        for (const { sign, name, from, to } of marksIn(text)) {
          expect(text.slice(from, to)).toBe(sign + name);
          expect(from).toBeGreaterThanOrEqual(end);
          end = to;
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('[TML14] what is longer than a hundred characters is something pasted', () => {
    expect(tagsOf(`#${'x'.repeat(101)}`)).toEqual([]);
    expect(tagsOf(`#${'x'.repeat(100)}`)).toHaveLength(1);
  });

  it.each(['`', '#', '@', 'a.', '``` ', '#a', 'http://', 'www.'])(
    '[TML14] a million characters of %j are read to their end',
    (part) => {
      expect(() => marksIn(`#x ${part.repeat(1_000_000 / part.length)}`)).not.toThrow();
    },
  );
});
