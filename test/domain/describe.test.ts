import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describe as describeEvent } from '../../renderer/domain/describe';
import { resolveChecklist } from '../../renderer/domain/resolveChecklist';
import { entries } from '../../renderer/domain/timeline';
import { anyEvent, EVENT_TYPES } from '../support/arbitraryRows';
import { after } from '../support/givenWhenThen';
import {
  assigned,
  attempted,
  cadenceSet,
  checkMoved,
  clock,
  declared,
  itemAdded,
  itemMoved,
  judged,
  moved,
  noted,
  paused,
  released,
  reopened,
  resolved,
  resumed,
  severityChanged,
  snoozed,
  stampSet,
  T0,
  updated,
  type Happening,
} from '../support/histories';

/** The kind and text of the last row's line. */
function line(...happenings: readonly Happening[]): readonly [string, string] {
  const shown = [...entries(after(...happenings).timeline)];
  const last = shown.at(-1);
  return [last?.kind ?? '', last?.text ?? ''];
}

type Line = readonly [kind: string, text: string, ...log: readonly Happening[]];

describe('what a row reads like (TML)', () => {
  const lines: readonly Line[] = [
    ['declared', 'Declared Sev 1: Checkout errors', declared()],
    ['declared', 'Declared Sev 2 drill: Checkout errors', declared(2, { drill: true })],
    ['severity', 'Sev 2 → Sev 1: more users than thought', declared(2), severityChanged(2, 1)],
    ['phase', 'Detection → Triage', declared(), moved('detection', 'triage')],
    [
      'time',
      'Detected set to 2026-11-23T02:50:00Z (from the alert)',
      declared(),
      stampSet('detected', clock('02:50')),
    ],
    [
      'time',
      'Declared set to 2026-11-23T02:50:00Z, was 2026-11-23T03:00:00Z (from the alert)',
      declared(),
      stampSet('declared', clock('02:50'), T0),
    ],
    [
      'time',
      'Mitigated cleared, was 2026-11-23T03:00:00Z (from the alert)',
      declared(),
      stampSet('mitigated', null, T0),
    ],
    ['role', 'Incident Commander: Dana', declared(), assigned('commander', 'Dana')],
    [
      'role',
      'Incident Commander: Maria, after Dana',
      declared(),
      assigned('commander', 'Maria', { instead: 'Dana' }),
    ],
    ['role', 'Subject-matter expert: Sam · web', declared(), assigned('expert', 'Sam', { area: 'web' })],
    ['role', 'Kofi is no longer Scribe', declared(), released('scribe', 'Kofi')],
    ['note', '5xx at 12 %', declared(), noted('5xx at 12 %')],
    ['impact', 'EU only', declared(), noted('EU only', 'impact')],
    ['decision', 'roll back', declared(), noted('roll back', 'decision')],
    ['mitigation', 'Roll back: web · Sam · check back 2026-11-23T03:10:00Z', declared(), attempted('web')],
    [
      'mitigation',
      'Roll back: web · no owner · check back 2026-11-23T03:10:00Z · risk: carts',
      declared(),
      attempted('web', { owner: '', risk: 'carts' }),
    ],
    [
      'verdict',
      'Roll back: web · Didn’t: still 12 %',
      declared(),
      attempted('web'),
      judged(1, 'didnt', 'still 12 %'),
    ],
    [
      'verdict',
      'Roll back: web · Check back moved to 2026-11-23T03:20:00Z',
      declared(),
      attempted('web'),
      checkMoved(1, clock('03:20')),
    ],
    [
      'update',
      'Update 1 sent, identified · 3 % of checkouts fail · it began with the deploy · rolling back · next 2026-11-23T03:30:00Z',
      declared(),
      updated('identified', clock('03:30')),
    ],
    [
      'update',
      'Update 1 sent, resolved · all well · no further update promised',
      declared(),
      updated('resolved', null, { impact: 'all well', known: '', doing: ' ' }),
    ],
    [
      'clock',
      'Update snoozed 10 min to 2026-11-23T03:25:00Z: on the call',
      declared(),
      snoozed(clock('03:25')),
    ],
    ['clock', 'Update clock paused: status page carries it', declared(), paused],
    ['clock', 'Update clock running, due 2026-11-23T03:30:00Z', declared(), resumed(clock('03:30'))],
    ['clock', 'Update cadence set to 10 min', declared(), cadenceSet(10)],
    ['clock', 'Update cadence back to the severity’s own', declared(), cadenceSet(null)],
    ['resolved', 'Resolved', declared(), resolved],
    ['reopened', 'Reopened: errors are back', declared(), resolved, reopened],
    [
      'action',
      'Action item: Alert on 5xx · Priya · due 2026-11-27',
      declared(),
      itemAdded('Alert on 5xx', { owner: 'Priya', dueOn: '2026-11-27' }),
    ],
    [
      'action',
      'Alert on 5xx · Action item done: PR 12',
      declared(),
      itemAdded('Alert on 5xx'),
      itemMoved(1, 'done', 'PR 12'),
    ],
  ];
  it.each(lines.map(([kind, text, ...log]) => ({ kind, text, log })))(
    '[TML2] $kind: $text',
    ({ kind, text, log }) => {
      expect(line(...log)).toEqual([kind, text]);
    },
  );

  it('[TML1] every event has a line of its own, but for those that change another’s', () => {
    fc.assert(
      fc.property(
        anyEvent,
        (event) => (describeEvent(event) === undefined) === event.type.startsWith('entry-'),
      ),
      { numRuns: 500 },
    );
    expect(EVENT_TYPES).toHaveLength(33);
  });

  it('[TML8] instants in a line are whole seconds in UTC, for each view to print in its zone', () => {
    const at = (clock('03:20') + 999) as typeof T0;
    expect(line(declared(), snoozed(at))[1]).toContain('to 2026-11-23T03:20:00Z:');
  });
});

describe('the resolve checklist (RES)', () => {
  it('[RES2] names what the log knows to be done, and what is open', () => {
    const list = resolveChecklist(after(declared(), attempted('web'), updated('resolved', null)));
    expect(list.map(({ text, known, detail }) => [text, known, detail])).toEqual([
      ['Service normal for 10 minutes', false, undefined],
      ['Mitigations closed', false, 'open: Roll back: web'],
      ['Temporary changes listed', false, undefined],
      ['Final update sent', true, undefined],
      ['Post-mortem owner and date agreed', false, undefined],
    ]);
    expect(list.every(({ todo }) => /^[A-Z]/.test(todo))).toBe(true);
  });

  it('[RES2] asks for no post-mortem of what was never worse than Sev 3', () => {
    const texts = (...happenings: readonly Happening[]) =>
      resolveChecklist(after(...happenings)).map(({ text }) => text);
    expect(texts(declared(3))).not.toContain('Post-mortem owner and date agreed');
    expect(texts(declared(2), severityChanged(2, 4))).toContain('Post-mortem owner and date agreed');
    expect(resolveChecklist(after(declared(3)))[2]?.known).toBe(true);
  });
});
