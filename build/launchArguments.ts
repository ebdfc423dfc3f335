import { resolve } from 'node:path';

/** What the launcher knows besides what the person typed. */
export interface LaunchSituation {
  readonly appFolder: string;
  /** Where the person typed it; npm itself runs us in the project's folder. */
  readonly typedIn: string;
  /** Chromium's sandbox cannot start as root. Said here, in the launcher; never in the product. */
  readonly isRoot: boolean;
}

const profileSwitch = '--user-data-dir=';

/**
 * The arguments for Electron: switches first, then the app's folder, then the files to open. That is the
 * order in which Electron tells its own switches, the app and the app's files apart.
 *
 * @example launchArguments(['--user-data-dir=p', 'a.icbundle'], { appFolder: '/app', typedIn: '/home/me', isRoot: false })
 * // ['--user-data-dir=/home/me/p', '/app', '/home/me/a.icbundle']
 */
export function launchArguments(typed: readonly string[], situation: LaunchSituation): readonly string[] {
  const switches = typed.filter((argument) => argument.startsWith('-'));
  const files = typed.filter((argument) => !argument.startsWith('-'));
  return [
    ...(situation.isRoot ? ['--no-sandbox'] : []),
    ...switches.map((argument) => absoluteProfile(argument, situation.typedIn)),
    situation.appFolder,
    ...files.map((file) => (isLink(file) ? file : resolve(situation.typedIn, file))),
  ];
}

const isLink = (argument: string): boolean => /^icc:/i.test(argument);

function absoluteProfile(argument: string, typedIn: string): string {
  if (!argument.startsWith(profileSwitch)) return argument;
  return profileSwitch + resolve(typedIn, argument.slice(profileSwitch.length));
}
