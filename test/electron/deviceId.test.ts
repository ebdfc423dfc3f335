import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deviceId } from '../../electron/deviceId';
import { nodeFiles } from '../../electron/files/nodeFiles';
import { tempFolder } from './support/tempFolder';

describe('the device id', () => {
  it('is made once and kept', async () => {
    const path = join(tempFolder(), 'device-id');
    const made = await deviceId(nodeFiles, path);
    expect(made).toMatch(/^[a-z0-9]{4,32}$/);
    expect(await deviceId(nodeFiles, path)).toBe(made);
  });

  it('differs between installations', async () => {
    const ids = await Promise.all([1, 2].map(() => deviceId(nodeFiles, join(tempFolder(), 'id'))));
    expect(new Set(ids).size).toBe(2);
  });

  it('is made anew from a file that holds something else', async () => {
    const path = join(tempFolder(), 'device-id');
    writeFileSync(path, '../../etc');
    expect(await deviceId(nodeFiles, path)).toMatch(/^[a-z0-9]{12}$/);
  });

  it('holds for this run where nothing can be kept', async () => {
    expect(await deviceId(nodeFiles, '/proc/nowhere/device-id')).toMatch(/^[a-z0-9]{12}$/);
  });
});
