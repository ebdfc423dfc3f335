/**
 * Tests of the whole app in a real Electron: `e2e` and `faults` on the built out/ folder, `smoke`
 * on the packages that `npm run dist` makes. One worker and no retries: a test that passes the second time has shown
 * a fault, and two apps at once would fight for focus on one display.
 */
import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';

const root = resolve(import.meta.dirname, '..');
const report = process.env['PLAYWRIGHT_REPORT'] ?? resolve(root, 'test-results/playwright.json');

export default defineConfig({
  outputDir: resolve(root, 'test-results/playwright'),
  workers: 1,
  retries: 0,
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
