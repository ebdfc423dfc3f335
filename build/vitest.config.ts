/**
 * Two kinds of unit tests: pure parts and main-process parts in Node, components in jsdom.
 * Which folder runs where is decided here and nowhere else; a test file names no environment.
 */
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '..');

const nodeFolders = [
  'domain',
  'keymap',
  'language',
  'imports',
  'exports',
  'persistence',
  'store',
  'electron',
  'build',
  'support',
  'bench',
];
const pageFolders = ['features', 'ui'];

export default defineConfig({
  root,
  test: {
    testTimeout: 60_000,
    hookTimeout: 20_000,
    teardownTimeout: 10_000,
    maxWorkers: 2,
    passWithNoTests: false,
    projects: [
      {
        root,
        test: {
          name: 'node',
          environment: 'node',
          include: [
            'test/architecture.test.ts',
            ...nodeFolders.map((folder) => `test/${folder}/**/*.test.{ts,tsx}`),
          ],
          setupFiles: ['test/support/vitestSetup.ts'],
          testTimeout: 60_000,
        },
      },
      {
        root,
        test: {
          name: 'page',
          environment: 'jsdom',
          include: pageFolders.map((folder) => `test/${folder}/**/*.test.{ts,tsx}`),
          setupFiles: ['test/support/vitestSetup.ts', 'test/support/vitestPageSetup.ts'],
          testTimeout: 60_000,
          // Class names as written, so that a failing query prints something a person can read.
          css: { modules: { classNameStrategy: 'non-scoped' } },
        },
      },
    ],
  },
});
