import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { messageGuards, requestGuards } from '../../electron/guards';
import { GOOD, HASH } from './support/goodArguments';
import { note, notes } from './support/rows';

const CHANNELS = Object.keys(GOOD) as (keyof typeof GOOD)[];

const guards: Readonly<Record<string, v.GenericSchema>> = { ...requestGuards, ...messageGuards };

function accepts(channel: keyof typeof GOOD, ...args: readonly unknown[]): boolean {
  const guard = guards[channel];
  return guard !== undefined && v.is(guard, args);
}

function append(change: object): boolean {
  return accepts('journal:append', { incidentId: 'inc1', rows: [{ ...note(1), ...change }] });
}

function appendEvent(event: unknown): boolean {
  return append({ event });
}

describe('the guard of each channel', () => {
  it.each(CHANNELS)('%s takes what the page sends', (channel) => {
    expect(accepts(channel, ...GOOD[channel])).toBe(true);
  });

  it.each(CHANNELS)('%s takes nothing more and nothing less', (channel) => {
    expect(accepts(channel, ...GOOD[channel], 'more')).toBe(false);
    expect(accepts(channel)).toBe(GOOD[channel].length === 0);
  });

  it.each(CHANNELS)('%s turns down arguments made at random', (channel) => {
    if (GOOD[channel].length === 0) return;
    const anything = fc.array(fc.anything({ maxDepth: 3, withNullPrototype: true }), { maxLength: 2 });
    fc.assert(
      fc.property(anything, (args) => {
        fc.pre(!(channel === 'workingCopy:suspect' && typeof args[0] === 'string'));
        fc.pre(!(channel === 'settings:save' && isEmptyObject(args[0])));
        expect(accepts(channel, ...args)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it.each(CHANNELS)('%s turns down good arguments with one field replaced, removed or added', (channel) => {
    const [good] = GOOD[channel];
    if (typeof good !== 'object') return;
    for (const field of Object.keys(good)) {
      for (const bad of [undefined, Symbol('x'), () => 0, NaN, new Map(), [[]], new Date(0)]) {
        // An object without entries of its own, whatever its class, is an empty record.
        const isEmptyRecord = ['severityDefinitions', 'keys'].includes(field) && isEmptyObject(bad);
        expect(accepts(channel, { ...good, [field]: bad })).toBe(isEmptyRecord);
      }
    }
    expect(accepts(channel, { ...good, more: 1 })).toBe(false);
  });
});

function isEmptyObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

describe('rows to append', () => {
  it.each(['', '../x', 'a/b', 'a.b', 'ä', 'x'.repeat(65), 'a b', 'a\u0000'])(
    'never name a file outside the journal: %j is no incident',
    (incidentId) => {
      expect(accepts('journal:append', { incidentId, rows: [] })).toBe(false);
    },
  );

  it('belong to the incident they are sent for', () => {
    const rows = [note(1), note(2, 'x', 'inc2')];
    expect(accepts('journal:append', { incidentId: 'inc1', rows })).toBe(false);
  });

  it('are 5,000 at most', () => {
    expect(accepts('journal:append', { incidentId: 'inc1', rows: notes(5000) })).toBe(true);
    expect(accepts('journal:append', { incidentId: 'inc1', rows: notes(5001) })).toBe(false);
  });

  it('may hold a note of a million characters', () => {
    expect(appendEvent({ type: 'note', text: 'x'.repeat(1_000_000) })).toBe(true);
    expect(appendEvent({ type: 'note', text: 'x'.repeat(1_000_001) })).toBe(false);
  });

  it.each([NaN, Infinity, 1e16, '0', null, undefined])('have real times: %s is none', (at) => {
    expect(append({ at })).toBe(false);
    expect(append({ recordedAt: at })).toBe(false);
  });

  it('carry only plain JSON, which the journal gives back as it was', () => {
    const texts = { a: [null, true, 1.5, '\ud800', { b: '' }] };
    expect(appendEvent({ type: 'x', ...texts })).toBe(true);
    for (const odd of [undefined, NaN, -Infinity, 1n, new Date(0), new Map(), /x/, new Uint8Array(1)]) {
      expect(appendEvent({ type: 'x', odd })).toBe(false);
      expect(appendEvent({ type: 'x', deep: [{ odd }] })).toBe(false);
    }
  });

  it.each(['__proto__', 'constructor', 'prototype'])('carry no key %s', (key) => {
    const event: unknown = JSON.parse(`{"type":"x","deep":{"${key}":{"polluted":1}}}`);
    expect(appendEvent(event)).toBe(false);
  });

  it('are neither endlessly deep nor circular', () => {
    let deep: unknown = 0;
    for (let level = 0; level < 100; level += 1) deep = [deep];
    expect(appendEvent({ type: 'x', deep })).toBe(false);
    const circular: Record<string, unknown> = { type: 'x' };
    circular['itself'] = circular;
    expect(appendEvent(circular)).toBe(false);
  });

  it('have a type', () => {
    expect(appendEvent({})).toBe(false);
    expect(appendEvent({ type: 7 })).toBe(false);
    expect(appendEvent('x')).toBe(false);
    expect(appendEvent([])).toBe(false);
  });
});

describe('other caps', () => {
  it('an image has 10 MB, and none is named by a path', () => {
    const bytes = (length: number): boolean => accepts('attachment:save', { bytes: new Uint8Array(length) });
    expect([bytes(10 * 1024 * 1024), bytes(10 * 1024 * 1024 + 1)]).toEqual([true, false]);
    for (const name of ['../x.png', `${HASH}.svg`, HASH, `${HASH}.png/..`]) {
      expect(accepts('bundle:takeImages', { bundle: 'bundle-1', images: [name] })).toBe(false);
    }
  });

  it('an export comes as text or as bytes of it, and as nothing else', () => {
    const save = (text: unknown): boolean => accepts('export:save', { folderName: 'a', fileName: 'b', text });
    expect([save('x'), save(new Uint8Array([120]))]).toEqual([true, true]);
    for (const text of [new ArrayBuffer(1), [120], { 0: 120 }, null, 120]) {
      expect(save(text)).toBe(false);
    }
  });

  it('read at most 5,000 rows at a time, from a real index', () => {
    const read = (from: unknown, limit: unknown): boolean =>
      accepts('journal:read', { incidentId: 'inc1', from, limit });
    expect(read(0, 1)).toBe(true);
    for (const [from, limit] of [
      [-1, 1],
      [0.5, 1],
      [0, 0],
      [0, 5001],
      [0, Infinity],
      [2 ** 53, 1],
    ]) {
      expect(read(from, limit)).toBe(false);
    }
  });

  it('a draft’s field has a name of at most 300 characters', () => {
    expect(accepts('draft:set', { key: '', text: 'x' })).toBe(false);
    expect(accepts('draft:set', { key: 'x'.repeat(301), text: 'x' })).toBe(false);
  });

  it('settings know no other field and no other value', () => {
    expect(accepts('settings:save', { theme: 'pink' })).toBe(false);
    expect(accepts('settings:save', { tab: 7 })).toBe(false);
    expect(accepts('settings:save', { openIncident: '../x' })).toBe(false);
    expect(accepts('settings:save', {})).toBe(true);
  });
});
