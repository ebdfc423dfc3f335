import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeFiles } from '../../electron/files/nodeFiles';
import { SettingsFile } from '../../electron/settings';
import { DEFAULT_SETTINGS, readSettings } from '../../electron/settingsShape';
import { faultyFiles, systemError } from './support/faultyFiles';
import { tempFolder } from './support/tempFolder';

describe('settings', () => {
  it('are those of a new profile without a file', async () => {
    const settings = new SettingsFile(nodeFiles, join(tempFolder(), 'settings.json'));
    expect(await settings.load()).toEqual(DEFAULT_SETTINGS);
  });

  it('survive a restart', async () => {
    const path = join(tempFolder(), 'settings.json');
    const first = new SettingsFile(nodeFiles, path);
    await first.load();
    await first.save({ userName: 'Dana', theme: 'dark' });
    await first.save({ openIncident: 'inc1' });
    const again = await new SettingsFile(nodeFiles, path).load();
    expect(again).toEqual({
      ...DEFAULT_SETTINGS,
      userName: 'Dana',
      theme: 'dark',
      openIncident: 'inc1',
    });
  });

  it('saved together all reach the file', async () => {
    const path = join(tempFolder(), 'settings.json');
    const settings = new SettingsFile(nodeFiles, path);
    await Promise.all([settings.save({ userName: 'Dana' }), settings.save({ muted: true })]);
    expect(readSettings(readFileSync(path, 'utf8'))).toMatchObject({ userName: 'Dana', muted: true });
  });

  it('count for this run even when they cannot be written', async () => {
    const files = faultyFiles({
      open: () => {
        throw systemError('EROFS');
      },
    });
    const settings = new SettingsFile(files, join(tempFolder(), 'settings.json'));
    expect(await settings.save({ muted: true })).toMatchObject({
      ok: false,
      failure: { reason: 'read-only' },
    });
    expect(settings.current.muted).toBe(true);
  });

  it('that could not be written are written at the end, if the disk takes them then', async () => {
    const path = join(tempFolder(), 'settings.json');
    let full = true;
    const files = faultyFiles({
      open: () => {
        if (full) throw systemError('ENOSPC');
      },
    });
    const settings = new SettingsFile(files, path);
    await settings.save({ openIncident: 'inc1' });
    await settings.drain();
    full = false;
    await settings.drain();
    expect(readSettings(readFileSync(path, 'utf8')).openIncident).toBe('inc1');
    writeFileSync(path, 'touched by somebody else');
    await settings.drain();
    expect(readFileSync(path, 'utf8')).toBe('touched by somebody else');
  });

  it('lose only the field that makes no sense', () => {
    const text = JSON.stringify({ userName: 'Dana', theme: 'pink', people: 7, unknown: true });
    expect(readSettings(text)).toEqual({ ...DEFAULT_SETTINGS, userName: 'Dana' });
  });

  it('are always whole, whatever the file holds', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        expect(Object.keys(readSettings(text)).sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort());
      }),
    );
  });

  it('that are unreadable are replaced at the next change', async () => {
    const path = join(tempFolder(), 'settings.json');
    writeFileSync(path, '{ torn');
    const settings = new SettingsFile(nodeFiles, path);
    await settings.load();
    await settings.save({ userName: 'Dana' });
    expect(readSettings(readFileSync(path, 'utf8')).userName).toBe('Dana');
  });
});
