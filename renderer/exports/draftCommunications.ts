import { UPDATE_STATE_NAMES } from '../domain/describe';
import { draftCadence, isLate, longestSilence, type Cadence } from './cadenceKept';
import { lengthBetween, type DraftContext } from './draftContext';
import type { LogLine } from './logLine';
import type { Moment } from './moment';
import { prompts, type Statement } from './statement';

export interface LedgerRow {
  readonly number: number;
  readonly audience: string;
  readonly state: string;
  /** Null when no promise was open. */
  readonly promised: Moment | null;
  readonly sent: Moment;
  /** `on time`, `4 min late`, `no promise`. */
  readonly lateBy: string;
  readonly by: string;
}

export interface CommunicationsSection {
  readonly ledger: readonly LedgerRow[];
  readonly cadence: Cadence;
  readonly longestSilence: Statement;
  /** Snoozes, pauses and changes of cadence, each with its reason. */
  readonly clock: readonly LogLine[];
  readonly prompts: readonly Statement[];
}

export function draftCommunications(context: DraftContext): CommunicationsSection {
  const { incident, clock, standing } = context;
  return {
    ledger: incident.updates.map((update) => ({
      number: update.number,
      audience: update.audience,
      state: UPDATE_STATE_NAMES[update.state],
      promised: update.promisedAt === null ? null : clock.moment(update.promisedAt),
      sent: clock.moment(update.sentAt),
      lateBy: lateBy(update),
      by: update.by,
    })),
    cadence: draftCadence(context),
    longestSilence: longestSilence(context),
    clock: standing('clock'),
    prompts: prompts('What did customers and colleagues hear first, and from whom?'),
  };
}

function lateBy(update: DraftContext['incident']['updates'][number]): string {
  if (update.promisedAt === null) return 'no promise';
  return isLate(update) ? `${lengthBetween(update.promisedAt, update.sentAt)} late` : 'on time';
}
