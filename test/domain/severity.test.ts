import { describe, expect, it } from 'vitest';
import { decideAt } from '../../renderer/domain/backdating';
import type { Stamp } from '../../renderer/domain/ids';
import type { Incident } from '../../renderer/domain/incident';
import { oppositeOf } from '../../renderer/domain/opposite';
import {
  SEVERITIES,
  SEVERITY_RULES,
  severityName,
  severityOptions,
  worse,
  type Severity,
} from '../../renderer/domain/severity';
import { entries } from '../../renderer/domain/timeline';
import { after, given } from '../support/givenWhenThen';
import { assigned, clock, declared, resolved, severityChanged, type Happening } from '../support/histories';

describe('severity (SEV)', () => {
  it('[SEV1] there are four levels, each with its definition', () => {
    expect(SEVERITIES.map(severityName)).toEqual(['Sev 1', 'Sev 2', 'Sev 3', 'Sev 4']);
    expect(SEVERITIES.map((one) => SEVERITY_RULES[one].definition)).toEqual([
      'Site down, or a major feature unusable for many users.',
      'Significant degradation; some users affected.',
      'Minor degradation or a partial outage.',
      'No customer impact; needs follow-up.',
    ]);
  });

  it('[SEV1] a team’s own wording takes the place of a definition', () => {
    const options = severityOptions({ '2': 'Part of the shop is slow.' });
    expect(options.map(({ means }) => means)).toEqual([
      SEVERITY_RULES[1].definition,
      'Part of the shop is slow.',
      SEVERITY_RULES[3].definition,
      SEVERITY_RULES[4].definition,
    ]);
    expect(options[0]).toMatchObject({ level: 1, label: 'Sev 1' });
  });

  it('[SEV1] Sev 1 and Sev 2 require roles and a post-mortem', () => {
    for (const level of SEVERITIES) {
      expect(SEVERITY_RULES[level]).toMatchObject({ rolesRequired: level <= 2, postMortemDue: level <= 2 });
    }
  });

  it('[SEV2] refuses the severity it has', () => {
    given(declared(2)).when({ type: 'change-severity', to: 2, reason: 'x' }).thenRefused('same-severity');
  });

  it('[SEV3] refuses a change without a reason', () => {
    given(declared(2)).when({ type: 'change-severity', to: 1, reason: '  ' }).thenRefused('reason-missing');
  });

  it('[SEV3] a change is logged with the old value', () => {
    given(declared(2))
      .when({ type: 'change-severity', to: 1, reason: ' all users ' })
      .thenLogged({ type: 'severity-changed', from: 2, to: 1, reason: 'all users' });
  });

  it('[SEV4] marks a change made after resolution', () => {
    given(declared(2), resolved)
      .when({ type: 'change-severity', to: 1, reason: 'x' })
      .thenLogged({ type: 'severity-changed', from: 2, to: 1, reason: 'x', afterResolution: true });
  });

  it('[SEV5] the worst one so far is kept beside the current one', () => {
    const state = after(declared(3), severityChanged(3, 1), severityChanged(1, 4));
    expect(state).toMatchObject({ severity: 4, peakSeverity: 1 });
    expect(state.severityChanges).toMatchObject([
      { from: 3, to: 1, at: clock('03:01'), by: 'Dana', reason: 'more users than thought' },
      { from: 1, to: 4, at: clock('03:02') },
    ]);
    expect([worse(1, 3), worse(4, 2), worse(2, 2)]).toEqual([1, 2, 2]);
  });

  it('[SEV5] a change touches no role, phase or stamp', () => {
    const before = after(declared(2), assigned('commander', 'Dana'));
    const changed = after(declared(2), assigned('commander', 'Dana'), severityChanged(2, 1));
    expect(changed.holders).toEqual(before.holders);
    expect([changed.phase, changed.stamps]).toEqual([before.phase, before.stamps]);
  });
});

describe('a severity logged with the time at which it happened (SEV6)', () => {
  const backdated = (from: Severity, to: Severity, at: string): Happening => ({
    event: () => ({ type: 'severity-changed', from, to, reason: 'late' }),
    at: clock(at),
  });
  const told = (state: Incident): readonly string[] =>
    [...entries(state.timeline)].filter(({ kind }) => kind === 'severity').map(({ text }) => text);

  it('[SEV6] is told from what was in force then, and what followed from it', () => {
    const state = after(declared(1), severityChanged(1, 2), backdated(1, 3, '03:00:30'));
    expect(told(state)).toEqual(['Sev 1 → Sev 3: late', 'Sev 3 → Sev 2: more users than thought']);
    expect(state.severityChanges.map(({ from, to }) => [from, to])).toEqual([
      [3, 2],
      [1, 3],
    ]);
    expect([state.severity, state.peakSeverity]).toEqual([2, 1]);
  });

  it('[SEV6] one that a later line repeats leaves that line as it was', () => {
    const state = after(declared(1), severityChanged(1, 2), backdated(1, 2, '03:00:30'));
    expect(told(state)).toEqual(['Sev 1 → Sev 2: late', 'Sev 2 as before: more users than thought']);
  });

  it('[SEV6] the last to happen is the current one, also once its time is edited', () => {
    const changes = [declared(1), severityChanged(1, 2), severityChanged(2, 3)];
    const retimed: Happening = {
      event: (rows) => ({
        type: 'entry-edited',
        entry: rows[2]?.stamp ?? ('' as Stamp),
        at: clock('03:00:30'),
      }),
    };
    const [state, moved] = [after(...changes), after(...changes, retimed)];
    expect([state.severity, moved.severity]).toEqual([3, 2]);
    expect(told(moved).map((text) => text.split(':')[0])).toEqual(['Sev 1 → Sev 3', 'Sev 3 → Sev 2']);
  });

  it('[SEV6] decides from the severity of that time', () => {
    const state = after(declared(1), severityChanged(1, 2));
    const command = { type: 'change-severity', to: 2, reason: 'late' } as const;
    const now = clock('03:10');
    expect(decideAt(state, command, now, undefined)).toEqual({ ok: false, refusal: 'same-severity' });
    expect(decideAt(state, command, now, clock('03:05'))).toEqual({ ok: false, refusal: 'same-severity' });
    expect(decideAt(state, command, now, clock('03:00:30'))).toMatchObject({
      ok: true,
      events: [{ event: { from: 1, to: 2 }, at: clock('03:00:30') }],
    });
    expect(decideAt(state, { ...command, to: 1 }, now, clock('03:00:30'))).toMatchObject({ ok: false });
  });

  it('[SEV6] a late line about an earlier time moves no update clock and offers no undo', () => {
    const before = after(declared(2), severityChanged(2, 1));
    const state = after(declared(2), severityChanged(2, 1), backdated(2, 4, '03:00:30'));
    expect(state.clock).toEqual(before.clock);
    expect(oppositeOf({ type: 'change-severity', to: 4, reason: 'late' }, before, state)).toBeUndefined();
  });
});
