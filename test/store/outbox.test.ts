import { describe, expect, it } from 'vitest';
import type { StorageFailure } from '../../electron/contract';
import type { Row } from '../../renderer/domain/events';
import { Outbox } from '../../renderer/store/outbox';
import { INC_A, INC_B, declaredRow, logOf, noteRow } from '../support/logRows';
import { PageWorld } from '../support/pageWorld';
import { settle } from '../support/settle';
import { SlowLog } from '../support/slowLog';

const FULL: StorageFailure = { reason: 'disk-full', path: '/journal', detail: 'ENOSPC' };
const [zero, one, two, three] = [declaredRow(), noteRow(1), noteRow(2), noteRow(3)];

function started() {
  const log = new SlowLog();
  const world = new PageWorld();
  /** Numbers of rows acknowledged and failures met, as they were told. */
  const told: (number | string)[] = [];
  const outbox = new Outbox(log, world.ports.after, {
    onWaiting: () => undefined,
    onAcknowledged: (_rows, durable) => void told.push(durable),
    onTrouble: (failure) => {
      if (failure) told.push(failure.detail);
    },
  });
  return { log, world, told, outbox };
}

describe('the way to the journal (LOG8)', () => {
  it('sends a row at once and forgets it when it is acknowledged', async () => {
    const { log, told, outbox } = started();
    outbox.add([zero]);
    expect(outbox.rows).toEqual([zero]);
    await settle();
    expect({ rows: outbox.rows, told, appends: log.appends }).toEqual({
      rows: [],
      told: [1],
      appends: [[zero]],
    });
  });

  it('has one call in flight; rows typed meanwhile travel together, in order', async () => {
    const { log, told, outbox } = started();
    log.hold('append');
    outbox.add([zero]);
    outbox.add([one]);
    outbox.add([two, three]);
    await settle();
    expect(log.appends).toEqual([[zero]]);
    log.release('append');
    await settle();
    expect({ told, appends: log.appends }).toEqual({ told: [1, 4], appends: [[zero], [one, two, three]] });
  });

  it('puts rows of one incident only into a call', async () => {
    const { log, outbox } = started();
    log.hold('append');
    outbox.add([zero]);
    outbox.add([one]);
    outbox.add(logOf(0, INC_B));
    outbox.add([two]);
    log.release('append');
    await settle();
    expect(log.appends).toEqual([[zero], [one], logOf(0, INC_B), [two]]);
  });

  it('keeps no incident waiting for one whose rows are refused', async () => {
    const { log, world, outbox } = started();
    log.failure = FULL;
    outbox.add([zero]);
    outbox.add(logOf(1, INC_B));
    outbox.add([one]);
    await settle();
    expect(log.appends).toEqual([[zero]]);
    world.pass(2_000);
    await settle();
    expect(log.appends[1]).toEqual(logOf(1, INC_B));
    log.failure = undefined;
    world.pass(2_000);
    await settle();
    expect(log.appends.slice(2)).toEqual([[zero, one], logOf(1, INC_B)]);
    expect(outbox.rows).toEqual([]);
  });

  it('keeps the rows of a failed call and tries again after 1.5 s, until it works', async () => {
    const { log, world, told, outbox } = started();
    log.failure = FULL;
    outbox.add([zero, one]);
    await settle();
    expect({ rows: outbox.rows, told }).toEqual({ rows: [zero, one], told: ['ENOSPC'] });
    world.pass(1_499);
    await settle();
    expect(log.appends).toHaveLength(1);
    world.pass(1);
    await settle();
    expect(told).toEqual(['ENOSPC', 'ENOSPC']);
    log.failure = undefined;
    world.pass(2_000);
    await settle();
    expect({ rows: outbox.rows, told }).toEqual({ rows: [], told: ['ENOSPC', 'ENOSPC', 2] });
    world.pass(60_000);
    await settle();
    expect(log.appends).toHaveLength(3);
  });

  it('tries again with every new row, and counts the 1.5 s anew from then', async () => {
    const { log, world, outbox } = started();
    log.failure = FULL;
    outbox.add([zero]);
    await settle();
    world.pass(1_000);
    outbox.add([one]);
    await settle();
    expect(log.appends).toEqual([[zero], [zero, one]]);
    world.pass(1_499);
    await settle();
    expect(log.appends).toHaveLength(2);
    world.pass(1);
    await settle();
    expect(log.appends).toHaveLength(3);
  });

  it('tries again at once when asked to', async () => {
    const { log, told, outbox } = started();
    log.failure = FULL;
    outbox.add([zero]);
    await settle();
    log.failure = undefined;
    outbox.send();
    await settle();
    expect(told).toEqual(['ENOSPC', 1]);
  });

  it('takes a rejected call for a failure, and keeps the rows', async () => {
    const { log, world, told, outbox } = started();
    log.broken = new Error('the bridge is gone');
    outbox.add([zero]);
    await settle();
    expect({ rows: outbox.rows, told }).toEqual({ rows: [zero], told: ['the bridge is gone'] });
    log.broken = undefined;
    world.pass(2_000);
    await settle();
    expect(outbox.rows).toEqual([]);
  });

  it('goes on although whoever was told of a row failed', async () => {
    const log = new SlowLog();
    const world = new PageWorld();
    const outbox = new Outbox(log, world.ports.after, {
      onWaiting: () => undefined,
      onAcknowledged: () => {
        if (log.appends.length === 1) throw new Error('a bug in drawing');
      },
      onTrouble: () => undefined,
    });
    log.hold('append');
    outbox.add([zero]);
    outbox.add([one]);
    log.release('append');
    await expect(outbox.settled()).rejects.toThrow('a bug in drawing');
    world.pass(2_000);
    await settle();
    expect({ rows: outbox.rows, appends: log.appends }).toEqual({ rows: [], appends: [[zero], [one]] });
  });

  it('is settled when all is acknowledged, and when the last try has failed', async () => {
    const { log, outbox } = started();
    outbox.add([zero]);
    await outbox.settled();
    expect(outbox.rows).toEqual([]);
    log.failure = FULL;
    outbox.add([one]);
    await outbox.settled();
    expect(outbox.rows).toEqual([one]);
  });
});

/** The moment between the end of a call and the next must not swallow a row. */
describe.each(Array.from({ length: 12 }, (_, i) => i))('a row added %i turns after a call ended', (turns) => {
  const afterTurns = async (act: () => void): Promise<void> => {
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
    act();
  };

  it.each([
    ['well', undefined],
    ['badly', FULL],
  ])('is sent when it ended %s', async (_how, failure) => {
    const log = new SlowLog();
    const world = new PageWorld();
    let extra: readonly Row[] = [noteRow(1, INC_A)];
    const addOnce = (): void => {
      const rows = extra;
      extra = [];
      void afterTurns(() => rows.length > 0 && outbox.add(rows));
    };
    const outbox = new Outbox(log, world.ports.after, {
      onWaiting: () => undefined,
      onAcknowledged: addOnce,
      onTrouble: addOnce,
    });
    log.failure = failure;
    outbox.add([zero]);
    await settle();
    log.failure = undefined;
    world.pass(2_000);
    await settle();
    expect(outbox.rows).toEqual([]);
    expect(log.appends.at(-1)).toContainEqual(one);
  });
});
