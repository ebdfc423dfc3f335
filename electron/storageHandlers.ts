import { dialog, shell } from 'electron';
import { moveToAnotherProfile } from './anotherProfile';
import { checkImages } from './attachments/references';
import type { Requests, StoragePlaces } from './contract';
import type { Services } from './handlers';
import { checkIntegrity } from './integrity';
import type { RequestHandlers } from './ipc';
import { mirrorHandlers, type MirrorChannels } from './mirrorHandlers';
import { saveElsewhere } from './saveElsewhere';

type StorageChannels =
  | MirrorChannels
  | 'storage:places'
  | 'storage:show'
  | 'backups:list'
  | 'backups:take'
  | 'backups:preview'
  | 'backups:restore'
  | 'integrity:check'
  | 'rows:saveElsewhere'
  | 'profile:another'
  | 'alarm:test';

/** Answers what concerns where data lives, its backups, and the alarm's trial. */
export function storageHandlers(services: Services): Pick<RequestHandlers, StorageChannels> {
  const { stores, schedule, attention, places } = services;
  return {
    ...mirrorHandlers(services),
    'storage:places': places,
    'storage:show': (which) => show(places()[which]),
    'backups:list': () => stores.backups.list(),
    'backups:take': () => schedule.now(),
    'backups:preview': (file) => stores.backups.preview(file),
    'backups:restore': (file) => stores.backups.restore(file),
    'integrity:check': () => checkEverything(services),
    'rows:saveElsewhere': (request) => elsewhere(services, request),
    'profile:another': () =>
      moveToAnotherProfile({ window: services.window(), end: () => void services.shutdown.begin() }),
    'alarm:test': () => attention.ring(TRIAL, 'This is a test of the update alarm'),
  };
}

async function checkEverything({ files, stores }: Services): Promise<Requests['integrity:check']['result']> {
  const journals = await checkIntegrity(files, stores.journal.folder);
  if (!journals.ok) return journals;
  return { ok: true, value: { ...journals.value, images: await checkImages(stores.journal, stores.images) } };
}

const TRIAL = {
  incidentId: 'test',
  lane: 'internal',
  level: 'due',
  dueAt: 0,
  lateMs: 0,
  missedAsleep: false,
} as const;

/** The path is one of ours, never the page's. */
async function show(path: StoragePlaces[keyof StoragePlaces]): Promise<boolean> {
  return (await shell.openPath(path)) === '';
}

async function elsewhere(
  { stores, window, files, clock }: Services,
  request: Requests['rows:saveElsewhere']['args'][0],
): Promise<Requests['rows:saveElsewhere']['result']> {
  const parent = window();
  if (!parent) return null;
  const { canceled, filePaths } = await dialog.showOpenDialog(parent, {
    title: 'Choose a folder to save this incident in',
    buttonLabel: 'Save here',
    properties: ['openDirectory', 'createDirectory'],
  });
  const [chosen] = filePaths;
  if (canceled || chosen === undefined) return null;
  return saveElsewhere({ files, journal: stores.journal, now: clock.wall }, chosen, request);
}
