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
  /** Which version of the program may write here. */
  readonly version: string;
  readonly attachments: string;
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
    version: join(root, 'profile-version.json'),
    attachments: join(root, 'attachments'),
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

/** Names the profile folder on the command line. */
export const PROFILE_SWITCH = '--user-data-dir';

/** Arguments without that switch, be it written as one word or as two. */
export function withoutProfile(args: readonly string[]): readonly string[] {
  return args.filter(
    (one, n) =>
      one !== PROFILE_SWITCH && !one.startsWith(`${PROFILE_SWITCH}=`) && args[n - 1] !== PROFILE_SWITCH,
  );
}
