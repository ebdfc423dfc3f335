import type {
  ActionCategory,
  ActionState,
  Audience,
  Lane,
  MitigationAction,
  UpdateState,
  Verdict,
} from './events';
import type { IncidentId, Stamp } from './ids';
import type { Imported } from './imports';
import type { Phase, StampName } from './lifecycle';
import type { Role, SingleRole } from './roles';
import type { Severity } from './severity';
import type { EpochMs } from './time';
import { EMPTY_TIMELINE, type Timeline } from './timeline';
import type { UpdateClock } from './updateClock';

/** Somebody in a role, from when to when. */
export interface Tenure {
  /** The row that assigned it. */
  readonly id: Stamp;
  readonly role: Role;
  readonly person: string;
  readonly area?: string;
  readonly since: EpochMs;
  /** Absent while they hold it. */
  readonly until?: EpochMs;
  /** The row that ended it: a release, or the next holder's assignment. */
  readonly endedBy?: Stamp;
}

/** How an attempt went, said when, by the row `id`. */
export interface Judgement {
  readonly id: Stamp;
  readonly verdict: Verdict;
  readonly at: EpochMs;
  readonly note?: string;
}

/** Something tried against the impact. `id` is the stamp of the row that began it. */
export interface Attempt {
  readonly id: Stamp;
  readonly action: MitigationAction;
  readonly what: string;
  readonly owner: string;
  readonly risk?: string;
  readonly startedAt: EpochMs;
  readonly checkBackAt: EpochMs;
  /** Absent until somebody said how it went. */
  readonly judged?: Judgement;
}

/** An update that went out, with the promise it answered and the one it made. `id` is its row's stamp. */
export interface SentUpdate {
  readonly id: Stamp;
  readonly lane: Lane;
  readonly number: number;
  readonly audience: Audience;
  readonly state: UpdateState;
  readonly impact: string;
  readonly known: string;
  readonly doing: string;
  readonly workaround?: string;
  readonly sentAt: EpochMs;
  readonly promisedAt: EpochMs | null;
  readonly nextDueAt: EpochMs | null;
  readonly by: string;
}

/** Something to be done because of the incident. `id` is the stamp of the row that added it. */
export interface ActionItem {
  readonly id: Stamp;
  readonly text: string;
  readonly owner?: string;
  readonly dueOn?: string;
  readonly category?: ActionCategory;
  readonly state: ActionState;
  readonly note?: string;
  readonly addedAt: EpochMs;
  /** The entry it was made from. */
  readonly from?: Stamp;
}

/** One change of severity, made by the row `id`. */
export interface SeverityChange {
  readonly id: Stamp;
  readonly from: Severity;
  readonly to: Severity;
  readonly at: EpochMs;
  readonly by: string;
  readonly reason: string;
}

/** An instant of the lifecycle and where it came from. */
export interface LifecycleStamp {
  readonly at: EpochMs;
  /** The row that gave it. */
  readonly id: Stamp;
  /** Set by hand in Edit times, or by the event itself (declaring, resolving). */
  readonly byHand: boolean;
}

/** An incident as its log tells it: always the fold, never set by hand (LOG5). */
export interface Incident {
  /** Null until the declaring event has been folded. */
  readonly id: IncidentId | null;
  readonly title: string;
  readonly number: number;
  readonly drill: boolean;
  readonly service?: string;
  readonly bridge?: string;
  readonly severity: Severity;
  readonly declaredSeverity: Severity;
  readonly peakSeverity: Severity;
  readonly severityChanges: readonly SeverityChange[];
  readonly phase: Phase;
  readonly stamps: { readonly [S in StampName]?: LifecycleStamp };
  readonly isResolved: boolean;
  readonly reopenings: number;
  readonly holders: { readonly [R in SingleRole]?: Tenure };
  readonly experts: readonly Tenure[];
  /** Ended tenures, in the order they ended. */
  readonly formerTenures: readonly Tenure[];
  readonly attempts: readonly Attempt[];
  /** Attempts whose entry is retracted: logged by mistake, kept in case it is restored. */
  readonly withdrawnAttempts: readonly Attempt[];
  readonly updates: readonly SentUpdate[];
  readonly clock: UpdateClock | null;
  readonly actionItems: readonly ActionItem[];
  readonly timeline: Timeline;
  /** Files that were imported, in their order. */
  readonly imports: readonly Imported[];
  /** Everyone named so far, in order of appearance. */
  readonly people: readonly string[];
  /** Rows folded, recognised or not. */
  readonly rowCount: number;
  readonly unrecognisedCount: number;
  /** The newest stamp folded; the next one must sort after it. */
  readonly lastStamp: Stamp | null;
  /** When the last row was written. */
  readonly lastRecordedAt: EpochMs | null;
}

/** Before the first row. */
export const NO_INCIDENT: Incident = {
  id: null,
  title: '',
  number: 0,
  drill: false,
  severity: 1,
  declaredSeverity: 1,
  peakSeverity: 1,
  severityChanges: [],
  phase: 'detection',
  stamps: {},
  isResolved: false,
  reopenings: 0,
  holders: {},
  experts: [],
  formerTenures: [],
  attempts: [],
  withdrawnAttempts: [],
  updates: [],
  clock: null,
  actionItems: [],
  timeline: EMPTY_TIMELINE,
  imports: [],
  people: [],
  rowCount: 0,
  unrecognisedCount: 0,
  lastStamp: null,
  lastRecordedAt: null,
};

/** `INC-0142`, drills `DR-3`: their own numbering, so that nobody mistakes one for the other. */
export function incidentName(incident: Pick<Incident, 'number' | 'drill'>): string {
  return incident.drill ? `DR-${incident.number}` : `INC-${String(incident.number).padStart(4, '0')}`;
}

/** Live until resolved; a reopened incident is live again. */
export const isLive = (incident: Incident): boolean => incident.id !== null && !incident.isResolved;
