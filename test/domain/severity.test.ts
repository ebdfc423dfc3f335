import { describe, expect, it } from 'vitest';
import {
  SEVERITIES,
  SEVERITY_RULES,
  severityName,
  severityOptions,
  worse,
} from '../../renderer/domain/severity';
import { after, given } from '../support/givenWhenThen';
import { assigned, clock, declared, resolved, severityChanged } from '../support/histories';

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
