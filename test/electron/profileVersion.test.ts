import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withoutProfile } from '../../electron/profile';
import type { BackupSummary, Outcome } from '../../electron/contract';
import { nodeFiles } from '../../electron/files/nodeFiles';
import { readOnlyFiles } from '../../electron/files/readOnlyFiles';
import { storageFailure } from '../../electron/files/storageFailure';
import { NewerProfile, profileAge, PROFILE_VERSION, upgradeProfile } from '../../electron/profileVersion';
import { freshFolder } from '../support/freshFolder';

const marked = (mark: unknown): string => {
  const path = join(freshFolder('profile'), 'profile-version.json');
  writeFileSync(path, typeof mark === 'string' ? mark : JSON.stringify(mark));
  return path;
};

const backups = (outcome: Outcome<BackupSummary | null>) => ({ takeIfChanged: async () => outcome });

describe('the version of a profile (VER)', () => {
  it('[VER1] is an older one without a mark, or with one that can’t be read', async () => {
    expect(await profileAge(nodeFiles, join(freshFolder('profile'), 'none'))).toEqual({ kind: 'older' });
    expect(await profileAge(nodeFiles, marked('{"vers'))).toEqual({ kind: 'older' });
  });

  it('[VER2] is a newer one where this version may not write, whatever else the mark says', async () => {
    const newer = await profileAge(
      nodeFiles,
      marked({ version: 99, leastWriter: 99, writtenBy: '9.9.9', x: 1 }),
    );
    expect(newer).toMatchObject({ kind: 'newer', why: { writtenBy: '9.9.9' } });
    const compatible = { version: 99, leastWriter: PROFILE_VERSION, writtenBy: '9.9.9' };
    expect(await profileAge(nodeFiles, marked(compatible))).toEqual({ kind: 'current' });
  });

  it('[VER4] is raised only behind a verified backup', async () => {
    const path = join(freshFolder('profile'), 'profile-version.json');
    const failure = { reason: 'disk-full', path: '/b', detail: 'ENOSPC' } as const;
    const upgrade = { files: nodeFiles, path, writtenBy: '0.2.0' };
    const refused = await upgradeProfile({ ...upgrade, backups: backups({ ok: false, failure }) });
    expect(refused).toEqual({ ok: false, failure });
    expect(existsSync(path)).toBe(false);
    expect(await upgradeProfile({ ...upgrade, backups: backups({ ok: true, value: null }) })).toMatchObject({
      ok: true,
    });
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({
      version: PROFILE_VERSION,
      leastWriter: PROFILE_VERSION,
      writtenBy: '0.2.0',
    });
    expect(await profileAge(nodeFiles, path)).toEqual({ kind: 'current' });
  });
});

describe('files that may only be read', () => {
  it('[VER2] give everything and refuse whatever would change them', async () => {
    const folder = freshFolder('profile');
    const path = join(folder, 'a');
    writeFileSync(path, 'kept');
    const files = readOnlyFiles(nodeFiles, new NewerProfile('9.9.9'));
    expect((await files.readAll(path)).toString()).toBe('kept');
    await (await files.open(path, 'r')).close();
    const refused = [
      files.open(path, 'r+'),
      files.open(join(folder, 'b'), 'wx'),
      files.remove(path),
      files.rename(path, join(folder, 'b')),
      files.makeFolder(join(folder, 'c')),
    ];
    for (const one of await Promise.allSettled(refused)) {
      const why = one.status === 'rejected' ? storageFailure(one.reason, path) : undefined;
      expect(why).toMatchObject({ reason: 'newer-version', detail: 'version 9.9.9 wrote here last' });
    }
    mkdirSync(join(folder, 'd'));
    expect(await files.list(folder)).toEqual(['a', 'd']);
  });
});

describe('starting with another folder', () => {
  it.each([
    [
      ['.', '--user-data-dir=/a', '--x'],
      ['.', '--x'],
    ],
    [
      ['.', '--user-data-dir', '/a', 'b.icbundle'],
      ['.', 'b.icbundle'],
    ],
    [['.'], ['.']],
  ])('%j leaves %j', (args, left) => expect(withoutProfile(args)).toEqual(left));
});
