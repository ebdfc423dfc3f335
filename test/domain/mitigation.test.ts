import { describe, expect, it } from 'vitest';
import { nothingTriedFor } from '../../renderer/domain/mitigationIdle';
import { minutes, ms } from '../../renderer/domain/time';
import type { Stamp } from '../../renderer/domain/ids';
import { after, given } from '../support/givenWhenThen';
import {
  attempted,
  backdated,
  checkMoved,
  clock,
  declared,
  judged,
  noted,
  recorded,
  resolved,
  restored,
  retracted,
  stampSet,
  type Happening,
} from '../support/histories';

const attempt = {
  type: 'attempt-mitigation',
  action: 'rollback',
  what: ' web to\n2.3 ',
  owner: ' Sam ',
  checkBackIn: minutes(5),
} as const;

const id = '2026-11-23T03:01:00.000Z_0000_aaaa' as Stamp;

describe('mitigation attempts (MIT)', () => {
  it('[MIT1] an attempt says what, who and when to check back', () => {
    given(declared())
      .at('03:05')
      .when(attempt)
      .thenLogged({
        type: 'mitigation-attempted',
        action: 'rollback',
        what: 'web to 2.3',
        owner: 'Sam',
        checkBackAt: clock('03:10'),
      });
    given(declared())
      .at('03:05')
      .when({ ...attempt, owner: '', risk: ' loses carts ' })
      .thenLogged({
        type: 'mitigation-attempted',
        action: 'rollback',
        what: 'web to 2.3',
        owner: '',
        risk: 'loses carts',
        checkBackAt: clock('03:10'),
      });
  });

  it('[MIT1] refuses an attempt that does not say what is tried', () => {
    given(declared())
      .when({ ...attempt, what: ' ' })
      .thenRefused('mitigation-missing');
  });

  it.each([0, -60_000, 59_999, 240 * 60_000 + 1, 90_000.5, Number.NaN])(
    '[MIT1] refuses to check back in %d ms',
    (length) => {
      given(declared())
        .when({ ...attempt, checkBackIn: ms(length) })
        .thenRefused('check-back-out-of-range');
    },
  );

  it.each([1, 240])('[MIT1] checks back in %d min', (count) => {
    expect(given(declared()).when({ ...attempt, checkBackIn: minutes(count) }).decision.ok).toBe(true);
  });

  it('[MIT1] stands on the board, open, in the order begun', () => {
    const state = after(
      declared(),
      attempted('web', { risk: 'loses carts' }),
      backdated('02:59', attempted('db')),
    );
    expect(state.attempts).toEqual([
      {
        id,
        action: 'rollback',
        what: 'web',
        owner: 'Sam',
        risk: 'loses carts',
        startedAt: clock('03:01'),
        checkBackAt: clock('03:10'),
      },
      {
        id: '2026-11-23T03:02:00.000Z_0000_aaaa',
        action: 'rollback',
        what: 'db',
        owner: 'Sam',
        startedAt: clock('02:59'),
        checkBackAt: clock('03:10'),
      },
    ]);
  });

  it.each(['worked', 'partly', 'didnt', 'worse'] as const)('[MIT2] takes the verdict %s', (verdict) => {
    given(declared(), attempted('web'))
      .when({ type: 'judge-mitigation', attempt: id, verdict, note: ' 5xx at 3 % ' })
      .thenLogged({ type: 'mitigation-judged', attempt: id, verdict, note: '5xx at 3 %' });
  });

  it('[MIT2] the verdict stands with the attempt, and the other attempts are untouched', () => {
    const before = [declared(), attempted('web'), attempted('db')] as const;
    const state = after(...before, judged(1, 'partly', '5xx at 3 %'));
    expect(state.attempts[0]?.judged).toMatchObject({
      verdict: 'partly',
      at: clock('03:03'),
      note: '5xx at 3 %',
    });
    expect(state.attempts[1]).toEqual(after(...before).attempts[1]);
  });

  it('[MIT2] refuses a second verdict, and one on an attempt that is not there', () => {
    const judge = { type: 'judge-mitigation', attempt: id, verdict: 'worked' } as const;
    given(declared(), attempted('web'), judged(1, 'didnt')).when(judge).thenRefused('already-judged');
    given(declared(), noted('x')).when(judge).thenRefused('no-such-attempt');
  });

  it('[MIT3] the check can be moved on, from its mark or from now when that is past', () => {
    const by = { type: 'postpone-check', attempt: id, by: minutes(5) } as const;
    const log = given(declared(), attempted('web'));
    log
      .at('03:05')
      .when(by)
      .thenLogged({ type: 'mitigation-check-moved', attempt: id, checkBackAt: clock('03:15') });
    log
      .at('03:30')
      .when(by)
      .thenLogged({ type: 'mitigation-check-moved', attempt: id, checkBackAt: clock('03:35') });
    const state = after(declared(), attempted('web'), checkMoved(1, clock('03:15')));
    expect(state.attempts[0]?.checkBackAt).toBe(clock('03:15'));
  });

  it('[MIT3] refuses to move the check out of range, of a judged attempt, or of none', () => {
    const by = { type: 'postpone-check', attempt: id, by: minutes(5) } as const;
    given(declared(), attempted('web'))
      .when({ ...by, by: ms(1) })
      .thenRefused('check-back-out-of-range');
    given(declared(), attempted('web'), judged(1, 'worked')).when(by).thenRefused('already-judged');
    given(declared()).when(by).thenRefused('no-such-attempt');
  });

  it('[MIT4] an attempt logged by mistake leaves the board with its entry, and comes back with it', () => {
    given(declared(), attempted('web'))
      .when({ type: 'retract-entry', entry: id })
      .thenLogged({ type: 'entry-retracted', entry: id });
    const gone = after(declared(), attempted('web'), attempted('db'), retracted(1));
    expect(gone.attempts.map(({ what }) => what)).toEqual(['db']);
    const back = after(declared(), attempted('web'), attempted('db'), retracted(1), restored(1));
    expect(back.attempts.map(({ what }) => what)).toEqual(['web', 'db']);
    expect(back.withdrawnAttempts).toEqual([]);
    given(declared(), attempted('web'), retracted(1))
      .when({ type: 'judge-mitigation', attempt: id, verdict: 'worked' })
      .thenRefused('no-such-attempt');
  });

  it('[MIT2] a verdict on an attempt the log does not have is shown and changes nothing', () => {
    const state = after(
      declared(),
      noted('x'),
      recorded('03:20', judged(1, 'worked')),
      checkMoved(1, clock('03:40')),
    );
    expect(state.attempts).toEqual([]);
    expect(state.timeline.byTime.length).toBe(4);
  });
});

describe('trying nothing (MIT)', () => {
  const idle = (time: string, ...happenings: readonly Happening[]) =>
    nothingTriedFor(after(declared(), ...happenings), clock(time));

  it('[MIT5] is said from ten minutes on, since declaring or the last attempt', () => {
    expect(idle('03:09:59')).toBeUndefined();
    expect(idle('03:10')).toBe(minutes(10));
    const judgedEarly = [attempted('web'), judged(1, 'didnt')] as const;
    expect(idle('03:10', ...judgedEarly)).toBeUndefined();
    expect(idle('03:21', ...judgedEarly)).toBe(minutes(20));
  });

  it('[MIT5] is not said while an attempt runs, nor once mitigated or resolved', () => {
    expect(idle('04:00', attempted('web'))).toBeUndefined();
    expect(idle('04:00', stampSet('mitigated', clock('03:01')))).toBeUndefined();
    expect(idle('04:00', resolved)).toBeUndefined();
    expect(nothingTriedFor(after(noted('x')), clock('04:00'))).toBeUndefined();
  });
});
