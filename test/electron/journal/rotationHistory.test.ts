import { deepEqual, equal } from 'node:assert/strict';
import { appendFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, it } from 'vitest';
import { nodeFiles } from '../../../electron/files/nodeFiles';
import { checkIntegrity } from '../../../electron/integrity';
import { value } from '../support/backupHarness';
import { faultyFiles, systemError, type Faults } from '../support/faultyFiles';
import { allRows, startJournal, type RunningJournal } from '../support/journalHarness';
import { erased, proofOf } from '../support/leak';
import { note } from '../support/rows';
import { tempFolder } from '../support/tempFolder';

/** What can happen to a journal; numbers choose sizes and places. */
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('append' as const), n: fc.integer({ min: 1, max: 5 }) }),
  },
  fc.record({ do: fc.constant('quit' as const), n: fc.constant(0) }),
  fc.record({ do: fc.constant('kill' as const), n: fc.nat(400) }),
  fc.record({ do: fc.constant('redact' as const), n: fc.nat(1000) }),
  fc.record({ do: fc.constant('fail an fsync' as const), n: fc.constant(0) }),
  fc.record({ do: fc.constant('fail an fsync and the cut' as const), n: fc.constant(0) }),
);

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** One journal through a history of steps, beside the model: what was acknowledged. */
class History {
  private readonly profile = tempFolder();
  private readonly faults: Faults = {};
  private readonly redacted = new Set<number>();
  private count = 0;
  private running: RunningJournal | null = null;

  constructor(private readonly segmentBytes: number) {}

  async take({ do: what, n }: Step): Promise<void> {
    if (what === 'append') return this.append(n);
    if (what === 'redact') return this.redact(n);
    if (what === 'quit' || what === 'kill') return this.end(what, n);
    const eio = (path: string): void => {
      if (path.endsWith('.ndjson')) throw systemError('EIO');
    };
    this.faults.sync = eio;
    if (what === 'fail an fsync and the cut') this.faults.truncate = eio;
    const { journal } = await this.open();
    const { ok } = await journal.append('inc1', [note(this.count + 1)]);
    equal(ok, false);
    delete this.faults.sync;
    delete this.faults.truncate;
    // The page sends it again.
    await this.append(1);
  }

  /** All that was acknowledged is there once, in order, and the chain holds over all files. */
  async check(): Promise<void> {
    const running = await this.open();
    const expected = Array.from({ length: this.count }, (_, i) => this.row(i + 1));
    deepEqual(await allRows(running.journal, 'inc1', 7), expected);
    if (this.count === 0) return;
    const { rows, brokenAt, redacted } = await proofOf(running);
    deepEqual({ rows, brokenAt, redacted: redacted.length }, this.facts);
    const { incidents } = value(await checkIntegrity(nodeFiles, join(this.profile, 'journal')));
    deepEqual(incidents, [{ incidentId: 'inc1', rows: this.count, damage: [] }]);
  }

  async end(how: 'quit' | 'kill', cut = 0): Promise<void> {
    if (!this.running) return;
    await (how === 'quit' ? this.running.end() : this.running.journal.close());
    this.running = null;
    if (how === 'kill') this.tear(cut);
  }

  /** The kill came while a block of rows that was never acknowledged was being written. */
  private tear(bytes: number): void {
    const folder = join(this.profile, 'journal');
    const last = readdirSync(folder).findLast((file) => file.endsWith('.ndjson'));
    if (last === undefined) return;
    const path = join(folder, last);
    rmSync(join(folder, 'checkpoint.json'), { force: true });
    // The clock stands still here, and what is kept aside is named by the time.
    rmSync(join(folder, 'aside'), { recursive: true });
    if (bytes > 0) appendFileSync(path, `{"crc":"0123abcd","seq":${'9'.repeat(bytes)}`);
  }

  private async append(n: number): Promise<void> {
    const rows = Array.from({ length: n }, (_, i) => note(this.count + i + 1));
    const { journal } = await this.open();
    this.count += n;
    deepEqual(await journal.append('inc1', rows), { ok: true, value: { durable: this.count } });
  }

  private async redact(n: number): Promise<void> {
    if (this.count === 0) return;
    const which = (n % this.count) + 1;
    const { journal } = await this.open();
    const outcome = await journal.redact('inc1', [erased(note(which))]);
    equal(outcome.ok, true);
    this.redacted.add(which);
  }

  private get facts() {
    return { rows: this.count, brokenAt: null, redacted: this.redacted.size };
  }

  private row(n: number) {
    return this.redacted.has(n) ? erased(note(n)) : note(n);
  }

  private async open(): Promise<RunningJournal> {
    const { profile, faults, segmentBytes } = this;
    this.running ??= await startJournal(profile, faultyFiles(faults), { segmentBytes });
    return this.running;
  }
}

describe('a journal of many files', () => {
  it('[JRN1] keeps all rows and its chain through any history of appends, ends, kills, faults and redactions', async () => {
    const steps = fc.array(step, { minLength: 1, maxLength: 14 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 2500 }), steps, async (segmentBytes, all) => {
        const history = new History(segmentBytes);
        for (const one of all) {
          await history.take(one);
          await history.check();
        }
        await history.end('quit');
        await history.check();
        await history.end('kill');
      }),
      { numRuns: 25 },
    );
  });
});
