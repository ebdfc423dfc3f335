import { describe, expect, it } from 'vitest';
import { draftPostMortem } from '../../renderer/exports/draftPostMortem';
import { postMortemJson, type PostMortemJson } from '../../renderer/exports/postMortemJson';
import { NO_INCIDENT, type Incident } from '../../renderer/domain/incident';
import { at, declared } from './history';

const jsonOf = (incident: Incident): PostMortemJson =>
  postMortemJson(draftPostMortem({ incident, now: at('2026-11-23T12:00:00Z'), timeZone: 'UTC' }));

describe('the post-mortem as JSON (EXP)', () => {
  it('[EXP10] names title, severities, stamps, metrics, timeline and action items', () => {
    const history = declared({ severity: 2, detectedAt: at('2026-11-23T02:50:00Z') });
    history.run({ type: 'change-severity', to: 1, reason: 'spreads' });
    history.run({ type: 'change-severity', to: 3, reason: 'contained' });
    history.run({ type: 'add-action-item', text: 'alert on p99', owner: 'Bo', dueOn: '2026-12-01' });
    const json = jsonOf(history.incident);
    expect(json).toMatchObject({
      notice: null,
      title: 'Checkout is down',
      name: 'INC-0142',
      drill: false,
      severity: 'SEV3',
      peakSeverity: 'SEV1',
      metrics: { startToDetectMin: null, detectToMitigateMin: null, declaredToCommanderMin: 0 },
      metricStates: { startToDetectMin: 'pending', declaredToCommanderMin: 'recorded' },
      actionItems: [
        { text: 'alert on p99', owner: 'Bo', dueOn: '2026-12-01', category: null, state: 'open' },
      ],
    });
    expect(json.stamps).toEqual({
      impactStart: null,
      detected: '2026-11-23T02:50:00.000Z',
      declared: '2026-11-23T03:00:00.000Z',
      acknowledged: null,
      mitigated: null,
      resolved: null,
      impactEnd: null,
      closed: null,
    });
  });

  it('[EXP9] gives null for an impossible order, and says that it is one', () => {
    const history = declared({
      impactStartedAt: at('2026-11-23T02:55:00Z'),
      detectedAt: at('2026-11-23T02:50:00Z'),
    });
    const { metrics, metricStates } = jsonOf(history.incident);
    expect([metrics.startToDetectMin, metricStates.startToDetectMin]).toEqual([null, 'invalid']);
  });

  it('[EXP10] keeps text to the last code unit', () => {
    const text = '  a\u202E\u0000\r\n\uD800 ![x](y) \u2028';
    const history = declared();
    history.write({ type: 'note-logged', kind: 'note', text });
    const printed = JSON.parse(JSON.stringify(jsonOf(history.incident))) as PostMortemJson;
    expect(printed.timeline.at(-1)?.text).toBe(text);
  });

  it('[EXP10] leaves what the console wrote as it stands in the log', () => {
    const history = declared({ detectedAt: at('2026-11-23T02:50:00Z') });
    const set = jsonOf(history.incident).timeline.find((item) => item.kind === 'time');
    expect(set?.text).toMatch(/^Detected set to 2026-11-23T02:50:00Z/);
  });

  it('[EXP6] carries retracted and edited entries with all they were', () => {
    const history = declared();
    const entry = history.run({ type: 'log-note', kind: 'note', text: 'a', at: at('2026-11-23T03:00:00Z') });
    history.run({ type: 'edit-entry', entry, text: 'b' });
    history.run({ type: 'retract-entry', entry, reason: 'wrong call' });
    expect(jsonOf(history.incident).timeline.at(-1)).toEqual({
      at: '2026-11-23T03:00:00.000Z',
      kind: 'note',
      author: 'Ada',
      text: 'b',
      id: entry,
      recordedAt: '2026-11-23T03:00:00.000Z',
      earlier: [
        {
          text: 'a',
          at: '2026-11-23T03:00:00.000Z',
          replacedAt: '2026-11-23T03:00:00.000Z',
          replacedBy: 'Ada',
        },
      ],
      retracted: true,
      retraction: { at: '2026-11-23T03:00:00.000Z', by: 'Ada', reason: 'wrong call' },
    });
  });

  it('[EXP10] carries an unread event unchanged', () => {
    const raw = { type: 'page-received', who: ['Bo'], depth: { n: 1.5, none: null } };
    const history = declared();
    history.write({ type: 'unrecognised', raw });
    expect(jsonOf(history.incident).timeline.at(-1)).toMatchObject({ kind: 'unrecognised', raw });
  });

  it('[EXP1] is whole without a single row', () => {
    expect(jsonOf(NO_INCIDENT)).toMatchObject({ title: 'Untitled incident', timeline: [], actionItems: [] });
  });

  it('[EXP8] says first that it is about a drill', () => {
    const text = JSON.stringify(jsonOf(declared({ drill: true, number: 3 }).incident));
    expect(text.startsWith('{"notice":"THIS IS A DRILL"')).toBe(true);
  });
});
