/**
 * What must happen before Electron is ready, in order; then the console is put together.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, dialog, Menu } from 'electron';
import { registerAppScheme } from './appProtocol';
import { Arrivals, bundlesNamed } from './bundle/arrivals';
import { compose } from './compose';
import { linksNamed } from './deepLink';
import { failureOf, FailureReports } from './failures';
import { nodeFiles } from './files/nodeFiles';
import { mayHaveGraphicsCard } from './graphics';
import { forbidNavigation } from './navigation';
import { forgetHosts } from './networkGate';
import { defaultProfile, profilePaths } from './profile';
import { refusal, refusedSwitch } from './refusedSwitches';
import { mayStart } from './soleInstance';
import { Uncaught } from './uncaught';
import { systemClock } from './wallClock';

const E2E = 'e2e';
/** Something failed and there is no window by then: nobody would ever hear of it. */
const WINDOW_BY_MS = 30_000;

if (!app.commandLine.hasSwitch('user-data-dir')) {
  app.setPath('userData', defaultProfile(app.getPath('appData')));
}
const refused = isRelease() ? refusedSwitch(process.argv, (name) => app.commandLine.hasSwitch(name)) : null;

if (refused !== null) {
  process.stderr.write(refusal(refused));
  app.exit(1);
} else if (mayStart(app, app.getPath('userData'))) {
  start();
} else {
  app.exit(0);
}

/** The e2e flavour of the package must take the switches that its tests drive it with. */
function isRelease(): boolean {
  if (!app.isPackaged) return false;
  const facts: unknown = JSON.parse(readFileSync(join(app.getAppPath(), 'package.json'), 'utf8'));
  return (
    !(typeof facts === 'object' && facts !== null && 'incidentConsoleFlavour' in facts) ||
    facts.incidentConsoleFlavour !== E2E
  );
}

/** macOS hands files over as events, the first of them before anything is ready. */
function arrivals(): Arrivals {
  const all = new Arrivals();
  all.add(bundlesNamed(process.argv, process.cwd()));
  app.on('open-file', (event, path) => {
    event.preventDefault();
    all.add([path]);
  });
  return all;
}

/** Links come the same way. Only macOS and Windows are asked: a Linux package names the scheme itself. */
function linkArrivals(): Arrivals {
  const all = new Arrivals();
  all.add(linksNamed(process.argv));
  app.on('open-url', (event, url) => {
    event.preventDefault();
    all.add([url]);
  });
  if (process.platform !== 'linux' && isRelease()) app.setAsDefaultProtocolClient('icc');
  return all;
}

function start(): void {
  const profile = profilePaths(app.getPath('userData'));
  const failures = new FailureReports(nodeFiles, profile.failures, app.getVersion(), systemClock);
  const uncaught = new Uncaught(failures);
  process.on('uncaughtException', (error) => uncaught.thrown('main', error));
  process.on('unhandledRejection', (error) => uncaught.thrown('main', error));

  registerAppScheme();
  if (!mayHaveGraphicsCard(process.platform)) app.disableHardwareAcceleration();
  forgetHosts(app);
  // Where the launcher had to switch the OS sandbox off (root in a container), asking for it here would
  // make every child process refuse to start.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  forbidNavigation(app);
  // The default menu would be built before the first paint, for nothing.
  Menu.setApplicationMenu(null);
  app.setAppUserModelId('org.incident-console.app');

  const giveUp = async (error: unknown): Promise<void> => {
    const report = await failures.file(failureOf('start', error));
    const safe = `Everything that said “Saved” is in the journal, in ${profile.root}.`;
    const file = report === null ? '' : ` A report is in ${report}.`;
    dialog.showErrorBox('Incident Console could not start', `${String(error)}\n\n${safe}${file}`);
    app.exit(1);
  };
  const late = setTimeout(() => {
    if (uncaught.total > 0) void giveUp('Something failed on the way to its window.');
  }, WINDOW_BY_MS);
  const ground = { profile, failures, uncaught, clock: systemClock, files: nodeFiles };
  compose({ ...ground, arrivals: arrivals(), links: linkArrivals() })
    .catch(giveUp)
    .finally(() => clearTimeout(late));
}
