/**
 * What must happen before Electron is ready, in order; then the console is put together.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, dialog, Menu } from 'electron';
import { registerAppScheme } from './appProtocol';
import { Arrivals, bundlesNamed } from './bundle/arrivals';
import { compose } from './compose';
import { failureOf, FailureReports } from './failures';
import { nodeFiles } from './files/nodeFiles';
import { forbidNavigation } from './navigation';
import { forgetHosts } from './networkGate';
import { defaultProfile, profilePaths } from './profile';
import { refusal, refusedSwitch } from './refusedSwitches';
import { mayStart } from './soleInstance';
import { systemClock } from './wallClock';

const E2E = 'e2e';

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

function start(): void {
  const profile = profilePaths(app.getPath('userData'));
  const failures = new FailureReports(nodeFiles, profile.failures, app.getVersion(), systemClock);
  process.on('uncaughtException', (error) => failures.report(failureOf('main', error)));
  process.on('unhandledRejection', (error) => failures.report(failureOf('main', error)));

  registerAppScheme();
  forgetHosts(app);
  // Where the launcher had to switch the OS sandbox off (root in a container), asking for it here would
  // make every child process refuse to start.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  forbidNavigation(app);
  // The default menu would be built before the first paint, for nothing.
  Menu.setApplicationMenu(null);
  app.setAppUserModelId('org.incident-console.app');

  compose({ profile, failures, clock: systemClock, files: nodeFiles, arrivals: arrivals() }).catch(
    (error: unknown) => {
      failures.report(failureOf('start', error));
      dialog.showErrorBox('Incident Console could not start', String(error));
      void failures.drain().then(() => app.exit(1));
    },
  );
}
