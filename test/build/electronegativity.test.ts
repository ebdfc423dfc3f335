import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copySources, findingsIn, type Finding } from '../../build/electronegativity';
import { freshFolder } from '../support/freshFolder';

/** What it reports of this app, and why that is no fault. A line that no longer occurs has to go. */
const EXPLAINED: readonly (Finding & { readonly why: string })[] = [
  {
    issue: 'CSP_GLOBAL_CHECK',
    file: 'N/A',
    why: 'it looks for a meta element or onHeadersReceived; ours is a header of every response (electron/pageFiles.ts), which test/e2e/security.spec.ts reads',
  },
  {
    issue: 'AUXCLICK_JS_CHECK',
    file: 'electron/window.js',
    why: 'a middle click would open a window; every window is denied (electron/navigation.ts), tried in test/e2e/checklist.spec.ts',
  },
  {
    issue: 'CUSTOM_ARGUMENTS_JS_CHECK',
    file: 'electron/networkGate.js',
    why: 'host-resolver-rules can lead hosts elsewhere; ours leads all of them nowhere (test/faults/network.spec.ts)',
  },
  {
    issue: 'PRELOAD_JS_CHECK',
    file: 'electron/window.js',
    why: 'it asks for a review of any preload; ours exposes named verbs alone (electron/preload.ts, test/faults/ipcFuzz.spec.ts)',
  },
  {
    issue: 'PROTOCOL_HANDLER_JS_CHECK',
    file: 'electron/main.js',
    why: 'icc: links are read by a strict grammar and only prefill (electron/deepLink.ts, test/e2e/deepLinks.spec.ts)',
  },
  {
    issue: 'PROTOCOL_HANDLER_JS_CHECK',
    file: 'electron/appProtocol.js',
    why: 'app: serves the files of the page alone, by a list of kinds and inside one folder (electron/pageFiles.ts, its 2,000 random paths)',
  },
];

const key = ({ issue, file }: Finding): string => `${issue} in ${file}`;

async function scanned(change: (folder: string) => void = () => undefined): Promise<readonly string[]> {
  const folder = join(freshFolder('electronegativity'), 'sources');
  mkdirSync(folder);
  await copySources(folder);
  change(folder);
  return (await findingsIn(folder)).map(key).sort();
}

describe('Electronegativity', () => {
  it('finds what is explained, and nothing else', async () => {
    expect(await scanned()).toEqual(EXPLAINED.map(key).sort());
  });

  it('finds what is wrong in a bad file: the scan itself works', async () => {
    const found = await scanned((folder) =>
      writeFileSync(
        join(folder, 'electron/bad.js'),
        `const { BrowserWindow, app, shell } = require('electron');
         app.commandLine.appendSwitch('disable-web-security');
         app.on('certificate-error', (event, contents, url, error, certificate, callback) => callback(true));
         new BrowserWindow({ webPreferences: { nodeIntegration: true, webSecurity: false, sandbox: false,
           contextIsolation: false, allowRunningInsecureContent: true, experimentalFeatures: true } });
         shell.openExternal(location.hash);`,
      ),
    );
    const bad = found.filter((one) => one.endsWith(' in electron/bad.js'));
    expect(bad).toEqual(
      expect.arrayContaining([
        'CONTEXT_ISOLATION_JS_CHECK in electron/bad.js',
        'OPEN_EXTERNAL_JS_CHECK in electron/bad.js',
        'WEB_SECURITY_JS_CHECK in electron/bad.js',
      ]),
    );
  });
});
