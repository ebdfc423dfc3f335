/**
 * Switches that hand the program to whoever starts it: a debugger port gives full control of the
 * page even when every fuse is blown (measured on 33.2.1), and V8 flags change what code means.
 */
const REFUSED = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-debugging-targets',
  'remote-allow-origins',
  'inspect',
  'inspect-brk',
  'inspect-brk-node',
  'inspect-port',
  'inspect-wait',
  'inspect-publish-uid',
  'inspect-electron',
  'debug',
  'debug-brk',
  'debug-port',
  'js-flags',
  'load-extension',
  'disable-web-security',
  'allow-file-access-from-files',
  'allow-running-insecure-content',
  'auto-open-devtools-for-tabs',
  'enable-blink-features',
  'host-rules',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
  'require',
  'import',
];

/** Electron gives itself this one in a package with its file fuse off; only a typed one counts. */
const SET_BY_ELECTRON = 'allow-file-access-from-files';

/** The first refused switch on a command line, as typed, or null. */
export function refusedSwitch(argv: readonly string[], hasSwitch: (name: string) => boolean): string | null {
  const named = REFUSED.find((name) => name !== SET_BY_ELECTRON && hasSwitch(name));
  if (named !== undefined) return `--${named}`;
  return argv.find((argument) => isRefused(argument)) ?? null;
}

function isRefused(argument: string): boolean {
  const name = /^--?([A-Za-z-]+)/.exec(argument)?.[1]?.toLowerCase();
  return name !== undefined && (REFUSED.includes(name) || name.startsWith('inspect'));
}

/** What is said on standard error before the program ends with exit code 1. */
export function refusal(found: string): string {
  return `Incident Console does not start with ${found}: it would let another program read and steer the incident log.\n`;
}
