import { join } from 'node:path';
import { app, nativeTheme, session, type BrowserWindow, type WebContents } from 'electron';
import { AlarmClock } from './alarm';
import { serveApp } from './appProtocol';
import { Attention } from './attention';
import { BackupSchedule } from './backups/schedule';
import type { Arrivals } from './bundle/arrivals';
import { BundleDesk } from './bundle/bundleDesk';
import { fileSource } from './bundle/byteSource';
import type { Settings, StoragePlaces } from './contract';
import { watchSpace } from './diskSpace';
import { beginEnding, endProperly } from './endings';
import { ExportFolder } from './exportFolder';
import { failureOf, type FailureReports } from './failures';
import type { FilePort } from './files/filePort';
import { firstLook } from './firstLook';
import { makeLeaving } from './goingAway';
import { messageHandlers, preloadHandlers, requestHandlers, type Services } from './handlers';
import { workWhenIdle } from './idleWork';
import { answerPage, pushTo, type Wire } from './ipc';
import { closeNetwork } from './networkGate';
import { NativeMenu } from './menu';
import type { NoteKey } from './noteKey';
import { asksForNote, beginNote, makeNoteKey } from './noteNow';
import { openArrivals } from './openArrivals';
import { Outbox } from './outbox';
import { watchPage } from './pageWatch';
import { denyPermissions } from './permissions';
import { PowerGuard } from './powerGuard';
import type { ProfilePaths } from './profile';
import { Shutdown } from './shutdown';
import { openStores, type Stores } from './stores';
import { watchTime } from './timeWatch';
import type { Uncaught } from './uncaught';
import type { Clock } from './wallClock';
import { bringForward } from './window';
import { openWindow, tendWindow, type ComingWindow } from './windowLife';

/** What the console is put together from; everything else is made here. */
export interface Ground {
  readonly profile: ProfilePaths;
  readonly failures: FailureReports;
  readonly uncaught: Uncaught;
  readonly clock: Clock;
  readonly files: FilePort;
  /** Bundles named on the command line, or handed over by the system before there was a window. */
  readonly arrivals: Arrivals;
  /** Links, in the same way; not looked at yet. */
  readonly links: Arrivals;
}

/** The window, once there is one; parts made before it ask for it when they need it. */
interface Holder {
  window: BrowserWindow | null;
}

/**
 * Opens the window and puts the console together behind it. The profile is opened while the page's process
 * starts; what the page asks waits for it.
 */
export async function compose(ground: Ground): Promise<void> {
  const opening = openStores(ground.profile, { ...ground, version: app.getVersion() });
  const { remembered, theme } = firstLook(ground.profile);
  await app.whenReady();
  const holder: Holder = { window: null };
  const making = opening.then((stores) => {
    if (stores.isNewer) ground.failures.mute();
    return makeServices(ground, stores, holder);
  });
  closeEverything(session.defaultSession);
  const page = join(import.meta.dirname, '../renderer');
  serveApp(
    session.defaultSession,
    page,
    opening.then(({ images }) => images),
  );
  applyTheme({ theme });
  answerPage(() => pageOf(holder), making.then(wireTo));
  const coming = openWindow(ground.failures, remembered);
  holder.window = coming.window;
  const services = await making;
  // Closed before anything was open: Electron ends by itself.
  if (!coming.window.isDestroyed()) begin(ground, coming, services);
}

function wireTo(services: Services): Wire {
  return {
    requests: requestHandlers(services),
    messages: messageHandlers(services),
    fromPreload: preloadHandlers(services),
    onRefused: (error) => services.failures.report(failureOf('page', error)),
  };
}

function begin(ground: Ground, coming: ComingWindow, services: Services): void {
  const { alarms, outbox, shutdown, stores } = services;
  tendWindow(coming, { ...services, ...ground, files: stores.files });
  endProperly(app, coming.window, services);
  ground.uncaught.tellTo((news) => outbox.put('failure:happened', news));
  openArrivals({ ...ground, ...services });
  beginWithNoteKey(services);
  app.on('activate', () => bringForward(coming.window));
  alarms.resume(stores.keptAlarms);
  watchTime(alarms);
  if (!stores.isNewer) void keepBackedUp(stores, services);
  watchSpace(ground.files, ground.profile.root, (space) => outbox.put('disk:space', space));
  void workWhenIdle({
    ...stores,
    damaged: (damage) => outbox.put('journal:damaged', damage),
    ending: () => shutdown.hasBegun,
  });
}

/** The key that was chosen before, and a start that asks for a note at once. */
function beginWithNoteKey(services: Services): void {
  const why = services.noteKey.begin();
  if (why !== null) services.outbox.put('noteKey:refused', { why });
  if (asksForNote(process.argv)) beginNote('start', services);
}

/** Where no backup could be made, the profile was not brought up to this version either. */
async function keepBackedUp({ prepared, mirror }: Stores, { schedule, outbox }: Services): Promise<void> {
  schedule.begin();
  void mirror.begin((state) => outbox.put('mirror:changed', state));
  const outcome = await prepared;
  if (!outcome.ok) outbox.put('backup:trouble', { failure: outcome.failure });
}

function makeServices(ground: Ground, stores: Stores, holder: Holder): Services {
  const { failures, files, clock, uncaught } = ground;
  const window = (): BrowserWindow | null => holder.window;
  const outbox = new Outbox(({ channel, payload }) => pushTo(pageOf(holder), channel, payload));
  const attention = new Attention(window, (error) => failures.report(failureOf('attention', error)));
  const exports = new ExportFolder({
    files,
    documents: () => app.getPath('documents'),
    chosen: () => stores.settings.current.exportFolder,
  });
  const noteKey = makeNoteKey(stores, () => beginNote('key', { window, outbox, clock }));
  const shutdown = makeShutdown(ground, stores, outbox, noteKey);
  const menu = new NativeMenu(() => stores.settings.current);
  const settingsChanged = (settings: Settings): void => {
    applyTheme(settings);
    menu.settingsChanged();
  };
  const schedule = new BackupSchedule(stores.backups, (failure) => outbox.put('backup:trouble', { failure }));
  return {
    files,
    clock,
    schedule,
    uncaught,
    leaving: makeLeaving({ outbox, window, failures, end: () => beginEnding(app, shutdown) }),
    heartbeat: watchPage({ uncaught, shutdown, outbox, page: () => pageOf(holder) }),
    places: () => placesOf(ground, stores, exports),
    stores,
    alarms: makeAlarms(ground, stores, attention, outbox),
    attention,
    exports,
    menu,
    noteKey,
    bundles: makeBundleDesk(outbox),
    outbox,
    shutdown,
    failures,
    window,
    settingsChanged,
  };
}

function makeBundleDesk(outbox: Outbox): BundleDesk {
  return new BundleDesk({
    source: fileSource,
    opened: (bundle) => outbox.put('bundle:opened', bundle),
    refused: (refusal) => outbox.put('bundle:refused', refusal),
  });
}

function placesOf({ profile }: Ground, { journal, backups }: Stores, exports: ExportFolder): StoragePlaces {
  return { profile: profile.root, journal: journal.folder, backups: backups.folder, exports: exports.root };
}

function makeAlarms({ clock }: Ground, stores: Stores, attention: Attention, outbox: Outbox): AlarmClock {
  const power = new PowerGuard();
  return new AlarmClock({
    clock,
    ring: (ring, title) => {
      attention.ring(ring, title);
      outbox.put('alarm:rang', ring);
    },
    changed: (alarms) => {
      stores.alarms.save(alarms);
      power.keepAwake(alarms.length > 0);
    },
    clockChanged: (gapMs) => outbox.put('clock:changed', { gapMs }),
  });
}

function makeShutdown({ failures }: Ground, stores: Stores, outbox: Outbox, noteKey: NoteKey): Shutdown {
  return new Shutdown({
    askPage: () => {
      const isThere = outbox.isOpen;
      if (isThere) outbox.put('app:drain', {});
      return isThere;
    },
    settleStores: stores.settle,
    markClean: stores.markClean,
    backUp: () => Promise.all([stores.backups.takeIfChanged(), stores.mirror.finish()]),
    exit: (code) => {
      noteKey.end();
      app.exit(code);
    },
    onFailure: (error) => failures.report(failureOf('ending', error)),
  });
}

function closeEverything(ours: Electron.Session): void {
  closeNetwork(ours);
  denyPermissions(ours);
  // On by default, and then Windows and Linux fetch dictionaries from a server.
  if (process.platform !== 'darwin') ours.setSpellCheckerEnabled(false);
}

function applyTheme({ theme }: Pick<Settings, 'theme'>): void {
  nativeTheme.themeSource = theme === 'auto' ? 'system' : theme;
}

function pageOf({ window }: Holder): WebContents | null {
  return window && !window.isDestroyed() ? window.webContents : null;
}
