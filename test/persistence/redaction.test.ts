import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { Row } from '../../renderer/domain/events';
import { fold } from '../../renderer/domain/fold';
import { redactRow, withRedactions } from '../../renderer/domain/redaction';
import { summaryOf } from '../../renderer/domain/summary';
import { faultyFiles, systemError, type Faults } from '../electron/support/faultyFiles';
import { freshFolder } from '../support/freshFolder';
import { twoCopies, type TwoCopies } from '../support/journalledLog';
import { INC_A, INC_B, declaredRow, logOf, noteRow, rowOf } from '../support/logRows';

const SECRET = 'hunter2-Zq8';
const silent = (): void => undefined;

const declared = declaredRow();
const secret = rowOf(1, { type: 'note-logged', kind: 'note', text: SECRET });
const reworded = rowOf(2, { type: 'entry-edited', entry: secret.stamp, text: `${SECRET}!` });
const redaction = rowOf(3, { type: 'entry-redacted', entry: secret.stamp, reason: 'a key' });
const LEAK: readonly Row[] = [declared, secret, reworded, redaction];
const ERASED = withRedactions(LEAK);

const keep = (copy: TwoCopies['copy'], rows: readonly Row[]): Promise<void> =>
  copy.put(rows, summaryOf(fold(rows)));

const holding = (profile: string): readonly string[] =>
  readdirSync(profile, { recursive: true, encoding: 'utf8' })
    .map((name) => join(profile, name))
    .filter((path) => statSync(path).isFile() && readFileSync(path).includes(SECRET));

async function expectErased({ journal, copy, profile }: TwoCopies): Promise<void> {
  const read = await journal.read(INC_A, silent);
  expect(read).toEqual({ ok: true, rows: ERASED });
  expect(await copy.rows(INC_A)).toEqual(ERASED);
  expect(await copy.summary(INC_A)).toEqual(summaryOf(fold(ERASED)));
  expect(holding(profile)).toEqual([]);
}

describe('a log with a redaction that is not carried out (RED)', () => {
  const before = [declared, secret, reworded];
  const cases: readonly (readonly [string, readonly Row[], readonly Row[]])[] = [
    ['was just acknowledged', LEAK, before],
    ['was kept in the working copy, and then the program died', LEAK, LEAK],
    ['is known to the working copy alone', before, LEAK],
    ['was carried out in the journal alone', ERASED, LEAK],
    ['came by another way than its row, which is still in clear here', ERASED, before],
    ['meets a working copy that is empty', LEAK, []],
    ['meets a journal that lost the row', [declared, redaction], LEAK],
  ];

  it.each(cases)('[RED6] erases it in both stores when it %s', async (_when, inJournal, inCopy) => {
    const stores = await twoCopies();
    await stores.journal.append(inJournal);
    if (inCopy.length > 0) await keep(stores.copy, inCopy);
    const opened = await stores.log.open(INC_A, silent);
    expect(opened.rows.toSorted((a, b) => (a.stamp < b.stamp ? -1 : 1))).toEqual(ERASED);
    expect(opened).toMatchObject({ durable: 4, restored: 0 });
    expect(opened.unerased).toBeUndefined();
    const read = await stores.journal.read(INC_A, silent);
    expect(JSON.stringify([read, await stores.copy.rows(INC_A)])).not.toContain(SECRET);
    expect(holding(stores.profile)).toEqual([]);
    expect(stores.troubles).toEqual([]);
  });

  it('[RED6] is quiet once it is carried out', async () => {
    const stores = await twoCopies();
    await stores.journal.append(LEAK);
    await stores.log.open(INC_A, silent);
    await expectErased(stores);
    const again = await stores.restart();
    expect(await again.log.open(INC_A, silent)).toMatchObject({ rows: ERASED, durable: 4, restored: 0 });
    expect(again.main.calls).toEqual(['journal:state']);
  });

  it('[RED6] is carried out in an incident that nobody opens', async () => {
    const stores = await twoCopies();
    await stores.journal.append(LEAK);
    await stores.log.catchUp(silent);
    await expectErased(stores);
  });

  it('[RED6] the other incidents are put into the new working copy', async () => {
    const stores = await twoCopies();
    await stores.journal.append(LEAK);
    await stores.journal.append(logOf(3, INC_B));
    await stores.log.open(INC_A, silent);
    await expect.poll(() => stores.copy.rows(INC_B)).toEqual(logOf(3, INC_B));
    expect(stores.main.calls).toContain('workingCopy:discard');
  });

  it('[RED4] a copy that comes later is neither kept nor written', async () => {
    const stores = await twoCopies();
    await stores.journal.append(LEAK);
    await stores.log.open(INC_A, silent);
    expect(await stores.log.append([secret, noteRow(4)])).toEqual({ ok: true, durable: 5 });
    expect(holding(stores.profile)).toEqual([]);
  });

  it('[RED8] says why a disk would not have it, and ends it at the next opening', async () => {
    const faults: Faults = {};
    const stores = await twoCopies({ files: faultyFiles(faults) }, freshFolder('log'));
    await stores.journal.append(LEAK);
    faults.rename = () => {
      throw systemError('EROFS');
    };
    const opened = await stores.log.open(INC_A, silent);
    expect(opened).toMatchObject({ rows: ERASED, unerased: { reason: 'read-only' } });
    expect(JSON.stringify(await stores.log.open(INC_A, silent))).not.toContain(SECRET);
    delete faults.rename;
    expect((await stores.log.open(INC_A, silent)).unerased).toBeUndefined();
    await expectErased(stores);
  });

  it('[RED8] says so when the working copy can’t be deleted', async () => {
    const stores = await twoCopies();
    await stores.journal.append(LEAK);
    await keep(stores.copy, LEAK);
    const failure = { reason: 'failed', path: 'IndexedDB', detail: 'locked' } as const;
    const discard = vi.spyOn(stores.journal, 'discardWorkingCopy').mockResolvedValue({ ok: false, failure });
    expect(await stores.log.open(INC_A, silent)).toMatchObject({ rows: ERASED, unerased: failure });
    discard.mockRestore();
    await stores.log.open(INC_A, silent);
    await expectErased(stores);
  });
});

describe('a working copy that is replaced (RED)', () => {
  it('[RED6] lets what is being written end first, and what comes meanwhile wait', async () => {
    const { copy } = await twoCopies();
    const events: string[] = [];
    const writing = copy.put(logOf(5), undefined).then(() => events.push('written'));
    const renewed = copy.renew(async () => {
      events.push('discarding');
      await Promise.resolve();
      events.push('discarded');
      return { ok: true, value: null };
    });
    const waiting = copy.put([noteRow(9)], undefined).then(() => events.push('waited'));
    await Promise.all([writing, renewed, waiting]);
    expect(events).toEqual(['written', 'discarding', 'discarded', 'waited']);
    expect(await copy.rows(INC_A)).toContainEqual(noteRow(9));
  });

  it('[RED2] holds the erased form of a row as the journal has it', () => {
    expect(ERASED[1]).toEqual(redactRow(secret));
  });
});
