/**
 * How the three parts of the app are bundled into `out/`.
 *
 * Everything but Electron and Node's own modules is bundled in, so a package carries `out/` and
 * package.json and no node_modules. The targets are named rather than read from the installed
 * Electron: the same bundle must also run on the older Electron that stands in where the current
 * one cannot be fetched (see build/electronPath.ts).
 */
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const root = resolve(import.meta.dirname, '..');

/** Node and Chromium of the oldest Electron the app must start on (33). */
const nodeTarget = 'node20';
const pageTarget = 'chrome130';

export default defineConfig({
  main: {
    build: {
      outDir: resolve(root, 'out/main'),
      target: nodeTarget,
      externalizeDeps: false,
      minify: false,
      sourcemap: false,
      reportCompressedSize: false,
      rollupOptions: {
        input: { main: resolve(root, 'electron/main.ts') },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: resolve(root, 'out/preload'),
      target: nodeTarget,
      // A sandboxed preload is one CommonJS file that can require nothing but Electron.
      externalizeDeps: false,
      minify: false,
      sourcemap: false,
      reportCompressedSize: false,
      rollupOptions: {
        input: { preload: resolve(root, 'electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    plugins: [react()],
    build: {
      outDir: resolve(root, 'out/renderer'),
      target: pageTarget,
      cssTarget: pageTarget,
      minify: true,
      sourcemap: false,
      reportCompressedSize: false,
      // The page's CSP allows no inline script, style or data: URL, so nothing is inlined.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: { index: resolve(root, 'renderer/index.html') },
        output: {
          // What the start needs comes in one file, although what comes later shares parts of it: each
          // request is a turn of main's thread, which has its hands full just then.
          codeSplitting: { groups: [{ name: 'start', test: /[\\/]renderer[\\/]main\.tsx$/ }] },
        },
      },
    },
  },
});
