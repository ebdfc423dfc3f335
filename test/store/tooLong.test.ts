import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { requestGuards } from '../../electron/guards';
import type { Command } from '../../renderer/domain/commands';
import type { EpochMs } from '../../renderer/domain/time';
import { writeRow } from '../../renderer/domain/upcast';
import { LONGEST_TEXT } from '../../renderer/store/tooLong';
import { DECLARE, SessionUnderTest } from '../support/sessionForTests';

const FULL = 'x'.repeat(LONGEST_TEXT);
const at = Date.parse('2026-11-23T03:03:00Z') as EpochMs;

const UPDATE = {
  type: 'send-update',
  audience: 'internal',
  state: 'resolved',
  impact: '',
  known: '',
  doing: '',
  nextDueAt: null,
} as const satisfies Command;

/** One command for each place a text can be pasted into. */
const WITH_TEXT: readonly ((text: string) => Command)[] = [
  (text) => ({ type: 'change-severity', to: 2, reason: text }),
  (text) => ({ type: 'assign-role', role: 'expert', person: 'Dana', area: text }),
  (text) => ({ type: 'add-action-item', text }),
  (text) => ({ type: 'pause-updates', reason: text }),
  (text) => ({ ...UPDATE, known: text }),
  (text) => ({ ...UPDATE, impact: text, known: text, doing: text }),
  (text) => ({ type: 'log-note', kind: 'note', text, at }),
];

describe('a text that was pasted into the wrong field', () => {
  it.each(WITH_TEXT)('of a million characters is logged, and main takes the row (%#)', (command) => {
    const test = new SessionUnderTest();
    test.log.hold('append');
    const incidentId = test.declare();
    expect(test.session.run(command(FULL), 'Dana')).toEqual({ ok: true });
    const rows = test.session.unsavedRows().map(writeRow);
    expect(v.is(requestGuards['journal:append'], [{ incidentId, rows }])).toBe(true);
  });

  /** A row that main turns down could never be saved, and none behind it. */
  it.each(WITH_TEXT)('that is longer is refused, and stands in nobody’s way (%#)', (command) => {
    const test = new SessionUnderTest();
    test.log.hold('append');
    test.declare();
    expect(test.session.run(command(`${FULL}x`), 'Dana')).toEqual({ ok: false, refusal: 'text-too-long' });
    expect(test.session.unsavedRows()).toHaveLength(1);
  });

  it('is refused when all of a row together is more than main takes', () => {
    const test = new SessionUnderTest();
    test.declare();
    const workaround = FULL.slice(0, 900_001);
    const command = { ...UPDATE, impact: FULL, known: FULL, doing: FULL, workaround };
    expect(test.session.run(command, 'Dana')).toEqual({ ok: false, refusal: 'text-too-long' });
  });

  it('is refused when declaring too', () => {
    const test = new SessionUnderTest();
    const declare = { ...DECLARE, service: `${FULL}x` };
    expect(test.session.declare(declare, 'Dana')).toEqual({ ok: false, refusal: 'text-too-long' });
    expect(test.state.openId).toBeNull();
  });
});
