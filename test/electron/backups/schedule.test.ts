import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { BackupSchedule } from '../../../electron/backups/schedule';
import type { BackupSummary, Outcome, StorageFailure } from '../../../electron/contract';

const FULL: StorageFailure = { reason: 'disk-full', path: '/b', detail: 'ENOSPC' };
const SUMMARY: BackupSummary = { file: 'b', takenAt: 0, incidents: 1, rows: 1, bytes: 1 };

function scheduled() {
  const told: (StorageFailure | null)[] = [];
  const world = { outcome: { ok: true, value: SUMMARY } as Outcome<BackupSummary>, taken: 0 };
  const take = async (): Promise<Outcome<BackupSummary>> => {
    world.taken += 1;
    return world.outcome;
  };
  const schedule = new BackupSchedule({ take, takeIfChanged: take }, (failure) => told.push(failure));
  return { schedule, told, world };
}

describe('the schedule of backups (BAK)', () => {
  it('[BAK3] asks for one every ten minutes until it is ended', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const { schedule, world } = scheduled();
    const end = schedule.begin();
    await vi.advanceTimersByTimeAsync(60 * 60_000);
    expect(world.taken).toBe(6);
    end();
    await vi.advanceTimersByTimeAsync(60 * 60_000);
    expect(world.taken).toBe(6);
  });

  it('[BAK8] tells that it fails, and once that it works again', async () => {
    const { schedule, told, world } = scheduled();
    await schedule.ifChanged();
    world.outcome = { ok: false, failure: FULL };
    await schedule.ifChanged();
    await schedule.ifChanged();
    world.outcome = { ok: true, value: SUMMARY };
    expect(await schedule.now()).toEqual(world.outcome);
    await schedule.ifChanged();
    expect(told).toEqual([FULL, FULL, null]);
  });
});
