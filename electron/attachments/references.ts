import type { ImageDamage } from '../attachmentTypes';
import type { IntegrityReport, Outcome, StoredRow } from '../contract';
import { ok } from '../files/storageFailure';
import type { Journal } from '../journal/journal';
import { imagesIn } from './imageName';
import type { ImageStore } from './imageStore';

type Rows = Pick<Journal, 'state' | 'read'>;

const PAGE = 500;

const keyOf = ({ incidentId, stamp }: StoredRow): string => `${incidentId} ${stamp}`;

/** Every row of every journal with an image, page by page; main answers the page in between. */
async function visitRows(journal: Rows, visit: (row: StoredRow) => void): Promise<Outcome<null>> {
  const { journals } = await journal.state();
  for (const { incidentId } of journals) {
    for (let from: number | null = 0; from !== null;) {
      const page = await journal.read(incidentId, from, PAGE);
      if (!page.ok) return page;
      for (const row of page.value.rows) visit(row);
      from = page.value.next;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  return ok(null);
}

/**
 * The images that nothing will name any more once the rows `erased` are (ATT4). Without the whole of
 * every journal nothing can be said, and the failure is the answer.
 */
export async function orphanedBy(
  journal: Rows,
  erased: readonly StoredRow[],
): Promise<Outcome<readonly string[]>> {
  const going = new Set(erased.map(keyOf));
  const named = new Set<string>();
  const kept = new Set<string>();
  const visited = await visitRows(journal, (row) => {
    for (const name of imagesIn(row)) (going.has(keyOf(row)) ? named : kept).add(name);
  });
  return visited.ok ? ok([...named].filter((name) => !kept.has(name))) : visited;
}

/** Whether any row names this image; true also when that can't be found out. */
export async function isNamed(journal: Rows, name: string): Promise<boolean> {
  let found = false;
  const visited = await visitRows(journal, (row) => {
    found ||= imagesIn(row).includes(name);
  });
  return found || !visited.ok;
}

/** Reads every image that a row names (ATT8). What can't be read of a journal is the journal's own finding. */
export async function checkImages(
  journal: Rows,
  images: Pick<ImageStore, 'read'>,
): Promise<NonNullable<IntegrityReport['images']>> {
  const namedBy = new Map<string, string>();
  await visitRows(journal, (row) => {
    for (const name of imagesIn(row)) if (!namedBy.has(name)) namedBy.set(name, row.incidentId);
  });
  const damage: ImageDamage[] = [];
  for (const [file, incidentId] of namedBy) {
    const found = await images.read(file);
    if (typeof found === 'string') damage.push({ incidentId, file, why: found });
  }
  return { named: namedBy.size, damage };
}
