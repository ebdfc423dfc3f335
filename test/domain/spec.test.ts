import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const SPEC = readFileSync(join(ROOT, 'renderer/domain/SPEC.md'), 'utf8');
const RULE = /^- \*\*([A-Z]{3})(\d+)\*\* (.+)$/gm;
const rules = [...SPEC.matchAll(RULE)].map(([, group = '', number = '', sentence = '']) => ({
  id: `${group}${number}`,
  group,
  number: Number(number),
  sentence,
}));
const ids = new Set(rules.map(({ id }) => id));
const groups = [...new Set(rules.map(({ group }) => group))];
const ID = new RegExp(String.raw`\b(?:${groups.join('|')})\d+\b`, 'g');

function filesIn(folder: string, ending: RegExp): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => join(ROOT, folder, name));
}

/** Ids of known groups, anything in brackets like one, and all of a span such as `MIT1–MIT4`. */
function citedIn(text: string): readonly string[] {
  const spans = [...text.matchAll(/\b([A-Z]{3})(\d+)–\1(\d+)\b/g)].flatMap(([, group = '', from, to]) =>
    Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) => `${group}${Number(from) + i}`),
  );
  const bracketed = [...text.matchAll(/\[([A-Z]{3}\d+)\]/g)].map(([, id = '']) => id);
  return [...(text.match(ID) ?? []), ...bracketed, ...spans.filter((id) => groups.includes(id.slice(0, 3)))];
}

const COMMENT = /\/\*\*?[\s\S]*?\*\/|\/\/.*$/gm;
const commentsOf = (file: string): string => (readFileSync(file, 'utf8').match(COMMENT) ?? []).join('\n');

/** The first text of each `describe` and `it`, also of `.each` tables: from the call to the line's end. */
const TITLE = /^\s*(?:describe|it)\b.*$|^\s*'\[[A-Z]{3}\d+\].*$|\]\)\(\s*['`].*$/gm;
const titlesOf = (file: string): string => (readFileSync(file, 'utf8').match(TITLE) ?? []).join('\n');

describe('the specification', () => {
  it('gives each rule one id, counted on within its group, and one sentence', () => {
    expect(ids.size).toBe(rules.length);
    for (const group of groups) {
      const numbers = rules.filter((rule) => rule.group === group).map(({ number }) => number);
      expect({ group, numbers }).toEqual({ group, numbers: numbers.map((_, i) => i + 1) });
    }
    for (const { id, sentence } of rules) expect(`${id} ${sentence}`).toMatch(/^[A-Z]{3}\d+ [A-Z`].*\.$/);
    expect(rules.length).toBeGreaterThan(60);
  });

  it('has every rule in the title of a test, and no test cites a rule it lacks', () => {
    const cited = new Set(filesIn('test', /\.test\.tsx?$/).flatMap((file) => citedIn(titlesOf(file))));
    expect([...ids].filter((id) => !cited.has(id))).toEqual([]);
    expect([...cited].filter((id) => !ids.has(id))).toEqual([]);
  });

  it('has every rule that a comment in the code names', () => {
    const files = [...filesIn('renderer', /\.tsx?$/), ...filesIn('electron', /\.ts$/)];
    const unknown = files.flatMap((file) =>
      citedIn(commentsOf(file))
        .filter((id) => !ids.has(id))
        .map((id) => `${relative(ROOT, file)}: ${id}`),
    );
    expect(unknown).toEqual([]);
  });

  it('would see an unknown id, a span and an untested rule', () => {
    expect(citedIn('// (LOG99) and MIT1–MIT3')).toEqual(['LOG99', 'MIT1', 'MIT3', 'MIT1', 'MIT2', 'MIT3']);
    expect(citedIn("it('[TLM3] x'")).toEqual(['TLM3']);
    expect('/** x (LOG3) */ const y = 1; // UPD5'.match(COMMENT)).toEqual(['/** x (LOG3) */', '// UPD5']);
    expect("  it('[LOG3] x', () => {".match(TITLE)).toHaveLength(1);
    expect("const id = 'LOG3';".match(TITLE)).toBeNull();
  });
});
