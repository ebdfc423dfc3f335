import type { Command } from '../../renderer/domain/commands';
import type { Refusal } from '../../renderer/domain/refusals';
import { entries, type Entry } from '../../renderer/domain/timeline';
import type { IncidentSummary } from '../../renderer/domain/summary';
import { Session, type Ran } from '../../renderer/store/session';
import { PageWorld } from './pageWorld';
import { SlowLog } from './slowLog';

export const DECLARE = {
  type: 'declare',
  title: 'Checkout errors',
  severity: 1,
  drill: false,
  number: 1,
  commander: '',
} as const satisfies Command;

/** A session over the real log in memory, with the disk and the clock in a test's hand. */
export class SessionUnderTest {
  readonly log = new SlowLog();
  readonly world = new PageWorld();
  readonly summaries: IncidentSummary[] = [];
  readonly lateRefusals: [Refusal, Command][] = [];
  readonly restored: number[] = [];
  readonly session = new Session(this.log, this.world.ports, {
    onSummary: (summary) => void this.summaries.push(summary),
    onRestored: (count) => void this.restored.push(count),
    onLateRefusal: (refusal, command) => void this.lateRefusals.push([refusal, command]),
  });

  get state(): ReturnType<Session['store']['getState']> {
    return this.session.store.getState();
  }

  /** Declares and answers the new incident's id. */
  declare(title: string = DECLARE.title) {
    const ran = this.session.declare({ ...DECLARE, title }, 'Dana');
    const id = this.state.openId;
    if (!ran.ok || id === null) throw new Error('not declared');
    return id;
  }

  note(text: string): Ran {
    return this.session.run({ type: 'log-note', kind: 'note', text, at: this.world.now }, 'Dana');
  }

  get entries(): readonly Entry[] {
    return [...entries(this.state.incident.timeline)];
  }

  get texts(): readonly string[] {
    return this.entries.map((entry) => entry.text);
  }
}
