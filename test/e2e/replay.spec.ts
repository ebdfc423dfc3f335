/**
 * Published incidents, replayed through the window: declare, set the stamps the source gives, type
 * every entry at its time, resolve, export. Roles, a severity change and two updates are the test's own.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { projectRoot } from '../../build/projectRoot';
import { launchConsole } from '../support/electronApp';
import {
  assign,
  changeSeverity,
  declare,
  exportPostMortem,
  log,
  resolve,
  sendUpdate,
  setTimes,
  untilDurable,
  durableRows,
} from './driver';

interface Timeline {
  readonly slug: string;
  readonly title: string;
  readonly severityGuess: `SEV${1 | 2 | 3 | 4}`;
  readonly startedAt: string | null;
  readonly detectedAt: string | null;
  readonly mitigatedAt: string | null;
  readonly resolvedAt: string | null;
  readonly entries: readonly { readonly at: string; readonly text: string }[];
  readonly derivedMetrics: { readonly [name: string]: number | null };
}

interface Draft {
  readonly title: string;
  readonly metrics: { readonly [name: string]: number | null };
  readonly timeline: readonly { readonly at: string; readonly kind: string; readonly text: string }[];
}

const FOLDER = join(projectRoot, 'test/fixtures/timelines');
const read = (file: string): Timeline => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Timeline;

for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.json'))) {
  const source = read(file);

  test(`${source.slug}: the draft has every entry at its time and the source's metrics`, async () => {
    test.setTimeout(120_000);
    const { page, profile, close } = await launchConsole();
    const severity = Number(source.severityGuess.at(-1)) as 1 | 2 | 3 | 4;
    await declare(page, {
      title: source.title,
      severity,
      commander: 'Dana Reyes',
      ...(source.startedAt === null ? {} : { impactStartedAt: source.startedAt }),
    });
    await assign(page, 'Scribe', 'Kofi Mensah');
    await setTimes(page, stampsOf(source), 'from the published timeline');
    for (const entry of source.entries) await log(page, `/at ${entry.at} ${entry.text}`);
    await changeSeverity(page, severity === 1 ? 2 : 1, 'the test’s own');
    await sendUpdate(page, { impact: 'Some users', known: 'It began', doing: 'Rolling back' });
    await sendUpdate(page, { impact: 'Fewer users', known: 'It ends', doing: 'Watching' });
    if (source.resolvedAt !== null) await resolve(page);
    const rows = await durableRows(page);
    await untilDurable(page, rows);
    const markdown = readFileSync(await exportPostMortem(page), 'utf8');
    await close();

    const draft = printedDraft(profile);
    expect(draft.title).toBe(source.title);
    for (const [name, value] of Object.entries(source.derivedMetrics)) {
      expect({ [name]: draft.metrics[name] }).toEqual({ [name]: value });
    }
    const notes = draft.timeline.filter((entry) => entry.kind === 'note');
    expect(notes.map(({ at, text }) => ({ at: Date.parse(at), text }))).toEqual(
      source.entries.map(({ at, text }) => ({ at: Date.parse(at), text })),
    );
    const dates = [...new Set(source.entries.map(({ at }) => new Date(at).toISOString().slice(0, 10)))];
    for (const date of dates) expect(markdown).toContain(date);
  });
}

function stampsOf(source: Timeline): { [label: string]: string } {
  const given = {
    Detected: source.detectedAt,
    Mitigated: source.mitigatedAt,
    Resolved: source.resolvedAt,
  };
  return Object.fromEntries(Object.entries(given).filter((one): one is [string, string] => one[1] !== null));
}

/** The headless door prints the same draft from the journal the app left behind. */
function printedDraft(profile: string): Draft {
  const journals = readdirSync(join(profile, 'journal')).filter((name) => name.endsWith('.ndjson'));
  expect(journals).toHaveLength(1);
  const file = join(profile, 'journal', journals[0] ?? '');
  const printed = execFileSync('npm', ['run', '--silent', 'draft', '--', file], {
    cwd: projectRoot,
    encoding: 'utf8',
  });
  return JSON.parse(printed) as Draft;
}
