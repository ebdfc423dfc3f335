/**
 * Tests of the whole app in a real Electron: `e2e` and `faults` on the built out/ folder, `smoke`
 * on the packages that `npm run dist` makes. One worker: two apps at once would fight for focus on one display.
 *
 * In `npm test` a test that fails is tried once more, and one that passes then is named at the end: on a machine
 * nobody has seen, one missed moment in four hundred tests must not stop all work (docs/adr/0023). The long
 * fault tests, whose counts are promises, are never tried again.
 */
import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';

const root = resolve(import.meta.dirname, '..');
const report = process.env['PLAYWRIGHT_REPORT'] ?? resolve(root, 'test-results/playwright.json');

export default defineConfig({
  outputDir: resolve(root, 'test-results/playwright'),
  workers: 1,
  retries: process.env['FAULTS'] === 'long' ? 0 : 1,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 120_000,
  globalTimeout: 180 * 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: report }]],
  use: { actionTimeout: 15_000, trace: 'off' },
  projects: [
    { name: 'e2e', testDir: resolve(root, 'test/e2e'), testMatch: '**/*.spec.ts' },
    { name: 'faults', testDir: resolve(root, 'test/faults'), testMatch: '**/*.spec.ts' },
    { name: 'smoke', testDir: resolve(root, 'test/smoke'), testMatch: '**/*.spec.ts' },
  ],
});
