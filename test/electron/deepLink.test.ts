import { describe, expect, it } from 'vitest';
import { linksNamed, readDeepLink } from '../../electron/deepLink';

const declaring = (title: string, severity: number | null = null) => ({ kind: 'declare', title, severity });

describe('deep links (LNK)', () => {
  it.each([
    ['icc://incident/INC-0001', { kind: 'incident', id: 'INC-0001' }],
    ['icc://incident/INC-0001/', { kind: 'incident', id: 'INC-0001' }],
    ['ICC://Incident/018f3c1e-aaaa-bbbb', { kind: 'incident', id: '018f3c1e-aaaa-bbbb' }],
    ['icc://declare', declaring('')],
    ['icc://declare/?sev=3', declaring('', 3)],
    ['icc://declare?title=Checkout%20down&sev=2', declaring('Checkout down', 2)],
    ['icc://declare?title=Checkout+down', declaring('Checkout down')],
    ['icc://declare?title=Ausfall in Köln', declaring('Ausfall in Köln')],
    ['icc://declare?title=%F0%9F%94%A5&from=pager', declaring('🔥')],
    ['icc://declare?title=50%2525', declaring('50%25')],
  ])('[LNK1] reads %s', (text, link) => {
    expect(readDeepLink(text)).toEqual(link);
  });

  it.each([
    '',
    'icc:',
    'icc://',
    'icc:incident/INC-0001',
    'https://incident/INC-0001',
    'iccx://incident/INC-0001',
    'icc://elsewhere/INC-0001',
    'icc://incident',
    'icc://incident/',
    'icc://incident//INC-0001',
    'icc://incident/a/b',
    'icc://incident/..%2f..%2fetc%2fpasswd',
    'icc://incident/../declare',
    'icc://incident/a%00b',
    'icc://incident/INC 0001',
    'icc://incident/INC-0001?x=1',
    'icc://incident/INC-0001#x',
    `icc://incident/${'a'.repeat(65)}`,
    'icc://user@incident/INC-0001',
    'icc://user:secret@incident/INC-0001',
    'icc://incident:80/INC-0001',
    'icc://declare:1?title=x',
    'icc://declare/now?title=x',
    'icc://declare?title=x&title=y',
    'icc://declare?sev=1&sev=2',
    'icc://declare?sev=0',
    'icc://declare?sev=5',
    'icc://declare?sev=1e0',
    'icc://declare?sev=',
    'icc://declare?title=two%0Alines',
    'icc://declare?title=%00',
    'icc://declare?title=%1b[31mred',
    'icc://declare?title=%E2%80%AEdesrever',
    'icc://declare?title=hid%E2%80%8Bden',
    'icc://declare?title=%E2%80%A8separated',
    'icc://declare?title=%ED%A0%80',
    'icc://declare?title=%FF',
    'icc://declare?title=a\nb',
    'icc://declare?title=\u202Eb',
    `icc://declare?title=${'x'.repeat(501)}`,
    `icc://declare?title=${'x'.repeat(10_000)}`,
  ])('[LNK3] refuses %j', (text) => {
    expect(readDeepLink(text)).toBeNull();
  });

  it('[LNK1] takes the longest title there is, whatever its characters', () => {
    for (const letter of ['x', 'ü', '€', '🔥']) {
      const title = letter.repeat(Math.floor(500 / letter.length));
      expect(readDeepLink(`icc://declare?title=${encodeURIComponent(title)}`)).toEqual(declaring(title));
    }
  });

  it('[LNK3] gives of 20,000 random links nothing but what the page may show', () => {
    const random = randomNumbers(20_261_124);
    const parts = ['icc://', 'declare', 'incident', '/', '?title=', '&sev=', '%', '25', '0A', 'E2%80%AE', '@', ':', '#', '..', '\\', '\u0000', '\u202e', '\ud800', 'INC-1', '2', 'Ü', ' ', '🔥', '&', 'x'.repeat(300)]; // prettier-ignore
    const links = Array.from({ length: 20_000 }, () => {
      const pieces = Array.from({ length: 1 + (random() % 8) }, () => parts[random() % parts.length] ?? '');
      return readDeepLink(`icc://${['declare', 'incident'][random() % 2]}${pieces.join('')}`);
    }).filter((link) => link !== null);
    const unfit = links.filter((link) =>
      link.kind === 'incident'
        ? !/^[A-Za-z0-9_-]{1,64}$/.test(link.id)
        : link.title.length > 500 ||
          /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(link.title) ||
          ![null, 1, 2, 3, 4].includes(link.severity),
    );
    expect(unfit).toEqual([]);
    expect(links.length).toBeGreaterThan(100);
  });

  it('are found on a command line, and nothing else is', () => {
    const argv = ['icc://program', 'icc://declare', '--icc://x', 'ICC://incident/A', 'a.icbundle', 'icc'];
    expect(linksNamed(argv)).toEqual(['icc://declare', 'ICC://incident/A']);
  });
});

/** The same numbers every time (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
}
