import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AlarmWorld, HOUR, MINUTE, SECOND } from './support/alarmWorld';

/** An update promised in 15 minutes, a moment ago. */
function promised(inMs = 15 * MINUTE): AlarmWorld {
  const world = new AlarmWorld();
  world.run(SECOND);
  world.arm(world.promise(inMs));
  return world;
}

describe('an update promised in 15 minutes', () => {
  it('rings at T−3 min, at T, T+2, T+5 and every 5 min after that, each once', () => {
    const world = promised();
    world.run(32 * MINUTE);
    expect(world.heard).toEqual([
      'due-soon 0',
      'due 0',
      'overdue 120',
      'overdue 300',
      'overdue 600',
      'overdue 900',
    ]);
  });

  it('is silent until three minutes before', () => {
    const world = promised();
    world.run(12 * MINUTE - SECOND);
    expect(world.heard).toEqual([]);
    world.run(SECOND);
    expect(world.heard).toEqual(['due-soon 0']);
  });

  it('says which incident, lane and instant it rings for', () => {
    const world = promised();
    const { dueAt } = world.promise(15 * MINUTE);
    world.run(15 * MINUTE);
    expect(world.rings.at(-1)).toEqual({
      incidentId: 'inc1',
      lane: 'internal',
      level: 'due',
      dueAt,
      lateMs: 0,
      missedAsleep: false,
    });
  });

  it('is silent for good once it was sent', () => {
    const world = promised();
    world.run(16 * MINUTE);
    world.disarm();
    world.run(HOUR);
    expect(world.heard).toEqual(['due-soon 0', 'due 0']);
    expect(world.anyArmed).toBe(false);
  });

  it('begins anew with the next promise', () => {
    const world = promised();
    world.run(16 * MINUTE);
    world.arm(world.promise(15 * MINUTE));
    world.run(15 * MINUTE);
    expect(world.heard).toEqual(['due-soon 0', 'due 0', 'due-soon 0', 'due 0']);
  });

  it('keeps what has rung when the page arms the same promise again', () => {
    const world = promised();
    const same = world.promise(15 * MINUTE);
    world.run(16 * MINUTE);
    world.arm({ ...same, title: 'Checkout and login' });
    world.run(2 * MINUTE);
    expect(world.heard).toEqual(['due-soon 0', 'due 0', 'overdue 120']);
  });

  it('rings beside that of another incident', () => {
    const world = promised();
    world.arm(world.promise(5 * MINUTE, { incidentId: 'inc2' }));
    world.run(6 * MINUTE);
    world.disarm('inc2');
    world.run(9 * MINUTE);
    expect(world.rings.map(({ incidentId, level }) => `${incidentId} ${level}`)).toEqual([
      'inc2 due-soon',
      'inc2 due',
      'inc1 due-soon',
      'inc1 due',
    ]);
  });
});

describe('due soon', () => {
  it('is left out when the promise was for less than three minutes', () => {
    const world = promised(2 * MINUTE);
    world.run(2 * MINUTE);
    expect(world.heard).toEqual(['due 0']);
  });

  it('is left out after a snooze', () => {
    const world = promised();
    world.run(16 * MINUTE);
    world.arm(world.promise(10 * MINUTE, { snoozed: true }));
    world.run(10 * MINUTE);
    expect(world.heard).toEqual(['due-soon 0', 'due 0', 'due 0']);
  });
});

describe('a promise that is already late when armed', () => {
  it('rings once at the next tick', () => {
    const world = promised(-40 * MINUTE);
    world.run(MINUTE);
    expect(world.heard).toEqual(['overdue 2401']);
    expect(world.rings[0]?.missedAsleep).toBe(false);
  });
});

describe('sleep', () => {
  it.each(['stops', 'goes on'] as const)(
    'over the due time rings once on waking, marked as missed (the monotonic clock %s)',
    (clock) => {
      const world = promised();
      world.run(10 * MINUTE);
      world.sleep(45 * MINUTE, clock);
      expect(world.rings).toMatchObject([{ level: 'overdue', lateMs: 40 * MINUTE, missedAsleep: true }]);
      world.run(5 * MINUTE);
      expect(world.heard).toEqual(['overdue 2400', 'overdue 2700']);
      expect(world.rings.at(-1)?.missedAsleep).toBe(false);
    },
  );

  it('that ends before the due time changes nothing', () => {
    const world = promised();
    world.sleep(5 * MINUTE);
    world.run(10 * MINUTE);
    expect(world.heard).toEqual(['due-soon 0', 'due 0']);
    expect(world.rings.some(({ missedAsleep }) => missedAsleep)).toBe(false);
  });

  it('of a machine frozen for ten seconds over the due time rings at once', () => {
    const world = promised();
    world.run(15 * MINUTE - 2 * SECOND);
    world.sleep(10 * SECOND, 'goes on');
    expect(world.heard).toEqual(['due-soon 0', 'due 8']);
    expect(world.rings.at(-1)?.missedAsleep).toBe(true);
  });

  it('tells the page by how much the clock moved on', () => {
    const world = promised();
    world.run(MINUTE);
    world.sleep(20 * MINUTE);
    expect(world.clockChanges).toEqual([20 * MINUTE]);
  });

  it('is not what an ordinary second, or one a little late, is called', () => {
    const world = promised();
    world.run(MINUTE);
    world.sleep(2900, 'goes on');
    expect(world.clockChanges).toEqual([]);
  });
});

describe('a wall clock that is set', () => {
  it.each([-HOUR, -24 * HOUR])('back by %d ms loses no alarm: it rings after the interval', (by) => {
    const world = promised();
    world.run(5 * MINUTE);
    world.setClock(by);
    world.run(10 * MINUTE);
    expect(world.heard).toEqual(['due-soon 0', 'due 0']);
    expect(world.clockChanges).toEqual([by + SECOND]);
  });

  it('back after the alarm rang doesn’t ring it again', () => {
    const world = promised();
    world.run(15 * MINUTE);
    world.setClock(-HOUR);
    world.run(2 * MINUTE);
    expect(world.heard).toEqual(['due-soon 0', 'due 0', 'overdue 120']);
  });

  it.each([HOUR, 24 * HOUR])('forward by %d ms over the due time rings once', (by) => {
    const world = promised();
    world.run(5 * MINUTE);
    world.setClock(by);
    world.run(SECOND);
    expect(world.heard).toEqual([`overdue ${(by - 10 * MINUTE) / SECOND + 1}`]);
  });

  it('forward by mistake and back again rings at the true time too', () => {
    const world = promised();
    world.run(5 * MINUTE);
    world.setClock(HOUR);
    world.run(10 * SECOND);
    world.setClock(-HOUR);
    world.run(10 * MINUTE - 10 * SECOND);
    expect(world.heard.slice(1)).toEqual(['due-soon 0', 'due 0']);
  });

  it('back by a second just after the ring doesn’t ring twice', () => {
    const world = promised();
    world.setClock(3 * SECOND);
    world.run(15 * MINUTE - 3 * SECOND);
    world.setClock(-2 * SECOND);
    world.run(10 * SECOND);
    expect(world.heard).toEqual(['due-soon 0', 'due 0']);
  });

  it('never loses or doubles the ring at the due time, whatever is done to it before', () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: -7200, max: 0 })), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(steps, (changes) => {
        const world = promised();
        let passed = 0;
        for (const [seconds, by] of changes) {
          const length = Math.min(seconds * SECOND, 15 * MINUTE - passed);
          world.run(length);
          passed += length;
          world.setClock(by * SECOND);
        }
        world.run(15 * MINUTE - passed);
        const dues = world.rings.filter(({ level }) => level === 'due');
        expect(dues).toHaveLength(1);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a restart', () => {
  it('before the due time keeps the promise', () => {
    const world = promised();
    world.run(5 * MINUTE);
    world.restart(MINUTE);
    world.run(9 * MINUTE);
    expect(world.heard).toEqual(['due-soon 0', 'due 0']);
    expect(world.rings.at(-1)?.missedAsleep).toBe(false);
  });

  it('after the due time rings at once, once, marked as missed', () => {
    const world = promised();
    world.run(5 * MINUTE);
    world.restart(25 * MINUTE);
    expect(world.rings).toMatchObject([{ level: 'overdue', lateMs: 15 * MINUTE, missedAsleep: true }]);
    world.run(MINUTE);
    expect(world.rings).toHaveLength(1);
  });

  it('while overdue rings again at once, and then at its next mark', () => {
    const world = promised();
    world.run(15 * MINUTE);
    world.restart(30 * SECOND);
    expect(world.heard).toEqual(['due-soon 0', 'due 0', 'due 30']);
    world.run(90 * SECOND);
    expect(world.heard).toEqual(['due-soon 0', 'due 0', 'due 30', 'overdue 120']);
  });

  it('still warns three minutes before, by the length of the promise, not of what is left', () => {
    const world = promised();
    world.run(11 * MINUTE);
    world.restart(2 * MINUTE);
    expect(world.heard).toEqual(['due-soon 0']);
  });

  it('with the clock set back meanwhile rings after the whole interval at the latest', () => {
    const world = promised();
    world.run(5 * MINUTE);
    world.restart(-24 * HOUR);
    world.run(15 * MINUTE);
    expect(world.heard).toEqual(['due-soon 0', 'due 0']);
  });

  it('forgets what was disarmed', () => {
    const world = promised();
    world.disarm();
    world.restart(HOUR);
    expect(world.heard).toEqual([]);
  });
});
