import type { Settings } from '../../electron/contract';
import { DEFAULT_SETTINGS } from '../../electron/settingsShape';
import type { Command } from '../../renderer/domain/commands';
import type { Row } from '../../renderer/domain/events';
import { REFUSAL_SENTENCES } from '../../renderer/domain/refusals';
import { entries, type Entry } from '../../renderer/domain/timeline';
import type { EventLog } from '../../renderer/persistence/eventLog';
import { MemoryEventLog } from '../../renderer/persistence/memoryEventLog';
import { run, type Console } from '../../renderer/store/console';
import { Attaching } from '../../renderer/store/attaching';
import { BundleExporting } from '../../renderer/store/bundleExporting';
import { BundleImporting } from '../../renderer/store/bundleImporting';
import { createDrafts } from '../../renderer/store/drafts';
import { Exporting } from '../../renderer/store/exporting';
import { Finding } from '../../renderer/store/finding';
import { FindingAll } from '../../renderer/store/findingAll';
import { Importing } from '../../renderer/store/importing';
import { createIncidents } from '../../renderer/store/incidents';
import { declareIncident, openIncident } from '../../renderer/store/moves';
import { Mirroring } from '../../renderer/store/mirroring';
import { NoteNow } from '../../renderer/store/noteNow';
import { createNotices } from '../../renderer/store/notices';
import { Rescue } from '../../renderer/store/rescue';
import { Safekeeping } from '../../renderer/store/safekeeping';
import { Session } from '../../renderer/store/session';
import { createSettings } from '../../renderer/store/settings';
import { tellRestored, watchStorage } from '../../renderer/store/storageNotices';
import { createTicker } from '../../renderer/store/ticker';
import { Undoing } from '../../renderer/store/undoing';
import { createUpdateAlarm } from '../../renderer/store/updateAlarm';
import { createView } from '../../renderer/store/view';
import { PageWorld } from './pageWorld';

export interface ConsoleOptions {
  readonly log?: EventLog;
  readonly world?: PageWorld;
  readonly settings?: Partial<Settings>;
  readonly drafts?: { readonly [key: string]: string };
}

/** All stores of a window as compose.ts puts them together, over a log in memory and a moved clock. */
export class ConsoleUnderTest {
  readonly world: PageWorld;
  readonly log: EventLog;
  readonly console: Console;

  constructor({ log, world, settings: chosen = {}, drafts: kept = {} }: ConsoleOptions = {}) {
    this.log = log ?? new MemoryEventLog();
    this.world = world ?? new PageWorld();
    const { ports } = this.world;
    const notices = createNotices(ports.after);
    const view = createView();
    const incidents = createIncidents();
    const settings = createSettings({ ...DEFAULT_SETTINGS, userName: 'Dana', ...chosen }, ports, notices);
    const session = new Session(this.log, ports, {
      onSummary: incidents.put,
      onRestored: (count) => tellRestored(count, notices),
      onLateRefusal: (refusal) =>
        notices.show({ id: 'refused', tone: 'warning', text: REFUSAL_SENTENCES[refusal] }),
    });
    const rescue = new Rescue({ log: this.log, session, notices }, ports);
    watchStorage(session, notices, ports, rescue);
    const drafts = createDrafts(kept, ports);
    this.console = {
      session,
      incidents,
      settings,
      notices,
      view,
      drafts,
      attaching: new Attaching(session, drafts, ports),
      ticker: createTicker(ports),
      alarm: createUpdateAlarm(session, ports),
      finding: new Finding(session, view),
      findingAll: new FindingAll({ log: this.log, session, incidents }, ports),
      undoing: new Undoing(ports),
      exporting: new Exporting({ session, view, notices, settings }, ports, (exportFolder) =>
        settings.change({ exportFolder }),
      ),
      bundleExporting: new BundleExporting({ session, view, notices }, ports, (exportFolder) =>
        settings.change({ exportFolder }),
      ),
      bundleImporting: new BundleImporting({ log: this.log, session, incidents, view, notices }, ports),
      noteNow: new NoteNow({ session, view, drafts, notices }, ports),
      importing: new Importing({ session, view, notices, settings }, ports),
      rescue,
      safekeeping: new Safekeeping({ log: this.log, session, incidents, notices, view }, ports),
      mirroring: new Mirroring({ log: this.log, session, incidents, notices, view, settings }, ports),
      ports,
    };
  }

  /** Declares as the dialog does. */
  declare(change: Partial<Parameters<typeof declareIncident>[1]> = {}): void {
    const command = {
      title: 'Checkout errors',
      severity: 1,
      drill: false,
      commander: '',
      ...change,
    } as const;
    const ran = declareIncident(this.console, command);
    if (!ran.ok) throw new Error(ran.refusal);
  }

  /** Puts rows into the log, as an earlier run did, and opens their incident. */
  async open(rows: readonly Row[]): Promise<void> {
    await this.log.append(rows);
    const [first] = rows;
    if (first) await openIncident(this.console, first.incidentId);
  }

  /** Runs a command that must be accepted. */
  run(command: Command): void {
    const ran = run(this.console, command);
    if (!ran.ok) throw new Error(ran.refusal);
  }

  note(text: string): void {
    this.run({ type: 'log-note', kind: 'note', text, at: this.world.now });
  }

  get state(): ReturnType<Session['store']['getState']> {
    return this.console.session.store.getState();
  }

  get incident(): ReturnType<Session['store']['getState']>['incident'] {
    return this.state.incident;
  }

  get entries(): readonly Entry[] {
    return [...entries(this.incident.timeline)];
  }

  /** The newest entry in the order of writing. */
  get lastWritten(): Entry | undefined {
    return this.entries.toSorted((a, b) => (a.id < b.id ? -1 : 1)).at(-1);
  }

  /** The sentences in the notice bar. */
  get notices(): readonly string[] {
    return this.console.notices.store.getState().map(({ text }) => text);
  }
}
