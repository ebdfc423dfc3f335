import { join } from 'node:path';

/** Files of the profile folder beside the journal; the names are for ever, like the folder itself. */
export interface ProfilePaths {
  readonly root: string;
  readonly settings: string;
  readonly drafts: string;
  readonly alarms: string;
  readonly device: string;
  readonly bounds: string;
  readonly failures: string;
  readonly backups: string;
  readonly mirror: string;
}

export function profilePaths(root: string): ProfilePaths {
  return {
    root,
    settings: join(root, 'settings.json'),
    drafts: join(root, 'drafts.ndjson'),
    alarms: join(root, 'alarms.json'),
    device: join(root, 'device-id'),
    bounds: join(root, 'window.json'),
    failures: join(root, 'failures'),
    backups: join(root, 'backups'),
    mirror: join(root, 'mirror.json'),
  };
}

/**
 * The profile folder when none is named on the command line. A name of its own rather than the
 * product's, which Electron would take: renaming the product must not lose anybody's incidents.
 */
export function defaultProfile(appData: string): string {
  return join(appData, 'incident-console');
}
