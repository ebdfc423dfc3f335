import { execFileSync } from 'node:child_process';

/**
 * What a short command prints, in untranslated English since it is going to be parsed.
 *
 * @returns undefined when it could not be started, failed, or took over a minute.
 */
export function readOutput(file: string, args: readonly string[]): string | undefined {
  try {
    return execFileSync(file, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 60_000,
      env: { ...process.env, LC_ALL: 'C' },
    });
  } catch {
    return undefined;
  }
}
