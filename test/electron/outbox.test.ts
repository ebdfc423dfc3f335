import { describe, expect, it } from 'vitest';
import type { Ring } from '../../electron/contract';
import { Outbox, type Push } from '../../electron/outbox';
import { PushInbox } from '../../electron/pushInbox';
import { NOON } from './support/rows';

function ring(level: Ring['level'], incidentId = 'inc1'): Ring {
  return { incidentId, lane: 'internal', level, dueAt: NOON, lateMs: 0, missedAsleep: false };
}

function outbox() {
  const delivered: Push[] = [];
  return { delivered, box: new Outbox((push) => delivered.push(push)) };
}

describe('pushes to the page', () => {
  it('go straight through while it is there', () => {
    const { box, delivered } = outbox();
    box.pageIsThere();
    box.put('menu:action', { id: 'declare' });
    expect(delivered).toEqual([{ channel: 'menu:action', payload: { id: 'declare' } }]);
  });

  it('wait until it is there, and are delivered once', () => {
    const { box, delivered } = outbox();
    box.put('alarm:rang', ring('due'));
    expect(delivered).toEqual([]);
    box.pageIsThere();
    box.pageIsThere();
    expect(delivered).toEqual([{ channel: 'alarm:rang', payload: ring('due') }]);
  });

  it('wait again while it is gone', () => {
    const { box, delivered } = outbox();
    box.pageIsThere();
    box.pageIsGone();
    box.put('alarm:rang', ring('due'));
    expect(delivered).toEqual([]);
    expect(box.isOpen).toBe(false);
  });

  it('keep only the newest ring of each incident', () => {
    const { box, delivered } = outbox();
    box.put('alarm:rang', ring('due'));
    box.put('alarm:rang', ring('due', 'inc2'));
    box.put('alarm:rang', ring('overdue'));
    box.pageIsThere();
    expect(delivered.map(({ payload }) => payload)).toEqual([ring('due', 'inc2'), ring('overdue')]);
  });

  it('do not gather without end', () => {
    const { box, delivered } = outbox();
    for (let n = 0; n < 500; n += 1) box.put('clock:changed', { gapMs: n });
    box.pageIsThere();
    expect(delivered).toHaveLength(100);
  });
});

describe('pushes in the page', () => {
  it('wait for their first listener', () => {
    const inbox = new PushInbox();
    const heard: unknown[] = [];
    inbox.receive('alarm:rang', 1);
    inbox.receive('other', 2);
    inbox.listen('alarm:rang', (payload) => heard.push(payload));
    inbox.receive('alarm:rang', 3);
    expect(heard).toEqual([1, 3]);
  });

  it('reach every listener until it stops listening', () => {
    const inbox = new PushInbox();
    const heard: string[] = [];
    const stop = inbox.listen('x', () => heard.push('one'));
    inbox.listen('x', () => heard.push('two'));
    inbox.receive('x', 0);
    stop();
    inbox.receive('x', 0);
    expect(heard).toEqual(['one', 'two', 'two']);
  });
});
