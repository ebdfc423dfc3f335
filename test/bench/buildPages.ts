import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

/** Where the floors and the probe are found once they are built. */
export interface BuiltPages {
  /** A folder that Electron starts as an app. */
  readonly floors: string;
  /** A script to be evaluated in a page. */
  readonly probe: string;
}

const STATIC = ['bare.html', 'raw.html', 'dexie.html', 'floor.css'];

/** Bundles the floors and the probe into `folder`. @throws what the bundler throws. */
export async function buildPages(folder: string): Promise<BuiltPages> {
  const floors = join(folder, 'floors');
  const from = join(import.meta.dirname, 'floors');
  mkdirSync(floors, { recursive: true });
  await bundle(join(from, 'main.ts'), floors, 'es');
  for (const page of ['raw', 'dexie']) await bundle(join(from, `${page}.ts`), floors, 'iife');
  await bundle(join(import.meta.dirname, 'page/probe.ts'), folder, 'iife');
  for (const file of STATIC) cpSync(join(from, file), join(floors, file));
  const manifest = { name: 'bench-floor', version: '0.0.0', type: 'module', main: 'main.js' };
  writeFileSync(join(floors, 'package.json'), JSON.stringify(manifest));
  return { floors, probe: join(folder, 'probe.js') };
}

/** One file in, one file out; a page opened as a file can load no modules. */
async function bundle(entry: string, outDir: string, format: 'es' | 'iife'): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: false,
      target: format === 'es' ? 'node20' : 'chrome130',
      lib: { entry, formats: [format], name: 'bench', fileName: (_, name) => `${name}.js` },
      rollupOptions: { external: ['electron', /^node:/] },
    },
  });
}
