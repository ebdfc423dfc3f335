import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { colour, contrast, mix, type Colour } from '../support/contrast';

const RENDERER = join(import.meta.dirname, '../../renderer');
const sheets = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.css'))
  .map((name) => ({ name, css: readFileSync(join(RENDERER, name), 'utf8') }));
const tokens = sheets.find(({ name }) => name.endsWith('tokens.css'))?.css ?? '';

/** The colour tokens of a theme; light says only what differs from dark. */
function theme(name: 'dark' | 'light'): { readonly [token: string]: string } {
  const [dark = '', light = ''] = tokens.split(":root[data-theme='light']");
  const read = (css: string): { readonly [token: string]: string } =>
    Object.fromEntries(
      [...css.matchAll(/--([a-z0-9-]+): ([^;]+);/g)].map(([, key = '', value = '']) => [key, value]),
    );
  return { ...read(dark), ...(name === 'light' ? read(light) : {}) };
}

/** The surfaces text stands on; a mix as `danger 16 bg`. */
const PLAIN = ['bg', 'panel', 'raised'] as const;
const MIXED = ['danger 16 bg', 'warn 12 bg'] as const;

/** Text and where it stands. */
const TEXT: readonly (readonly [string, string])[] = [
  ...[...PLAIN, ...MIXED].map((surface) => ['text', surface] as const),
  ...PLAIN.map((surface) => ['dim', surface] as const),
  ['ok', 'panel'],
  ['accent', 'bg'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent 88 text'],
  ['on-danger', 'danger'],
  ['on-warn', 'warn'],
  ['on-mark', 'mark'],
  ...[1, 2, 3, 4].map((level) => [`on-sev-${level}`, `sev-${level}`] as const),
];

/** Lines, rings and marks that carry meaning, and where they stand. Hairlines only divide. */
const LINES: readonly (readonly [string, string])[] = [
  ...['line', 'focus', 'accent', 'danger', 'warn', 'ok'].flatMap((line) =>
    PLAIN.map((surface) => [line, surface] as const),
  ),
  ...MIXED.map((surface) => ['focus', surface] as const),
  ['on-danger', 'danger'],
  ...[1, 3, 4].flatMap((level) => PLAIN.map((surface) => [`sev-${level}`, surface] as const)),
];

const DECORATION = new Set(['hairline', 'backdrop', 'shadow', 'radius', 'font', 'mono', 'space']);

function resolve(name: string, colours: { readonly [token: string]: string }): Colour {
  const [token = '', share, other = ''] = name.split(' ');
  const value = colour(colours[token] ?? '');
  return share === undefined ? value : mix(value, Number(share) / 100, resolve(other, colours));
}

const measured = (pair: readonly [string, string], colours: { readonly [token: string]: string }): number =>
  contrast(resolve(pair[0], colours), resolve(pair[1], colours));

describe('measuring contrast', () => {
  it('agrees with the examples of WCAG and CSS Color', () => {
    expect(contrast(colour('#000000'), colour('#ffffff'))).toBeCloseTo(21, 5);
    expect(contrast(colour('#777777'), colour('#ffffff'))).toBeCloseTo(4.48, 2);
    const purple = mix(colour('#ff0000'), 0.5, colour('#0000ff')).map((c) => Math.round(c * 255));
    expect(purple).toEqual([140, 83, 162]);
  });
});

describe.each(['dark', 'light'] as const)('the %s theme (1.4.3, 1.4.11)', (name) => {
  const colours = theme(name);

  it.each(TEXT)('%s on %s can be read', (...pair) => {
    expect(measured(pair, colours)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(LINES)('%s on %s can be seen', (...pair) => {
    expect(measured(pair, colours)).toBeGreaterThanOrEqual(3);
  });

  it('sev-2 can be seen by its fill or by its edge', () => {
    for (const surface of PLAIN) {
      const edge = colours['sev-2-edge'] === 'transparent' ? 'sev-2' : 'sev-2-edge';
      expect(measured([edge, surface], colours)).toBeGreaterThanOrEqual(3);
    }
  });
});

describe('what is measured is what is used', () => {
  const used = (property: string): readonly string[] => {
    const rule = new RegExp(String.raw`(?:^|[\s;{])${property}: ([^;]*)`, 'g');
    const values = sheets.flatMap(({ css }) => [...css.matchAll(rule)].map(([, value = '']) => value));
    return values.flatMap((value) =>
      [...value.matchAll(/var\(--([a-z0-9-]+)\)/g)].map(([, key = '']) => key),
    );
  };
  const known = new Set([...TEXT, ...LINES].flat().flatMap((name) => name.split(' ')));

  it.each(['color', 'background', 'border[a-z-]*', 'outline', 'stroke', 'accent-color'])('%s', (property) => {
    const unmeasured = used(property).filter((token) => !known.has(token) && !DECORATION.has(token));
    expect(new Set(unmeasured.filter((token) => !/^sev-\d(-edge)?$/.test(token)))).toEqual(new Set());
  });

  it('uses no colour that is not a token', () => {
    const bare = sheets
      .filter(({ name }) => !name.endsWith('tokens.css'))
      .flatMap(({ name, css }) =>
        (css.match(/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\(/gi) ?? []).map((at) => [name, at]),
      );
    expect(bare).toEqual([]);
  });

  /** The ring of the panels would vanish on the red of an alarm. */
  it('gives the red panels that hold buttons a ring of their own', () => {
    const updates = sheets.find(({ name }) => name.endsWith('Updates.module.css'))?.css ?? '';
    const red = updates.split('}').filter((rule) => rule.includes('background: var(--danger)'));
    expect(red.length).toBeGreaterThan(0);
    expect(red.filter((rule) => !rule.includes('--focus: var(--on-danger)'))).toEqual([]);
  });

  it('draws the edge of sev-2 wherever its fill is a mark', () => {
    const marks = sheets
      .flatMap(({ css }) => css.split('}'))
      .filter((rule) => /[^-]color: var\(--sev-2\)/.test(rule));
    expect(marks.length).toBeGreaterThan(0);
    expect(marks.filter((rule) => !rule.includes('stroke: var(--sev-2-edge)'))).toEqual([]);
  });
});
