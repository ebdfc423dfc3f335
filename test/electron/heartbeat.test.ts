import { describe, expect, it } from 'vitest';
import { Heartbeat } from '../../electron/heartbeat';

/** A page that answers while `answers` says so, looked at every second. */
function watching() {
  const state = { answers: true, isExcused: false, now: 0, hung: [] as number[], asked: 0 };
  const heart = new Heartbeat({
    ask: () => {
      state.asked += 1;
      if (state.answers) heart.answered();
    },
    isExcused: () => state.isExcused,
    hung: (silentMs) => state.hung.push(silentMs),
  });
  const pass = (seconds: number): void => {
    for (let n = 0; n < seconds; n += 1) heart.look((state.now += 1000));
  };
  heart.look(0);
  heart.begin();
  return { state, heart, pass };
}

describe('the page’s heartbeat (FAI)', () => {
  it('is asked for every other second, and an answer is all it takes', () => {
    const { state, pass } = watching();
    pass(60);
    expect(state).toMatchObject({ asked: 30, hung: [] });
  });

  it('[FAI4] counts as lost after ten seconds without an answer, once', () => {
    const { state, pass } = watching();
    state.answers = false;
    pass(11);
    expect(state.hung).toEqual([]);
    pass(60);
    expect(state.hung).toEqual([10_000]);
  });

  it('[FAI4] is not lost by a page that was busy for nine seconds', () => {
    const { state, heart, pass } = watching();
    for (let n = 0; n < 5; n += 1) {
      state.answers = false;
      pass(11);
      heart.answered();
    }
    expect(state.hung).toEqual([]);
  });

  it('[FAI4] is not lost by a machine that slept, or a program that was stopped, for an hour', () => {
    const { state, heart, pass } = watching();
    state.answers = false;
    pass(6);
    heart.look((state.now += 3_600_000));
    pass(9);
    expect(state.hung).toEqual([]);
    heart.answered();
    state.answers = true;
    pass(60);
    expect(state.hung).toEqual([]);
  });

  it('[FAI4] is not lost where the whole machine is starved and this process gets a turn every 2.9 s', () => {
    const { state, heart } = watching();
    state.answers = false;
    for (let n = 0; n < 9; n += 1) heart.look((state.now += 2900));
    expect(state.hung).toEqual([]);
  });

  it('is not missed while a debugger holds the page', () => {
    const { state, pass } = watching();
    state.answers = false;
    state.isExcused = true;
    pass(60);
    expect(state.hung).toEqual([]);
  });

  it('is asked of no page that is gone, and anew of the next', () => {
    const { state, heart, pass } = watching();
    state.answers = false;
    pass(8);
    heart.end();
    pass(60);
    expect(state.hung).toEqual([]);
    heart.begin();
    pass(12);
    expect(state.hung).toHaveLength(1);
  });
});
