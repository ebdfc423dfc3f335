import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPackage } from '@electron/asar';
import { validateConfiguration } from 'app-builder-lib/out/util/config/config.js';
import { DebugLogger } from 'builder-util';
import { describe, expect, it } from 'vitest';
import { checkContents } from '../../build/checkContents';
import { packageConfig } from '../../build/electron-builder.config';
import { type Flavour, fuseIndex, fusesOf } from '../../build/fuses';
import { packagedExecutable } from '../../build/makePackage';
import { freshFolder } from '../support/freshFolder';

const flavours: readonly Flavour[] = ['release', 'e2e'];

describe('the fuses (R29)', () => {
  it('of the release are all set against misuse', () => {
    expect(fusesOf('release')).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  it('of the e2e flavour differ in the inspector alone', () => {
    expect(fusesOf('e2e')).toEqual({ ...fusesOf('release'), enableNodeCliInspectArguments: true });
  });

  it('are each looked up at a place of its own', () => {
    const places = Object.values(fuseIndex);
    expect(new Set(places).size).toBe(Object.keys(fusesOf('release')).length);
  });
});

describe('the package configuration', () => {
  it.each(flavours)('of %s is one that electron-builder accepts', async (flavour) => {
    await validateConfiguration(packageConfig(flavour, '/electron'), new DebugLogger(false));
  });

  it.each(flavours)('of %s hands every fuse to electron-builder and names the flavour', (flavour) => {
    const config = packageConfig(flavour);
    expect(config.electronFuses).toMatchObject(fusesOf(flavour));
    expect(config.extraMetadata).toEqual({ incidentConsoleFlavour: flavour });
  });

  it('differs between the flavours in fuses, marker and folder only', () => {
    const own = ['electronFuses', 'extraMetadata', 'directories'];
    const shared = (flavour: Flavour) =>
      Object.entries(packageConfig(flavour)).filter(([name]) => !own.includes(name));
    expect(shared('e2e')).toEqual(shared('release'));
  });

  it('packs one archive, opens bundles and publishes nowhere', () => {
    const config = packageConfig('release');
    expect(config.asar).toBe(true);
    expect(config.fileAssociations).toMatchObject([{ ext: 'icbundle' }]);
    expect(config.publish).toBeNull();
  });

  it('puts the executable where electron-builder does', () => {
    expect(packagedExecutable('linux', 'x64')).toBe('linux-unpacked/incident-console');
    expect(packagedExecutable('linux', 'arm64')).toBe('linux-arm64-unpacked/incident-console');
    expect(packagedExecutable('win32', 'x64')).toBe('win-unpacked/Incident Console.exe');
  });
});

describe('what a package carries', () => {
  async function archiveWith(files: Readonly<Record<string, string>>): Promise<string> {
    const folder = freshFolder('contents');
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const archive = join(freshFolder('archive'), 'app.asar');
    await createPackage(folder, archive);
    return archive;
  }

  it('is fine with its package.json and its flavour', async () => {
    const archive = await archiveWith({ 'package.json': '{"incidentConsoleFlavour":"release"}' });
    expect(checkContents('release', archive)).toBeUndefined();
  });

  it('is wrong with anything else in it', async () => {
    const about = '{"incidentConsoleFlavour":"release"}';
    const archive = await archiveWith({ 'package.json': about, '.env': 'SECRET=1' });
    expect(checkContents('release', archive)).toContain('/.env');
  });

  it('is wrong when the shipped one takes itself for the tested one', async () => {
    const archive = await archiveWith({ 'package.json': '{"incidentConsoleFlavour":"e2e"}' });
    expect(checkContents('release', archive)).toContain('"e2e"');
  });
});
