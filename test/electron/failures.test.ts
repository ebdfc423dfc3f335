import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { failureOf, FailureReports } from '../../electron/failures';
import type { FilePort } from '../../electron/files/filePort';
import { nodeFiles } from '../../electron/files/nodeFiles';
import { faultyFiles, systemError } from './support/faultyFiles';
import { NOON } from './support/rows';
import { tempFolder } from './support/tempFolder';

function reporting(files: FilePort = nodeFiles) {
  const folder = join(tempFolder(), 'failures');
  const time = { mono: 0 };
  const clock = { wall: () => NOON, mono: () => time.mono };
  return { folder, time, reports: new FailureReports(files, folder, '1.2.3', clock) };
}

const FAILURE = { where: 'page', message: 'boom', stack: 'at x' };

describe('failure reports', () => {
  it('are text files that say when, where and what', async () => {
    const { folder, reports } = reporting();
    reports.report(FAILURE);
    await reports.drain();
    const [name = ''] = readdirSync(folder);
    expect(name).toBe('2026-11-23T12-00-00.000Z-001.txt');
    expect(readFileSync(join(folder, name), 'utf8')).toBe(
      `Incident Console 1.2.3 on ${process.platform}, 2026-11-23T12:00:00.000Z\nin: page\n\nboom\n\nat x\n`,
    );
  });

  it('are at most 20 a minute and 50 in all, the newest', async () => {
    const { folder, reports, time } = reporting();
    for (let minute = 0; minute < 4; minute += 1) {
      for (let n = 0; n < 30; n += 1) reports.report({ ...FAILURE, message: `${minute}-${n}` });
      time.mono += 61_000;
    }
    await reports.drain();
    const names = readdirSync(folder);
    expect(names).toHaveLength(50);
    expect(readFileSync(join(folder, names.at(-1) ?? ''), 'utf8')).toContain('3-19');
  });

  it('are short, however long the message', async () => {
    const { folder, reports } = reporting();
    reports.report({ ...FAILURE, message: 'x'.repeat(1_000_000) });
    await reports.drain();
    expect(readFileSync(join(folder, readdirSync(folder)[0] ?? '')).length).toBeLessThan(21_000);
  });

  it('that cannot be written disturb nobody', async () => {
    const { reports } = reporting(
      faultyFiles({
        open: () => {
          throw systemError('ENOSPC');
        },
      }),
    );
    reports.report(FAILURE);
    await reports.drain();
  });

  it('know what can be known of anything thrown', () => {
    expect(failureOf('main', new Error('boom'))).toMatchObject({ where: 'main', message: 'boom' });
    expect(failureOf('main', 'text')).toEqual({ where: 'main', message: 'text', stack: '' });
  });
});
