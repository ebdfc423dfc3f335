import { describe, expect, it } from 'vitest';
import { NO_INCIDENT } from '../../renderer/domain/incident';
import { draftOf, texts } from './draftOf';
import { declared } from './history';

describe('a draft asks nothing and refuses nothing (EXP)', () => {
  it('[EXP1] has every section for an incident of one row', () => {
    const history = declared({ commander: '' });
    const draft = draftOf(history.incident);
    expect(history.rows).toHaveLength(1);
    for (const section of Object.values(draft)) expect(section).not.toBeUndefined();
    expect(draft.summary.lines).toHaveLength(4);
    expect(draft.response.rows.map((row) => row.state.split(':')[0])).toEqual(
      draft.response.rows.map(() => 'Pending'),
    );
  });

  it('[EXP1] has every section for a log without a declaring row', () => {
    const draft = draftOf(NO_INCIDENT);
    expect(draft.header.heading).toBe('Post-mortem INC-0000: Untitled incident');
    expect(texts(draft.evidence.facts)).toContain('The log is empty.');
  });

  it('[EXP2] is the same twice', () => {
    const { incident } = declared();
    expect(JSON.stringify(draftOf(incident))).toBe(JSON.stringify(draftOf(incident)));
  });
});
