import { session } from 'electron';
import type { Outcome } from './contract';
import { failed, ok } from './files/storageFailure';
import { HOST, SCHEME } from './origin';
import type { Stores } from './stores';

/**
 * Deletes the page's database with its files. Deleting its rows would not do: LevelDB keeps what was
 * overwritten or deleted in its log until it happens to compact (RED6).
 */
export async function discardWorkingCopy(
  stores: Pick<Stores, 'workingCopyDiscarded'>,
): Promise<Outcome<null>> {
  try {
    const origin = `${SCHEME}://${HOST}`;
    await session.defaultSession.clearStorageData({ origin, storages: ['indexdb'] });
    await stores.workingCopyDiscarded();
    return ok(null);
  } catch (error) {
    return failed(error, 'IndexedDB');
  }
}
