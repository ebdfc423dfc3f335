import { app, dialog, shell, type BrowserWindow } from 'electron';
import type { AlarmClock } from './alarm';
import { imageHandlers } from './attachments/imageHandlers';
import type { Attention } from './attention';
import type { BackupSchedule } from './backups/schedule';
import type { BundleDesk } from './bundle/bundleDesk';
import { saveBundle } from './bundle/bundleExport';
import { writeClipboard } from './clipboardText';
import type { Boot, Outcome, Settings, StoragePlaces } from './contract';
import { discardWorkingCopy } from './discardCopy';
import type { ExportFolder } from './exportFolder';
import { endHandlers } from './endHandlers';
import type { FailureReports } from './failures';
import type { FilePort } from './files/filePort';
import type { Heartbeat } from './heartbeat';
import type { MessageHandlers, PreloadHandlers, RequestHandlers } from './ipc';
import type { Leaving } from './leaving';
import type { NativeMenu } from './menu';
import type { NoteKey } from './noteKey';
import type { Outbox } from './outbox';
import type { Shutdown } from './shutdown';
import { storageHandlers } from './storageHandlers';
import type { Stores } from './stores';
import type { Uncaught } from './uncaught';
import type { Clock } from './wallClock';

/** What the page's calls reach. */
export interface Services {
  readonly stores: Stores;
  readonly alarms: AlarmClock;
  readonly attention: Attention;
  readonly exports: ExportFolder;
  readonly bundles: BundleDesk;
  readonly outbox: Outbox;
  readonly shutdown: Shutdown;
  readonly failures: FailureReports;
  readonly uncaught: Uncaught;
  readonly leaving: Leaving;
  readonly menu: NativeMenu;
  readonly noteKey: NoteKey;
  readonly heartbeat: Heartbeat;
  readonly window: () => BrowserWindow | null;
  readonly files: FilePort;
  readonly clock: Clock;
  readonly schedule: BackupSchedule;
  readonly places: () => StoragePlaces;
  readonly settingsChanged: (settings: Settings) => void;
}

export function requestHandlers(services: Services): RequestHandlers {
  const { stores, alarms, attention, exports, bundles } = services;
  const settleIf = (changed: boolean): void => {
    if (changed) attention.settle();
  };
  return {
    'app:boot': () => boot(services),
    'journal:state': () => stores.journal.state(),
    'journal:append': ({ incidentId, rows }) => stores.journal.append(incidentId, rows),
    'journal:read': ({ incidentId, from, limit }) => stores.journal.read(incidentId, from, limit),
    'journal:redact': ({ incidentId, rows }) => stores.redact(incidentId, rows),
    'journal:verify': ({ incidentId }) => stores.journal.proof(incidentId),
    'workingCopy:discard': () => discardWorkingCopy(stores),
    'workingCopy:suspect': (detail) => stores.suspectWorkingCopy(detail),
    ...storageHandlers(services),
    ...imageHandlers(services),
    'settings:save': (patch) => saveSettings(services, patch),
    'alarm:arm': (update) => settleIf(alarms.arm(update)),
    'alarm:disarm': (which) => settleIf(alarms.disarm(which)),
    'export:save': (request) => exports.save(request, stores.images),
    'bundle:save': (request) => {
      const madeBy = `Incident Console ${app.getVersion()}`;
      return saveBundle({ journal: stores.journal, images: stores.images, exports, madeBy }, request);
    },
    'bundle:choose': () => chooseBundle(services),
    'bundle:read': (request) => bundles.read(request),
    'bundle:close': ({ bundle }) => bundles.close(bundle),
    'export:chooseFolder': () => chooseFolder(services),
    'export:reveal': () => reveal(exports),
    'clipboard:write': writeClipboard,
    'noteKey:state': () => services.noteKey.state,
    'noteKey:choose': ({ key }) => services.noteKey.choose(key),
    ...endHandlers(services),
  };
}

export function messageHandlers({ stores, uncaught }: Services): MessageHandlers {
  return {
    'draft:set': ({ key, text }) => stores.drafts.set(key, text),
    'failure:report': ({ message, stack }) => uncaught.happened('page', { where: 'page', message, stack }),
  };
}

export function preloadHandlers({ bundles, heartbeat }: Services): PreloadHandlers {
  return {
    'bundle:dropped': (paths) => paths.forEach((path) => void bundles.take(path)),
    'app:pong': () => heartbeat.answered(),
  };
}

/** The page's first call; that it comes says that somebody is there to be pushed to. */
async function boot({ stores, outbox }: Services): Promise<Boot> {
  const prepared = await stores.prepared;
  setImmediate(() => outbox.pageIsThere());
  return {
    deviceId: stores.device,
    settings: stores.settings.current,
    drafts: Object.fromEntries(stores.drafts.texts),
    platform: process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux',
    locale: app.getLocale(),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    version: app.getVersion(),
    workingCopy: prepared.ok ? 'use' : 'leave',
  };
}

/** The page may forget the export folder, not name one: that takes a person in the system's dialog. */
async function saveSettings(
  { stores, settingsChanged }: Services,
  { exportFolder, ...patch }: Partial<Settings>,
): Promise<Outcome<Settings>> {
  const saved = await stores.settings.save(exportFolder === null ? { ...patch, exportFolder } : patch);
  settingsChanged(stores.settings.current);
  return saved;
}

async function chooseFolder({ stores, window }: Services): Promise<string | null> {
  const parent = window();
  if (!parent) return null;
  const { canceled, filePaths } = await dialog.showOpenDialog(parent, {
    title: 'Choose the export folder',
    properties: ['openDirectory', 'createDirectory'],
  });
  const [exportFolder] = filePaths;
  if (canceled || exportFolder === undefined) return null;
  await stores.settings.save({ exportFolder });
  return exportFolder;
}

async function chooseBundle({ bundles, window }: Services): Promise<boolean> {
  const parent = window();
  if (!parent) return false;
  const { canceled, filePaths } = await dialog.showOpenDialog(parent, {
    title: 'Open bundle',
    buttonLabel: 'Open',
    filters: [
      { name: 'Incident bundles', extensions: ['icbundle'] },
      { name: 'All files', extensions: ['*'] },
    ],
    properties: ['openFile', 'multiSelections'],
  });
  if (canceled || filePaths.length === 0) return false;
  for (const path of filePaths) void bundles.take(path);
  return true;
}

function reveal(exports: ExportFolder): boolean {
  if (exports.last === null) return false;
  shell.showItemInFolder(exports.last);
  return true;
}
