/** Variables that would lead the app out of its test home, or turn Electron into a bare Node. */
const leftOut = new Set([
  'ELECTRON_RUN_AS_NODE',
  'NODE_OPTIONS',
  'XDG_CONFIG_HOME',
  'XDG_DATA_HOME',
  'XDG_CACHE_HOME',
  'XDG_STATE_HOME',
  'XDG_DOCUMENTS_DIR',
]);

/**
 * The environment of a console under test: its own HOME, in which there is no user-dirs file, so that the
 * documents folder is HOME itself and no test writes into the developer's files.
 */
export function testEnvironment(
  ours: NodeJS.ProcessEnv,
  home: string,
  added: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(ours)) {
    if (value !== undefined && !leftOut.has(name)) env[name] = value;
  }
  return { ...env, HOME: home, USERPROFILE: home, ...added };
}
