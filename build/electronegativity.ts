/**
 * Doyensec's Electronegativity over our sources: a second pair of eyes for dangerous settings. It exits 0
 * whatever it finds, so its table is read; test/build/electronegativity.test.ts compares that with a list.
 *
 * It does not read this TypeScript, so it gets what the bundler makes of it. It needs a TypeScript of its own,
 * which npm puts where only half of it looks, and it would ask GitHub for translations and releases, so that
 * the result hung on the day and on the network: `AT_HOME` mends both.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Papa from 'papaparse';
import { transformWithOxc } from 'vite';
import { projectRoot } from './projectRoot';
import { runCommand, whyItFailed } from './runCommand';

/** What it found, without the line, which moves with every edit above it. */
export interface Finding {
  readonly issue: string;
  /** Relative to the project, `N/A` for the app as a whole. */
  readonly file: string;
}

const PACKAGE = join(projectRoot, 'node_modules/@doyensec/electronegativity');

const AT_HOME = `
const Module = require('node:module');
const typescript = Module.createRequire(${JSON.stringify(join(PACKAGE, 'package.json'))}).resolve('typescript');
const { _resolveFilename: resolve, _load: load } = Module;
Module._resolveFilename = function (name, ...rest) {
  return name === 'typescript' ? typescript : resolve.call(this, name, ...rest);
};
Module._load = function (name, ...rest) {
  return name === 'got' ? () => Promise.reject(new Error('at home')) : load.call(this, name, ...rest);
};
`;

/** The app's sources as they are scanned: plain JavaScript under their old names. */
export async function copySources(to: string, from = projectRoot): Promise<void> {
  for (const folder of ['electron', 'renderer']) {
    for (const name of readdirSync(join(from, folder), { recursive: true, encoding: 'utf8' })) {
      if (!/\.(?:tsx?|html)$/.test(name) || name.endsWith('.d.ts')) continue;
      await copyPlain(join(from, folder, name), join(to, folder, name));
    }
  }
  writeFileSync(join(to, 'package.json'), readFileSync(join(from, 'package.json')));
}

async function copyPlain(from: string, to: string): Promise<void> {
  const source = readFileSync(from, 'utf8');
  mkdirSync(dirname(to), { recursive: true });
  if (from.endsWith('.html')) writeFileSync(to, source);
  else writeFileSync(to.replace(/\.tsx?$/, '.js'), (await transformWithOxc(source, from)).code);
}

/** The tool writes its table with several writers at once, and now and then one tears the other's lines. */
const TRIES = 4;
const NAME = /^[A-Z0-9_]+_CHECK$/;

/** Scans a folder, again when the table came out torn. Rejects when the tool itself fails, or leaves no whole table. */
export async function findingsIn(folder: string): Promise<readonly Finding[]> {
  for (let time = 0; time < TRIES; time += 1) {
    const found = await scan(folder);
    if (found.length > 0 && found.every(({ issue, file }) => NAME.test(issue) && file !== '')) return found;
  }
  throw new Error(`Electronegativity left a torn table ${TRIES} times.`);
}

async function scan(folder: string): Promise<readonly Finding[]> {
  const preload = join(folder, '..', 'atHome.cjs');
  const table = join(folder, '..', 'findings.csv');
  writeFileSync(preload, AT_HOME);
  const result = await runCommand({
    file: process.execPath,
    args: ['--require', preload, join(PACKAGE, 'dist/index.js'), '-i', folder, '-o', table, '-r'],
    timeoutMs: 120_000,
    output: 'capture',
  });
  if (result.code !== 0) throw new Error(`${whyItFailed('Electronegativity', result)}\n${result.stderr}`);
  const { data } = Papa.parse<Record<string, string>>(readFileSync(table, 'utf8'), {
    header: true,
    skipEmptyLines: true,
    transformHeader: (name) => name.trim(),
  });
  return data.map(({ issue = '', filename = '' }) => ({ issue, file: filename }));
}
