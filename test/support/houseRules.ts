import { forbidden } from './importRules';
import { sourceFacts, type SourceFacts } from './sourceFacts';

/** Things that one file alone may touch, in all of `electron/` and `renderer/`. */
const ALONE: readonly { readonly what: RegExp; readonly where: readonly string[] }[] = [
  { what: /\bipcMain$/, where: ['electron/ipc.ts'] },
  { what: /\bipcRenderer$/, where: ['electron/preload.ts'] },
  { what: /^(?:window|globalThis|self)\.bridge$/, where: ['renderer/bridge.ts'] },
  { what: /^(?:Date\.now|new Date\(\))$/, where: ['electron/wallClock.ts', 'renderer/clock.ts'] },
  {
    what: /\b(?:randomUUID|getRandomValues)$|^Math\.random$/,
    where: ['electron/deviceId.ts', 'renderer/bindPorts.ts'],
  },
];

/** Where every export says its shape, units, errors or source in a doc comment. */
const DOCUMENTED = /^(?:renderer\/(?:domain|language|imports|persistence)\/|electron\/contract\.ts$)/;

/** Longest file that people still read; data tables would be named here. */
const LONGEST_FILE = 300;
const DATA_TABLES: readonly string[] = [];

/** Everything in a source file of the app that breaks a house rule, one sentence each. */
export function brokenRules(file: string, source: string): readonly string[] {
  const facts = sourceFacts(file, source);
  const imports = facts.asks.flatMap((asked) => forbidden(file, asked) ?? []);
  return [...imports, ...touched(file, facts), ...formOf(file, source, facts)];
}

function touched(file: string, facts: SourceFacts): readonly string[] {
  const taken = facts.asks.filter(({ typeOnly }) => !typeOnly).flatMap(({ names }) => names);
  const all = [...new Set([...facts.reads, ...taken])];
  return ALONE.filter(({ where }) => !where.includes(file)).flatMap(({ what }) =>
    all.filter((name) => what.test(name)).map((name) => `${file}: touches ${name}`),
  );
}

function formOf(file: string, source: string, facts: SourceFacts): readonly string[] {
  const lines = source.split('\n').length - 1;
  const base = file.split('/').at(-1) ?? '';
  const undocumented = DOCUMENTED.test(file) ? facts.undocumented : [];
  return [
    ...undocumented.map((name) => `${file}: ${name} has no doc comment`),
    ...(lines > LONGEST_FILE && !DATA_TABLES.includes(file) ? [`${file}: ${lines} lines`] : []),
    ...(facts.hasDefaultExport && !file.endsWith('.d.ts') ? [`${file}: default export`] : []),
    ...(/^index\.tsx?$/.test(base) ? [`${file}: a barrel`] : []),
    ...(/(?:^|\/)(?:utils?|helpers?|common)(?:\/|\.|$)/i.test(file)
      ? [`${file}: says nothing by its name`]
      : []),
    ...(/(?:oxlint|eslint)-disable|@ts-(?:ignore|expect-error|nocheck)/.test(source)
      ? [`${file}: switches a check off`]
      : []),
  ];
}
