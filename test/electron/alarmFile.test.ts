import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AlarmFile } from '../../electron/alarmFile';
import type { KeptAlarm } from '../../electron/alarmRules';
import type { FilePort } from '../../electron/files/filePort';
import { nodeFiles } from '../../electron/files/nodeFiles';
import { faultyFiles, systemError } from './support/faultyFiles';
import { NOON } from './support/rows';
import { tempFolder } from './support/tempFolder';

const ALARM: KeptAlarm = {
  update: { incidentId: 'inc1', lane: 'internal', title: 'Checkout', dueAt: NOON, snoozed: false },
  intervalMs: 900_000,
  rung: 1,
};

function alarmFile(path = join(tempFolder(), 'alarms.json'), files: FilePort = nodeFiles) {
  const failures: unknown[] = [];
  return { path, failures, file: new AlarmFile(files, path, (error) => failures.push(error)) };
}

describe('the file of armed alarms', () => {
  it('gives back what was saved last', async () => {
    const { path, file } = alarmFile();
    file.save([]);
    file.save([ALARM, { ...ALARM, rung: -1 }]);
    file.save([ALARM]);
    await file.drain();
    expect(await alarmFile(path).file.load()).toEqual([ALARM]);
  });

  it('is empty when there is none', async () => {
    expect(await alarmFile().file.load()).toEqual([]);
  });

  it.each(['', '{"format":1', '{"format":1,"alarms":[{}]}', '{"format":7,"alarms":[]}', '[]'])(
    'is empty when it holds %j',
    async (content) => {
      const { path, file } = alarmFile();
      writeFileSync(path, content);
      expect(await file.load()).toEqual([]);
    },
  );

  it('reports a failed write and goes on', async () => {
    const files = faultyFiles({
      open: () => {
        throw systemError('ENOSPC');
      },
    });
    const { file, failures } = alarmFile(join(tempFolder(), 'alarms.json'), files);
    file.save([ALARM]);
    await file.drain();
    expect(failures).toHaveLength(1);
  });
});
