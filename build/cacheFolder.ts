import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/**
 * Where things fetched for development are kept, per user and across checkouts.
 *
 * @param env `XDG_CACHE_HOME` counts only when absolute, as the XDG base directory rules say.
 */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env, home = homedir()): string {
  const chosen = env['XDG_CACHE_HOME'];
  const base = chosen !== undefined && isAbsolute(chosen) ? chosen : join(home, '.cache');
  return join(base, 'incident-console');
}
