import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fold } from '../../renderer/domain/fold';
import { summaryOf } from '../../renderer/domain/summary';
import type { IncidentSummary } from '../../renderer/domain/summary';
import { twoCopies, type TwoCopies } from '../support/journalledLog';
import { INC_A, logOf, noteRow } from '../support/logRows';

const silent = (): void => undefined;

function summary(notes: number): IncidentSummary {
  const made = summaryOf(fold(logOf(notes)));
  if (!made) throw new Error('no summary');
  return made;
}

/** An incident in both stores, and then the database goes away underneath, as a full disk does it. */
async function brokenCopy(): Promise<TwoCopies> {
  const stores = await twoCopies();
  await stores.log.append(logOf(2));
  await stores.log.keep(logOf(2), summary(2));
  stores.copy.close();
  return stores;
}

const CLOSED = expect.stringMatching(/^DatabaseClosedError/) as string;

describe('a working copy that fails (LOG8)', () => {
  it('keeps no row from being acknowledged', async () => {
    const { log, troubles } = await brokenCopy();
    expect(await log.append([noteRow(3)])).toEqual({ ok: true, durable: 4 });
    expect(troubles).toEqual([]);
  });

  it('is told of once for each failure, and is to be rebuilt', async () => {
    const { log, troubles, main } = await brokenCopy();
    await log.keep([noteRow(3)], summary(3));
    expect({ troubles, suspicions: main.suspicions }).toEqual({ troubles: [CLOSED], suspicions: [CLOSED] });
    await log.keep([noteRow(4)], summary(4));
    expect(troubles).toEqual([CLOSED, CLOSED]);
  });

  it('still opens the whole incident, from the journal', async () => {
    const { log, troubles } = await brokenCopy();
    await log.append([noteRow(3)]);
    expect(await log.open(INC_A, silent)).toMatchObject({ rows: logOf(3), durable: 4 });
    expect(new Set(troubles)).toEqual(new Set([CLOSED]));
  });

  it('lists nothing rather than failing', async () => {
    const { log, troubles } = await brokenCopy();
    expect(await log.list()).toEqual([]);
    expect(troubles).toEqual([CLOSED]);
  });

  it('is moved aside at the next start, even after a clean exit', async () => {
    const { log, profile, restart } = await brokenCopy();
    const database = join(profile, 'IndexedDB', 'app_console_0.indexeddb.leveldb');
    mkdirSync(database, { recursive: true });
    await log.keep([noteRow(3)], summary(3));
    const again = await restart();
    const { recovery } = await again.main.stores.journal.state();
    expect(recovery).toMatchObject({ uncleanExit: false, workingCopyMovedAside: true });
    expect(existsSync(database)).toBe(false);
  });
});
