import type { ImageDamage, IntegrityReport } from '../../electron/contract';
import type { IncidentSummary } from '../domain/summary';

/** What a check has found, in sentences: one for the whole, one for each thing that is not as it was. */
export interface IntegrityFindings {
  readonly summary: string;
  readonly details: readonly string[];
}

type Checked = IntegrityReport['incidents'][number];
type Copies = ReadonlyMap<string, IncidentSummary>;

/** `copies` is what the working copy holds of each incident. */
export function integritySentences(
  { incidents, images }: IntegrityReport,
  copies: readonly IncidentSummary[],
): IntegrityFindings {
  if (incidents.length === 0 && copies.length === 0) {
    return { summary: 'There is no incident yet, so there is nothing to check.', details: [] };
  }
  const known: Copies = new Map(copies.map((one) => [one.id, one]));
  const broken = [
    ...incidents.flatMap((one) => damageOf(one, known)),
    ...(images?.damage ?? []).map((one) => imageDamage(one, known)),
    ...copies.filter(({ id }) => !incidents.some((one) => one.incidentId === id)).map(goneSentence),
  ];
  const differing = incidents.flatMap((one) => differenceOf(one, known));
  const details = [...broken, ...differing];
  return { summary: summaryOf(incidents, broken.length, differing.length), details };
}

function damageOf({ incidentId, damage }: Checked, copies: Copies): readonly string[] {
  return damage.map(
    ({ file, why }) => `${nameOf(incidentId, copies)}: “${file}”, ${why}. The rest of it was read.`,
  );
}

const imageDamage = ({ incidentId, file, why }: ImageDamage, copies: Copies): string =>
  `${nameOf(incidentId, copies)}: its image “${file}” is ${why === 'missing' ? 'missing' : 'not what was stored'}. The entry stays; a bundle that holds the image, or pasting it once more, brings it back.`;

const goneSentence = ({ name, title, rowCount }: IncidentSummary): string =>
  `${name} ${title}: its journal is gone; the working copy has ${rowsText(rowCount)}. Restore it from a backup, or open it.`;

function differenceOf({ incidentId, rows }: Checked, copies: Copies): readonly string[] {
  const copy = copies.get(incidentId);
  if (copy?.rowCount === rows) return [];
  const has = copy === undefined ? 'lacks it' : `has ${rowsText(copy.rowCount)}`;
  return [
    `${nameOf(incidentId, copies)}: the working copy ${has}, the journal has ${rowsText(rows)}. Each gets what it lacks when the console starts again.`,
  ];
}

function nameOf(id: string, copies: Copies): string {
  const copy = copies.get(id);
  return copy ? `${copy.name} ${copy.title}` : `The incident ${id}`;
}

function summaryOf(incidents: readonly Checked[], broken: number, differing: number): string {
  const rows = incidents.reduce((sum, one) => sum + one.rows, 0);
  const what = `${incidents.length === 1 ? '1 incident' : `${incidents.length} incidents`}, ${rowsText(rows)}`;
  if (broken > 0) {
    return `Read: ${what}. Not all is as it was written. Nothing was changed; a backup may have what is damaged.`;
  }
  if (differing > 0) {
    return `Read: ${what}. Every checksum and every chain holds, but the working copy differs.`;
  }
  return `All is well: ${what}. Every checksum and every chain holds, and the working copy has the same rows.`;
}

const rowsText = (count: number): string => (count === 1 ? '1 row' : `${count} rows`);
