import { describe, expect, it } from 'vitest';
import { createTicker } from '../../renderer/store/ticker';
import { instant } from '../support/instants';
import { PageWorld } from '../support/pageWorld';

describe('the present', () => {
  it('changes just past each full second, so that all clocks change together', () => {
    const world = new PageWorld();
    world.pass(400);
    const ticker = createTicker(world.ports);
    const seen: string[] = [];
    ticker.store.subscribe((now) => seen.push(new Date(now).toISOString().slice(14, 23)));
    world.pass(3_000);
    expect(seen).toEqual(['03:01.005', '03:02.005', '03:03.005']);
  });

  it('goes on in step after the wall clock was set', () => {
    const world = new PageWorld();
    const ticker = createTicker(world.ports);
    world.pass(2_500);
    world.setClock(instant('2026-11-23T02:00:00.700Z'));
    ticker.tick();
    expect(ticker.store.getState()).toBe(instant('2026-11-23T02:00:00.700Z'));
    world.pass(1_000);
    expect(ticker.store.getState() % 1_000).toBeLessThan(600);
  });
});
