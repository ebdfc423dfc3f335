import type { App } from 'electron';
import { linksNamed } from './deepLink';

/**
 * The arguments of this run for the next one, without what was done with already: bundles that were opened
 * and links that were followed.
 */
export function argumentsAgain(argv: readonly string[]): readonly string[] {
  const links = linksNamed(argv);
  return argv.slice(1).filter((argument) => !links.includes(argument) && !/\.icbundle$/i.test(argument));
}

/** Has the program started again once this run has ended; the caller ends it. */
export function startAgain(app: Pick<App, 'relaunch'>, argv: readonly string[]): void {
  const args = [...argumentsAgain(argv)];
  // An AppImage is mounted for this run only; what can be started again is the file itself.
  const image = process.env['APPIMAGE'];
  app.relaunch(image === undefined ? { args } : { args, execPath: image });
}
