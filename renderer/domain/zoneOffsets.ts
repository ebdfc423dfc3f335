/** Minutes ahead of UTC, as most logs mean them; each use is told. Others mean several zones and are refused. */
export const ZONE_OFFSETS: ReadonlyMap<string, number> = new Map([
  ['Z', 0],
  ['UTC', 0],
  ['GMT', 0],
  ['WET', 0],
  ['WEST', 60],
  ['CET', 60],
  ['CEST', 120],
  ['MEZ', 60],
  ['MESZ', 120],
  ['EET', 120],
  ['EEST', 180],
  ['EST', -300],
  ['EDT', -240],
  ['CDT', -300],
  ['MDT', -360],
  ['PST', -480],
  ['PDT', -420],
  ['JST', 540],
  ['AEST', 600],
  ['AEDT', 660],
]);

/** Abbreviations that mean several zones, with minutes ahead of UTC: which one is meant is asked, never guessed (IMP6). */
export const AMBIGUOUS_ZONES: ReadonlyMap<string, readonly (readonly [minutes: number, meant: string])[]> =
  new Map([
    [
      'IST',
      [
        [330, 'India'],
        [60, 'Ireland, in summer'],
        [120, 'Israel, in winter'],
      ],
    ],
    [
      'CST',
      [
        [-360, 'Central, North America'],
        [480, 'China'],
        [-300, 'Cuba'],
      ],
    ],
    [
      'BST',
      [
        [60, 'Britain, in summer'],
        [360, 'Bangladesh'],
        [660, 'Bougainville'],
      ],
    ],
    [
      'MST',
      [
        [-420, 'Mountain, North America'],
        [480, 'Malaysia'],
      ],
    ],
    [
      'AST',
      [
        [-240, 'Atlantic, North America'],
        [180, 'Arabia'],
      ],
    ],
    [
      'ADT',
      [
        [-180, 'Atlantic, North America, in summer'],
        [240, 'Arabia, in summer'],
      ],
    ],
    [
      'SST',
      [
        [480, 'Singapore'],
        [-660, 'Samoa'],
      ],
    ],
    [
      'GST',
      [
        [240, 'Gulf'],
        [-120, 'South Georgia'],
      ],
    ],
  ]);

/** Further ones that people write; no file is read by them yet. */
const ALSO_ZONES = 'AKST AKDT HST ET PT MSK SAST PKT SGT HKT KST ACST ACDT AWST NZST NZDT BRT ART'.split(' ');

/** Letters that name a zone, but for those of UTC itself. */
export const ZONE_LETTERS: readonly string[] = [
  ...[...ZONE_OFFSETS.keys()].filter((name) => !['Z', 'UTC', 'GMT'].includes(name)),
  ...AMBIGUOUS_ZONES.keys(),
  ...ALSO_ZONES,
];

/** The abbreviation at the end of a time, if it means several zones. */
export function ambiguousZoneIn(text: string): string | undefined {
  const name = /\d ?(?:[ap]\.?m\.? ?)?\(?([A-Za-z]{2,5})\)?$/i.exec(text.trim())?.[1]?.toUpperCase();
  return name !== undefined && AMBIGUOUS_ZONES.has(name) ? name : undefined;
}
