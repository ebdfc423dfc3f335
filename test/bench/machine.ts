import { cpus, loadavg, release, totalmem } from 'node:os';
import { median } from './judging/statistics';
import type { Session } from './metrics';

/** On what, and beside what, the figures were measured. */
export function machineLines(electron: string, sessions: readonly Session[]): readonly string[] {
  const processors = cpus();
  const memory = `${(totalmem() / 2 ** 30).toFixed(0)} GiB`;
  const load = loadavg()[1]?.toFixed(1) ?? '?';
  const windows = sessions.filter(
    ({ subject, samples }) =>
      subject !== 'strings' && !('drafts.fold' in samples || 'find.across' in samples),
  );
  const noisy = windows.filter((session) => session.noisy).length;
  const foreign = windows.length === 0 ? '0' : median(windows.map((session) => session.foreign)).toFixed(0);
  return [
    `${processors.length} × ${processors[0]?.model ?? 'unknown processor'}, ${memory}, ${process.platform} ${release()}, Node ${process.version}`,
    electron,
    `Load of the last five minutes ${load}; other programs took ${foreign} % of a core (median); ${noisy} of ${windows.length} sessions were disturbed.`,
  ];
}
