import { dialog, shell } from 'electron';
import { moveToAnotherProfile } from './anotherProfile';
import type { Requests, StoragePlaces } from './contract';
import type { Services } from './handlers';
import { checkIntegrity } from './integrity';
import type { RequestHandlers } from './ipc';
import { saveElsewhere } from './saveElsewhere';

type StorageChannels =
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
    'storage:places': places,
    'storage:show': (which) => show(places()[which]),
    'backups:list': () => stores.backups.list(),
    'backups:take': () => schedule.now(),
    'backups:preview': (file) => stores.backups.preview(file),
    'backups:restore': (file) => stores.backups.restore(file),
    'integrity:check': () => checkIntegrity(services.files, stores.journal.folder),
    'rows:saveElsewhere': (request) => elsewhere(services, request),
    'profile:another': () =>
      moveToAnotherProfile({ window: services.window(), end: () => void services.shutdown.begin() }),
    'alarm:test': () => attention.ring(TRIAL, 'This is a test of the update alarm'),
  };
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
