import { dirname } from 'node:path';
import type { JournalState, JournalSummary, JournalVerification, Outcome } from '../contract';
import type { Pushes, Recovery, StoredRow } from '../contract';
import { ChainCheck } from './chainCheck';
import { EMPTY_INCIDENT } from './incidentScan';
import { IncidentJournal, type RowsPage } from './incidentJournal';
import type { JournalPlace } from './journalPlace';
import { keepDamagedLines } from './damagedLines';
import type { Prelude } from './prelude';
import { segmentFile, type SegmentName } from './segmentName';
import { scanAtStart, type StartScan } from './startScan';
import { verifySegment } from './verifySegment';
import type { Checkpoint } from './checkpoint';
import { salvage } from '../salvage/salvage';

/** How far an incident's journal is acknowledged. */
export interface JournalExtent {
  readonly rows: number;
  readonly files: readonly { readonly file: string; readonly bytes: number }[];
}

type Damage = Pushes['journal:damaged'];

/**
 * The first copy of everything that was logged: one chain of files an incident, in
 * `<profile>/journal`. The page's database is a working copy that can be rebuilt from it.
 *
 * All calls wait for the start-up scan by themselves.
 */
export class Journal {
  private readonly incidents = new Map<string, IncidentJournal>();
  private readonly scanned: Promise<StartScan>;
  /** Rows of a set-aside working copy that the journal lacked and now has. */
  private returnedRows = 0;

  constructor(
    private readonly place: JournalPlace,
    private readonly prelude: Prelude,
  ) {
    this.scanned = this.scan();
  }

  get folder(): string {
    return this.place.folder;
  }

  async state(): Promise<JournalState> {
    const { tornTails, unreadableLines } = await this.scanned;
    const { uncleanExit, workingCopyMovedAside, unwritable } = this.prelude;
    const { returnedRows } = this;
    const eventful =
      uncleanExit || workingCopyMovedAside || tornTails.length + unreadableLines.length + returnedRows > 0;
    const recovery: Recovery | null = eventful
      ? { uncleanExit, workingCopyMovedAside, tornTails, unreadableLines, returnedRows }
      : null;
    return { journals: this.summaries(), recovery, unwritable };
  }

  /** Every incident's files, as far as they are acknowledged. */
  async extents(): Promise<ReadonlyMap<string, JournalExtent>> {
    await this.scanned;
    return new Map(
      [...this.incidents].map(
        ([
          incidentId,
          {
            state: { count, segments },
          },
        ]) => {
          const files = segments.map(({ segment, bytes }) => ({
            file: segmentFile(incidentId, segment),
            bytes,
          }));
          return [incidentId, { rows: count, files }];
        },
      ),
    );
  }

  async append(incidentId: string, rows: readonly StoredRow[]): Promise<Outcome<{ durable: number }>> {
    await this.scanned;
    return this.incident(incidentId).append(rows);
  }

  async read(incidentId: string, from: number, limit: number): Promise<Outcome<RowsPage>> {
    await this.scanned;
    return this.incident(incidentId).read(from, limit);
  }

  /** An incident's files at one moment: its rows with the chain that vouches for them. */
  async copy(incidentId: string): ReturnType<IncidentJournal['copy']> {
    await this.scanned;
    return this.incident(incidentId).copy();
  }

  /** Erases rows in the files, never in what was acknowledged of them: stamps, times, authors (RED6). */
  async redact(incidentId: string, rows: readonly StoredRow[]): Promise<Outcome<{ redacted: number }>> {
    await this.scanned;
    return this.incident(incidentId).redact(rows);
  }

  /** Whether an incident's journal still is what was written, and what of it is redacted (RED7). */
  async proof(incidentId: string): Promise<Outcome<JournalVerification>> {
    await this.scanned;
    return this.incident(incidentId).verify();
  }

  /** Waits for all that was handed in, closes the files and says how they stand. */
  async close(): Promise<Checkpoint> {
    await this.scanned;
    await Promise.all([...this.incidents.values()].map((one) => one.close()));
    const certain = [...this.incidents].filter(([, one]) => one.certain && one.state.count > 0);
    return new Map(certain.map(([incidentId, one]) => [incidentId, one.state]));
  }

  /** Reads what the start believed unread; `pause` is awaited between slices, false ends it. */
  async verify(pause: () => Promise<boolean>, report: (damage: Damage) => void): Promise<void> {
    const { unread } = await this.scanned;
    let check: ChainCheck | null = null;
    for (const [i, name] of unread.entries()) {
      if (check === null || unread[i - 1]?.incidentId !== name.incidentId) check = new ChainCheck(name);
      const why = await this.verdict(name, pause, check);
      if (why !== null) {
        await this.damaged(name, why, report);
        check = null;
      }
      if (!(await pause())) return;
    }
  }

  private async verdict(
    name: SegmentName,
    pause: () => Promise<boolean>,
    check: ChainCheck,
  ): Promise<string | null> {
    try {
      return await verifySegment(this.place.files, this.place.folder, name, pause, check);
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  /** Told once: what is known to be damaged stays in its file and stands aside too. */
  private async damaged(name: SegmentName, why: string, report: (damage: Damage) => void): Promise<void> {
    await this.incident(name.incidentId)
      .recheck()
      .catch(() => undefined);
    const { files, folder, asideFor } = this.place;
    const kept = await keepDamagedLines(files, folder, name, dirname(asideFor(name.file))).catch(() => null);
    const isKnown = kept !== null && kept.found > 0 && kept.fresh.length === 0;
    if (!isKnown) report({ incidentId: name.incidentId, file: name.file, why });
  }

  private async scan(): Promise<StartScan> {
    const scan = await this.scanFiles();
    const { setAside } = this.prelude;
    if (setAside !== null) await this.takeBack(setAside).catch(() => undefined);
    return scan;
  }

  /** Whatever the files lack and the working copy has is written again before anybody reads (REC2). */
  private async takeBack(setAside: string): Promise<void> {
    const { rows } = await salvage(this.place.files, setAside);
    for (const incidentId of new Set(rows.map((row) => row.incidentId))) {
      const own = rows.filter((row) => row.incidentId === incidentId);
      this.returnedRows += await this.incident(incidentId).adopt(own);
    }
  }

  private async scanFiles(): Promise<StartScan> {
    const scan = await scanAtStart(this.place, this.prelude.checkpoint).catch(() => EMPTY_SCAN);
    for (const [incidentId, state] of scan.incidents) {
      this.incidents.set(incidentId, new IncidentJournal(this.place, incidentId, state));
    }
    return scan;
  }

  private incident(incidentId: string): IncidentJournal {
    const known = this.incidents.get(incidentId);
    if (known) return known;
    const made = new IncidentJournal(this.place, incidentId, EMPTY_INCIDENT);
    this.incidents.set(incidentId, made);
    return made;
  }

  private summaries(): readonly JournalSummary[] {
    return [...this.incidents]
      .map(([incidentId, { state }]) => ({
        incidentId,
        count: state.count,
        lastStamp: state.lastStamp,
      }))
      .filter(({ count }) => count > 0);
  }
}

/** The folder itself can't be read: nothing is known, and the prelude has said why. */
const EMPTY_SCAN: StartScan = {
  incidents: new Map(),
  tornTails: [],
  unreadableLines: [],
  unread: [],
};
