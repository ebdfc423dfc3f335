import { describe, expect, it } from 'vitest';
import type { StorageFailure } from '../../electron/contract';
import { fold } from '../../renderer/domain/fold';
import { NO_INCIDENT } from '../../renderer/domain/incident';
import { instant } from '../support/instants';
import { DECLARE, SessionUnderTest } from '../support/sessionForTests';
import { settle } from '../support/settle';

const FULL: StorageFailure = { reason: 'disk-full', path: '/journal', detail: 'ENOSPC' };

describe('running a command', () => {
  it('is refused with a value while no incident is open', () => {
    const { session } = new SessionUnderTest();
    expect(session.run({ type: 'change-title', to: 'x' }, 'Dana')).toEqual({
      ok: false,
      refusal: 'not-declared',
    });
  });

  it('that a rule forbids is refused with a value and writes nothing', async () => {
    const test = new SessionUnderTest();
    test.declare();
    await settle();
    const ran = test.session.run({ type: 'change-severity', to: 2, reason: ' ' }, 'Dana');
    expect(ran).toEqual({ ok: false, refusal: 'reason-missing' });
    expect(test.session.unsavedRows()).toEqual([]);
    expect(test.log.appends).toHaveLength(1);
  });

  it('draws its rows before they are acknowledged, and says that they are not saved', async () => {
    const test = new SessionUnderTest();
    test.log.hold('append');
    test.declare();
    test.world.pass(1_000);
    test.note('db01 is read-only');
    expect(test.texts).toEqual(['Declared Sev 1: Checkout errors', 'db01 is read-only']);
    const { durable, savedUpTo, savedAt, unsaved, unsavedSince } = test.state;
    expect({ durable, savedUpTo, savedAt, unsaved, unsavedSince }).toEqual({
      durable: 0,
      savedUpTo: null,
      savedAt: null,
      unsaved: 2,
      unsavedSince: instant('2026-11-23T03:03:00Z'),
    });
  });

  it('counts its rows as durable once the journal has acknowledged them', async () => {
    const test = new SessionUnderTest();
    test.declare();
    test.note('db01 is read-only');
    await settle();
    const { durable, savedUpTo, savedAt, unsaved, unsavedSince } = test.state;
    expect({ durable, savedUpTo, savedAt, unsaved, unsavedSince }).toEqual({
      durable: 2,
      savedUpTo: test.entries[1]?.id,
      savedAt: test.world.now,
      unsaved: 0,
      unsavedSince: null,
    });
    expect(test.world.marks).toEqual(['app:durable', 'app:durable']);
  });

  it('writes who said it, when it happened and when it was recorded', async () => {
    const test = new SessionUnderTest();
    const incidentId = test.declare();
    const at = instant('2026-11-23T02:50:00Z');
    test.session.run({ type: 'log-note', kind: 'note', text: 'pager went', at }, 'Ana');
    const recordedAt = test.world.now;
    expect(test.session.unsavedRows().at(-1)).toEqual({
      incidentId,
      stamp: '2026-11-23T03:03:00.000Z_0001_dev1',
      at,
      recordedAt,
      by: 'Ana',
      event: { type: 'note-logged', kind: 'note', text: 'pager went' },
    });
  });

  it('[LOG9] stamps rows strictly upwards, also when the wall clock is set back', () => {
    const test = new SessionUnderTest();
    test.log.hold('append');
    test.declare();
    for (const clock of ['03:03:00.000', '03:03:00.000', '02:00:00.000', '02:00:01.000', '03:03:00.001']) {
      test.world.setClock(instant(`2026-11-23T${clock}Z`));
      test.note(clock);
    }
    expect(test.session.unsavedRows().map(({ stamp }) => stamp)).toEqual([
      '2026-11-23T03:03:00.000Z_0000_dev1',
      '2026-11-23T03:03:00.000Z_0001_dev1',
      '2026-11-23T03:03:00.000Z_0002_dev1',
      '2026-11-23T03:03:00.000Z_0003_dev1',
      '2026-11-23T03:03:00.000Z_0004_dev1',
      '2026-11-23T03:03:00.001Z_0000_dev1',
    ]);
  });

  it('[LOG5] leaves the incident as the fold of its log', async () => {
    const test = new SessionUnderTest();
    const id = test.declare();
    test.note('db01 is read-only');
    test.session.run({ type: 'change-severity', to: 2, reason: 'EU only' }, 'Dana');
    await settle();
    const { rows } = await test.log.inner.open(id);
    expect(test.state.incident).toEqual(fold(rows));
  });
});

describe('a command that need not be seen at once', () => {
  it('is written and acknowledged, and drawn when that is asked for', async () => {
    const test = new SessionUnderTest();
    test.declare();
    const drawn = test.texts.length;
    const ran = test.session.runUnseen(
      { type: 'log-note', kind: 'note', text: 'one', at: test.world.now },
      'Dana',
    );
    await test.session.settled();
    expect([ran, test.texts.length, test.state.durable]).toEqual([{ ok: true }, drawn, drawn + 1]);
    test.session.showUnseen();
    expect(test.texts.at(-1)).toBe('one');
    const shown = test.state.incident;
    test.session.showUnseen();
    expect(test.state.incident).toBe(shown);
  });

  it('is drawn with the next one that is seen, and counts for it', () => {
    const test = new SessionUnderTest();
    test.declare();
    test.session.runUnseen({ type: 'log-note', kind: 'note', text: 'one', at: test.world.now }, 'Dana');
    test.note('two');
    expect(test.texts.slice(-2)).toEqual(['one', 'two']);
  });

  it('stays in its own incident when another one is opened', async () => {
    const test = new SessionUnderTest();
    const first = test.declare('First');
    test.session.runUnseen({ type: 'log-note', kind: 'note', text: 'one', at: test.world.now }, 'Dana');
    test.declare('Second');
    test.session.showUnseen();
    expect(test.state.incident.title).toBe('Second');
    await test.session.settled();
    await test.session.open(first);
    expect(test.texts.at(-1)).toBe('one');
  });
});

describe('a disk that does not take the rows (LOG8)', () => {
  it('is told with its reason until it takes them, and typing goes on', async () => {
    const test = new SessionUnderTest();
    test.log.failure = FULL;
    test.declare();
    await settle();
    test.note('still typing');
    await settle();
    const { failure, unsaved, durable } = test.state;
    expect({ failure, unsaved, durable }).toEqual({ failure: FULL, unsaved: 2, durable: 0 });
    test.log.failure = undefined;
    test.world.pass(2_000);
    await settle();
    expect(test.state).toMatchObject({ failure: null, unsaved: 0, durable: 2 });
  });

  it('is tried at once when asked to', async () => {
    const test = new SessionUnderTest();
    test.log.failure = FULL;
    test.declare();
    await settle();
    test.log.failure = undefined;
    test.session.retry();
    await settle();
    expect(test.state).toMatchObject({ failure: null, durable: 1 });
  });
});

describe('the working copy behind the journal (LOG7)', () => {
  it('gets acknowledged rows with a summary', async () => {
    const test = new SessionUnderTest();
    test.declare();
    await settle();
    expect(test.log.keeps.map(({ rows, summary }) => [rows.length, summary.rowCount])).toEqual([[1, 1]]);
  });

  it('holds no acknowledgement back however slow it is', async () => {
    const test = new SessionUnderTest();
    test.log.hold('keep');
    test.declare();
    await settle();
    test.note('db01 is read-only');
    await settle();
    expect(test.state).toMatchObject({ durable: 2, unsaved: 0 });
  });

  it('is waited for before the program may end', async () => {
    const test = new SessionUnderTest();
    test.log.hold('keep');
    test.declare();
    let settled = false;
    const waiting = test.session.settled().then(() => (settled = true));
    await settle();
    expect(settled).toBe(false);
    test.log.release('keep');
    await waiting;
    expect(test.log.keeps).toHaveLength(1);
  });
});

describe('declaring', () => {
  it('opens the new incident under a fresh id', () => {
    const test = new SessionUnderTest();
    test.declare();
    const { status, openId, incident } = test.state;
    expect({ status, openId, id: incident.id, title: incident.title }).toEqual({
      status: 'open',
      openId: 'inc-1',
      id: 'inc-1',
      title: 'Checkout errors',
    });
  });

  it('[DEC1] without a title is refused, and what was open stays open', () => {
    const test = new SessionUnderTest();
    const id = test.declare();
    expect(test.session.declare({ ...DECLARE, title: '  ' }, 'Dana')).toEqual({
      ok: false,
      refusal: 'title-missing',
    });
    expect(test.state.openId).toBe(id);
  });

  it('puts the incident on the list before the disk has answered', () => {
    const test = new SessionUnderTest();
    test.log.hold('append');
    test.declare();
    expect(test.summaries.map(({ name, title, rowCount }) => [name, title, rowCount])).toEqual([
      ['INC-0001', 'Checkout errors', 1],
    ]);
  });
});

describe('closing', () => {
  it('shows no incident', async () => {
    const test = new SessionUnderTest();
    test.declare();
    await settle();
    await test.session.open(null);
    expect(test.state).toMatchObject({ status: 'closed', openId: null, incident: NO_INCIDENT, durable: 0 });
  });
});
