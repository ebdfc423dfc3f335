import { epochMs, later, ms, type Ms } from '../../renderer/domain/time';
import { declaring, type Deed } from '../support/seedJournal';

/** An incident declared so long ago in which one of everything happened within the first minute. */
export function eventful(ago: Ms, more: Parameters<typeof declaring>[0] = {}): readonly Deed[] {
  const start = epochMs(Date.now() - ago);
  const commands: readonly Deed['command'][] = [
    declaring({ number: 2, ...more }),
    { type: 'move-phase', to: 'triage' },
    { type: 'assign-role', role: 'scribe', person: 'Kofi Mensah' },
    { type: 'assign-role', role: 'expert', person: 'Sam Okafor', area: 'payments' },
    { type: 'log-note', kind: 'note', text: 'Checkout 5xx at 12 % since the deploy', at: start },
    { type: 'set-stamps', stamps: { detected: start }, reason: 'from the alert' },
    { type: 'add-action-item', text: 'Alert on 5xx burn' },
    { type: 'change-severity', to: 2, reason: 'EU only' },
    { type: 'change-severity', to: 1, reason: 'no, all of it' },
    {
      type: 'attempt-mitigation',
      action: 'rollback',
      what: 'web to 2026.11.22.4',
      owner: 'Sam Okafor',
      checkBackIn: ms(60_000),
    },
    { type: 'log-note', kind: 'note', text: 'An older note', at: later(start, ms(-60_000 * 60 * 25)) },
    { type: 'log-note', kind: 'note', text: 'The newest note', at: later(start, ms(20_000)) },
  ];
  return commands.map((command, i) => ({ at: later(start, ms(i * 1000)), command }));
}
