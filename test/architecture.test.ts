import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { brokenRules } from './support/houseRules';
import { IMPORT_RULES } from './support/importRules';

const ROOT = join(import.meta.dirname, '..');

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('node_modules'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`);
}

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const linesIn = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + read(file).split('\n').length - 1, 0);

describe('the house', () => {
  const app = [...sourcesIn('electron'), ...sourcesIn('renderer')];

  it('has files to check', () => {
    expect(app.length).toBeGreaterThan(150);
    for (const folder of Object.keys(IMPORT_RULES))
      expect(app.some((file) => file.startsWith(folder))).toBe(true);
  });

  it('imports only as the table in docs/architecture.md allows, and keeps its other rules', () => {
    expect(app.flatMap((file) => brokenRules(file, read(file)))).toEqual([]);
  });

  it('has no test or build file of more than 300 lines', () => {
    const long = [...sourcesIn('test'), ...sourcesIn('build')].filter((file) => linesIn([file]) > 300);
    expect(long).toEqual([]);
  });

  const SUPPORT: { readonly [folder: string]: readonly string[] } = {
    domain: ['arbitraryRows', 'givenWhenThen', 'histories'].map((name) => `test/support/${name}.ts`),
  };
  it.each(['domain', 'language', 'imports', 'persistence'])(
    'has at least as many lines of tests as of %s',
    (folder) => {
      const tests = linesIn([...sourcesIn(`test/${folder}`), ...(SUPPORT[folder] ?? [])]);
      expect(tests).toBeGreaterThanOrEqual(linesIn(sourcesIn(`renderer/${folder}`)));
    },
  );

  it('has the agreed things at its top, and nothing else', () => {
    const ignored: readonly string[] = read('.gitignore').match(/^[\w-]+(?=\/$)/gm) ?? [];
    const there = readdirSync(ROOT).filter((name) => !name.startsWith('.') && !ignored.includes(name));
    const agreed = ['build', 'docs', 'electron', 'renderer', 'test'];
    const files = [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'package-lock.json',
      'package.json',
      'tsconfig.json',
    ];
    expect(there.filter((name) => !agreed.includes(name) && !files.includes(name))).toEqual([]);
    expect([...agreed, ...files].filter((name) => !there.includes(name))).toEqual([]);
  });
});

describe('the check itself', () => {
  const domain = 'renderer/domain/x.ts';
  const feature = 'renderer/features/pad/Pad.tsx';
  const store = 'renderer/store/x.ts';

  const flagged: readonly (readonly [string, string, string])[] = [
    ['a package in the domain', domain, "import { z } from 'zod';"],
    ['a bare import', domain, "import 'dexie';"],
    ['a type of a higher layer', domain, "import type { Session } from '../store/session';"],
    ['an inline type import', domain, "import { type Session } from '../store/session';"],
    ['an export from a higher layer', domain, "export { run } from '../store/session';"],
    ['an export of everything', domain, "export * from '../exports/moment';"],
    ['an export of types', domain, "export type { A } from '../language/padLine';"],
    ['a dynamic import', domain, "const x = await import('../store/session');"],
    ['a dynamic import in a template', domain, 'const x = await import(`../store/session`);'],
    ['a dynamic import of a computed path', domain, 'const x = await import(name);'],
    ['a type in an import expression', domain, "let x: import('../store/session').Session;"],
    ['require', domain, "const x = require('fs');"],
    ['import equals', domain, "import x = require('fs');"],
    ['a glob', domain, "const x = import.meta.glob('../store/*');"],
    ['Node in the page', store, "import { readFileSync } from 'node:fs';"],
    ['the main process in the page', store, "import { systemClock } from '../../electron/wallClock';"],
    ['more than types of the contract', store, "import { x } from '../../electron/contract';"],
    ['more than types of persistence', store, "import { WorkingCopy } from '../persistence/workingCopy';"],
    ['a component library in the store', store, "import { useState } from 'react';"],
    ['the contract in a feature', feature, "import type { Settings } from '../../../electron/contract';"],
    ['persistence in a feature', feature, "import type { EventLog } from '../../persistence/eventLog';"],
    ['a feature in a feature', feature, "import { Roles } from '../roles/Roles';"],
    ['a feature that sounds alike', feature, "import { X } from '../padding/X';"],
    ['an incident in the ui', 'renderer/ui/x.tsx', "import type { Incident } from '../domain/incident';"],
    ['the domain in language, reversed', domain, "import { readTime } from '../language/readTime';"],
    ['a reader of others in imports', 'renderer/imports/x.ts', "import { parse } from 'papaparse';"],
    ['dexie outside persistence', store, "import Dexie from 'dexie';"],
    ['the page in the main process', 'electron/x.ts', "import { decide } from '../renderer/domain/decide';"],
    ['a package that sounds allowed', 'electron/x.ts', "import x from 'electron-store';"],
    ['a folder without a rule', 'renderer/misc/x.ts', "import '../domain/time';"],
    ['an absolute path', store, "import '/renderer/ui/Button';"],
    ['a second ipcMain', 'electron/x.ts', "import { ipcMain } from 'electron';"],
    ['ipcMain under another name', 'electron/x.ts', "import { ipcMain as m } from 'electron';"],
    ['ipcMain of a namespace', 'electron/x.ts', "import * as e from 'electron'; e.ipcMain.on('x', f);"],
    ['a second ipcRenderer', 'electron/x.ts', "import { ipcRenderer } from 'electron';"],
    ['a second window.bridge', store, 'window.bridge.append();'],
    ['window["bridge"]', store, "window['bridge'].append();"],
    ['Date.now taken out of Date', domain, 'const { now } = Date;'],
    ['globalThis.bridge', store, 'const { append } = globalThis.bridge;'],
    ['a bridge taken out of window', store, 'const { bridge } = window;'],
    ['Date.now', domain, 'const now = Date.now();'],
    ['Date.now as a value', domain, 'const clock = { now: Date.now };'],
    ['new Date()', domain, 'const now = new Date();'],
    ['new Date without brackets', domain, 'const now = new Date;'],
    ['Date()', domain, 'const now = Date();'],
    ['an id made elsewhere', store, 'const id = crypto.randomUUID();'],
    ['a random number', domain, 'const id = Math.random();'],
    ['an id made by Node', 'electron/x.ts', "import { randomUUID } from 'node:crypto';"],
    ['a default export', domain, 'export default 1;'],
    ['a default export by name', domain, 'const x = 1; export { x as default };'],
    ['export equals', domain, 'export = 1;'],
    ['a barrel', 'renderer/domain/index.ts', 'const x = 1;'],
    ['utils', 'renderer/domain/utils.ts', 'const x = 1;'],
    ['a helpers folder', 'renderer/store/helpers/x.ts', 'export const x = 1;'],
    ['a long file', domain, ';\n'.repeat(301)],
    ['a switched-off check', domain, '// oxlint-disable-next-line no-var\nconst x = 1;'],
    ['a silenced type error', domain, '// @ts-expect-error\nconst x = 1;'],
    ['an export without a doc comment', domain, 'export const x = 1;'],
    ['one with a plain comment', domain, '// One.\nexport const x = 1;'],
    ['a type without one', domain, '/** A. */\nexport type A = 1;\nexport type B = 2;'],
  ];
  it.each(flagged)('flags %s', (_what, file, source) => {
    expect(brokenRules(file, source)).toHaveLength(1);
  });

  const allowed: readonly (readonly [string, string])[] = [
    [domain, "import { later } from './time'; export { later } from './time';"],
    ['renderer/exports/x.ts', "import type { Root } from 'mdast'; import { fold } from '../domain/fold';"],
    [
      store,
      "import type { Ring } from '../../electron/contract'; import { createStore } from 'zustand/vanilla';",
    ],
    [store, "import { type EventLog } from '../persistence/eventLog';"],
    [feature, "import { Button } from '../../ui/Button'; import styles from './Pad.module.css';"],
    ['renderer/persistence/x.ts', "import Dexie from 'dexie'; import { bridge } from '../bridge';"],
    ['renderer/App.tsx', "import { Pad } from './features/pad/Pad'; const x = import('./Dialogs');"],
    [
      'electron/journal/x.ts',
      "import { join } from 'node:path'; import { systemClock } from '../wallClock';",
    ],
    ['electron/ipc.ts', "import { ipcMain } from 'electron';"],
    ['renderer/bridge.ts', 'export const bridge = window.bridge;'],
    ['renderer/clock.ts', 'export const wallClock = () => Date.now();'],
    [domain, '/** Then. */\nexport const at = new Date(0).toISOString();'],
    [domain, "// import { x } from '../store/x'\nconst text = \"import 'zod'\";"],
  ];
  it.each(allowed)('lets %s do as it should: %s', (file, source) => {
    expect(brokenRules(file, source)).toEqual([]);
  });

  it('refuses to judge what it cannot read', () => {
    expect(() => brokenRules(domain, 'export const = 1;')).toThrow(SyntaxError);
  });
});
