import { relative } from 'node:path';
import { dialog, shell } from 'electron';
import type { MirrorState, Outcome } from './contract';
import { failed, ok } from './files/storageFailure';
import type { Services } from './handlers';
import type { RequestHandlers } from './ipc';
import { rowsInMirror } from './mirror/mirrorRows';

export type MirrorChannels =
  'mirror:state' | 'mirror:choose' | 'mirror:turnOff' | 'mirror:show' | 'mirror:restore';

/** Answers what concerns the journal's second place. The page names no path: a person does, in the system's dialog. */
export function mirrorHandlers(services: Services): Pick<RequestHandlers, MirrorChannels> {
  const { backups, mirror } = services.stores;
  return {
    'mirror:state': () => mirror.state(),
    'mirror:choose': () => choose(services),
    'mirror:turnOff': () => mirror.choose(null),
    'mirror:show': async () => {
      const { folder } = await mirror.state();
      return folder !== null && (await shell.openPath(folder)) === '';
    },
    'mirror:restore': async () => {
      const { folder } = await mirror.state();
      if (folder === null) return failed(new Error('no second folder is chosen'), '');
      const read = async () => ({ rows: await rowsInMirror(services.files, folder) });
      return backups.takeIn(read, folder);
    },
  };
}

async function choose({ window, stores, places }: Services): Promise<Outcome<MirrorState> | null> {
  const parent = window();
  if (!parent) return null;
  const { canceled, filePaths } = await dialog.showOpenDialog(parent, {
    title: 'Choose a folder to copy the journal to as well',
    buttonLabel: 'Copy here',
    properties: ['openDirectory', 'createDirectory'],
  });
  const [chosen] = filePaths;
  if (canceled || chosen === undefined) return null;
  if (isWithin(places().profile, chosen)) {
    return failed(new Error('it is the console’s own folder; a copy there is lost with it'), chosen);
  }
  return ok(await stores.mirror.choose(chosen));
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (!way.startsWith('..') && !/^([A-Za-z]:|\/)/.test(way));
}
