import type { Command } from './commands';
import { accept, isFuture, refuse, type CommandOf, type Decision } from './decision';
import type { ImportEvent, Row } from './events';
import type { Incident } from './incident';
import type { EpochMs } from './time';
import { putBack, takeOut } from './takenOut';
import { entries, type Entry } from './timeline';

/** One import of a file. */
export interface Imported {
  readonly id: string;
  readonly file: string;
  readonly count: number;
  /** It was taken out of the timeline; its entries wait here to be put back (IMP8). */
  readonly undone: boolean;
  readonly withdrawn: readonly Entry[];
}

/** As people call what wrote a file; another version's format goes by its own name. */
const FORMAT_NAMES: ReadonlyMap<string, string> = new Map([
  ['slack', 'Slack'],
  ['pagerduty', 'PagerDuty'],
  ['opsgenie-logs', 'Opsgenie'],
  ['opsgenie-webhook', 'Opsgenie'],
  ['alertmanager', 'Alertmanager'],
  ['grafana', 'Grafana'],
  ['csv', 'Table'],
]);

/** `Slack`, `PagerDuty`, … */
export const formatName = (format: string): string => FORMAT_NAMES.get(format) ?? format;

type ImportCommand = CommandOf<'import-records' | 'undo-import' | 'restore-import'>;

/** True for a command about imports. */
export const isImportCommand = (command: Command): command is ImportCommand =>
  command.type === 'import-records' || command.type === 'undo-import' || command.type === 'restore-import';

/** A long import comes in several commands of one import's name; the first one carries the count. */
export function decideImport(state: Incident, command: ImportCommand, now: EpochMs): Decision {
  if (command.type === 'import-records') return importRecords(state, command, now);
  const found = state.imports.find(({ id }) => id === command.import);
  if (!found) return refuse('no-such-import');
  const isUndo = command.type === 'undo-import';
  if (found.undone === isUndo) return refuse(isUndo ? 'import-undone' : 'import-not-undone');
  const { file } = found;
  const count = isUndo ? [...entries(state.timeline)].filter(isOf(found.id)).length : found.withdrawn.length;
  return accept({ type: isUndo ? 'import-undone' : 'import-restored', import: found.id, file, count });
}

function importRecords(state: Incident, command: CommandOf<'import-records'>, now: EpochMs): Decision {
  const { import: id, format, file, count, records } = command;
  if (records.length === 0) return refuse('nothing-to-import');
  if (records.some(({ at }) => isFuture(at, now))) return refuse('time-in-future');
  const isFirst = !state.imports.some((one) => one.id === id);
  return accept(
    ...(isFirst ? [{ event: { type: 'file-imported', import: id, format, file, count } as const }] : []),
    ...records.map(({ at, ...record }) => ({
      event: { type: 'record-imported', import: id, format, file, ...record } as const,
      at,
    })),
  );
}

const isOf =
  (id: string) =>
  ({ source }: Entry): boolean =>
    source?.import === id;

/** What an import does besides adding lines. Undone entries are kept whole, with what was made of them since. */
export function evolveImport(state: Incident, row: Row<ImportEvent>): Incident {
  const { event } = row;
  switch (event.type) {
    case 'file-imported': {
      const { import: id, file, count } = event;
      if (state.imports.some((one) => one.id === id)) return state;
      const added = { id, file, count, undone: false, withdrawn: [] };
      return { ...state, imports: [...state.imports, added] };
    }
    case 'record-imported':
      return state;
    case 'import-undone': {
      const found = state.imports.find(({ id, undone }) => id === event.import && !undone);
      if (!found) return state;
      const { timeline, out } = takeOut(state.timeline, isOf(found.id));
      return { ...withImport(state, { ...found, undone: true, withdrawn: out }), timeline };
    }
    case 'import-restored': {
      const found = state.imports.find(({ id, undone }) => id === event.import && undone);
      if (!found) return state;
      const timeline = putBack(state.timeline, found.withdrawn, { at: row.recordedAt, by: row.by });
      return { ...withImport(state, { ...found, undone: false, withdrawn: [] }), timeline };
    }
  }
}

/** Where a new record goes: to those taken out when its import was undone before it came, as a merge may have it. */
export function withheld(state: Incident, entry: Entry): Incident | undefined {
  const found = state.imports.find(({ id, undone }) => undone && id === entry.source?.import);
  return found && withImport(state, { ...found, withdrawn: [...found.withdrawn, entry] });
}

const withImport = (state: Incident, changed: Imported): Incident => ({
  ...state,
  imports: state.imports.map((one) => (one.id === changed.id ? changed : one)),
});

/** Where a record that a file brings is already: in the timeline, or taken out with an import. */
export interface KnownRecords {
  readonly here: ReadonlySet<string>;
  /** By record, the import it was taken out with. */
  readonly undone: ReadonlyMap<string, string>;
}

/** A record's name among all formats (IMP4). */
export const recordName = (format: string, key: string): string => `${format} ${key}`;

/** Records looked at between two rests of `readingKnown`. */
const AT_A_TIME = 1_000;

/** Every record the log has; redacted ones too, so that they don't come back (IMP10). */
export function knownRecords(incident: Pick<Incident, 'timeline' | 'imports'>): KnownRecords {
  const looking = readingKnown(incident);
  for (;;) {
    const { done, value } = looking.next();
    if (done === true) return value;
  }
}

/** The same with rests, for whoever needs the thread between them. */
export function* readingKnown({
  timeline,
  imports,
}: Pick<Incident, 'timeline' | 'imports'>): Generator<undefined, KnownRecords> {
  const here = new Set<string>();
  const undone = new Map<string, string>();
  let looked = 0;
  for (const { source } of entries(timeline)) {
    if (source) here.add(recordName(source.format, source.key));
    if ((looked += 1) % AT_A_TIME === 0) yield;
  }
  for (const { id, withdrawn } of imports) {
    for (const { source } of withdrawn) {
      if (source) undone.set(recordName(source.format, source.key), id);
      if ((looked += 1) % AT_A_TIME === 0) yield;
    }
  }
  return { here, undone };
}
