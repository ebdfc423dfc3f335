import { runCommand, whyItFailed } from './runCommand';

/** The command that bundles the app into `out/`; the same as `npm run build`. */
export const buildCommand = {
  file: process.execPath,
  args: [
    'node_modules/electron-vite/bin/electron-vite.js',
    'build',
    '--config',
    'build/electron.vite.config.ts',
  ],
} as const;

const buildMs = 5 * 60_000;

/** Bundles the app, showing the bundler's output only when it fails. @returns a sentence on failure. */
export async function buildApp(): Promise<string | undefined> {
  const result = await runCommand({ ...buildCommand, timeoutMs: buildMs, output: 'capture' });
  if (result.code === 0) return undefined;
  return `${whyItFailed('The build', result)}\n${result.stdout}${result.stderr}`;
}
