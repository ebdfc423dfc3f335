import { describe, expect, it } from 'vitest';
import type { StorageFailure } from '../../electron/contract';
import type { IncidentId } from '../../renderer/domain/ids';
import { INC_A, INC_B, logOf } from '../support/logRows';
import { SessionUnderTest } from '../support/sessionForTests';
import { settle } from '../support/settle';

const FULL: StorageFailure = { reason: 'disk-full', path: '/journal', detail: 'ENOSPC' };

/** Two incidents in the log, none open. */
async function withLogs(): Promise<SessionUnderTest> {
  const test = new SessionUnderTest();
  await test.log.inner.append(logOf(2, INC_A));
  await test.log.inner.append(logOf(1, INC_B));
  test.world.pass(60_000);
  return test;
}

const textsIn = async (test: SessionUnderTest, id: IncidentId): Promise<readonly unknown[]> =>
  (await test.log.inner.open(id)).rows.map(({ event }) => ('text' in event ? event.text : event.type));

describe('opening an incident', () => {
  it('shows its log, all of it durable', async () => {
    const test = await withLogs();
    const opening = test.session.open(INC_A);
    expect(test.state).toMatchObject({ status: 'opening', openId: INC_A, durable: 0 });
    await opening;
    expect(test.texts).toEqual([expect.stringMatching('Declared'), 'note 1', 'note 2']);
    expect(test.state).toMatchObject({
      status: 'open',
      durable: 3,
      unsaved: 0,
      savedUpTo: logOf(2).at(-1)?.stamp,
      progress: null,
    });
  });

  it('tells how far a slow start is', async () => {
    const test = await withLogs();
    test.log.hold('open');
    void test.session.open(INC_A);
    await settle();
    expect(test.state.progress).toEqual({ done: 0, total: 3 });
  });

  it('that is open already reads and redraws nothing', async () => {
    const test = await withLogs();
    await test.session.open(INC_A);
    const { incident } = test.state;
    await test.session.open(INC_A);
    expect(test.state.incident).toBe(incident);
  });
});

describe('commands given while the log is read', () => {
  it('are accepted, and run once it is there', async () => {
    const test = await withLogs();
    test.log.hold('open');
    void test.session.open(INC_A);
    expect(test.note('typed early')).toEqual({ ok: true });
    test.log.release('open');
    await settle();
    expect(test.texts.at(-1)).toBe('typed early');
    expect(test.state).toMatchObject({ durable: 4, unsaved: 0 });
  });

  it('are told of when the log then forbids them', async () => {
    const test = await withLogs();
    test.log.hold('open');
    void test.session.open(INC_A);
    const command = { type: 'change-severity', to: 1, reason: 'as it was' } as const;
    expect(test.session.run(command, 'Dana')).toEqual({ ok: true });
    test.log.release('open');
    await settle();
    expect(test.lateRefusals).toEqual([['same-severity', command]]);
  });

  it('reach their own incident when another one is opened meanwhile', async () => {
    const test = await withLogs();
    test.log.hold('open');
    void test.session.open(INC_A);
    test.note('for A');
    void test.session.open(INC_B);
    test.note('for B');
    test.log.release('open');
    await settle();
    expect(test.state.openId).toBe(INC_B);
    expect(test.texts.at(-1)).toBe('for B');
    expect(await textsIn(test, INC_A)).toEqual(['incident-declared', 'note 1', 'note 2', 'for A']);
    expect(await textsIn(test, INC_B)).toEqual(['incident-declared', 'note 1', 'for B']);
  });

  it('reach their own incident when a new one is declared meanwhile', async () => {
    const test = await withLogs();
    test.log.hold('open');
    void test.session.open(INC_A);
    test.note('for A');
    test.declare('Another one');
    test.log.release('open');
    await settle();
    expect(test.state.incident.title).toBe('Another one');
    expect(await textsIn(test, INC_A)).toContain('for A');
  });

  it('are there once when one goes to another incident and comes back', async () => {
    const test = await withLogs();
    test.log.hold('open');
    void test.session.open(INC_A);
    test.note('before');
    void test.session.open(INC_B);
    void test.session.open(INC_A);
    test.note('after');
    test.log.release('open');
    await settle();
    expect(test.texts.slice(-2)).toEqual(['before', 'after']);
    expect((await textsIn(test, INC_A)).slice(-2)).toEqual(['before', 'after']);
    expect(test.state).toMatchObject({ openId: INC_A, durable: 5, unsaved: 0 });
  });

  it('are kept when the log could not be read, for when it is opened again', async () => {
    const test = await withLogs();
    test.log.broken = new Error('the bridge is gone');
    const opening = test.session.open(INC_A);
    test.note('typed early');
    await expect(opening).rejects.toThrow('the bridge is gone');
    test.log.broken = undefined;
    await test.session.open(INC_A);
    expect(test.texts.at(-1)).toBe('typed early');
  });
});

describe('switching incidents with rows in flight loses nothing', () => {
  it('of what is still on its way when one comes back', async () => {
    const test = await withLogs();
    await test.session.open(INC_A);
    test.log.failure = FULL;
    test.note('in flight');
    await settle();
    await test.session.open(INC_B);
    expect(test.state).toMatchObject({ unsaved: 1, failure: FULL });
    await test.session.open(INC_A);
    expect(test.texts.at(-1)).toBe('in flight');
    test.log.failure = undefined;
    test.session.retry();
    await settle();
    expect(test.state).toMatchObject({ durable: 4, unsaved: 0, failure: null });
  });

  it('of what is acknowledged while the log is read', async () => {
    const test = await withLogs();
    await test.session.open(INC_A);
    test.log.hold('append');
    test.note('in flight');
    await test.session.open(INC_B);
    test.log.hold('open');
    void test.session.open(INC_A);
    await settle();
    test.log.release('append');
    await settle();
    test.log.release('open');
    await settle();
    expect(test.texts).toEqual([expect.stringMatching('Declared'), 'note 1', 'note 2', 'in flight']);
    expect(test.state).toMatchObject({ durable: 4, unsaved: 0, savedUpTo: test.entries.at(-1)?.id });
  });

  it('and an incident declared on a full disk stays on the list', async () => {
    const test = new SessionUnderTest();
    test.log.failure = FULL;
    const first = test.declare('First');
    await settle();
    test.declare('Second');
    await settle();
    expect(test.summaries.map(({ title }) => title)).toEqual(['First', 'Second']);
    await test.session.open(first);
    expect(test.state.incident.title).toBe('First');
    expect(test.state.unsaved).toBe(2);
  });

  it('and an acknowledgement for another incident counts nothing here', async () => {
    const test = await withLogs();
    await test.session.open(INC_A);
    test.log.hold('append');
    test.note('in flight');
    await test.session.open(INC_B);
    test.log.release('append');
    await settle();
    expect(test.state).toMatchObject({ openId: INC_B, durable: 2, unsaved: 0 });
  });

  it('and the working copy of the one left gets its rows all the same', async () => {
    const test = await withLogs();
    await test.session.open(INC_A);
    test.log.hold('append');
    test.note('in flight');
    await test.session.open(INC_B);
    test.log.release('append');
    await settle();
    const kept = test.log.keeps.map(({ rows, summary }) => [
      rows[0]?.incidentId,
      summary.id,
      summary.rowCount,
    ]);
    expect(kept).toEqual([[INC_A, INC_A, 4]]);
  });
});
