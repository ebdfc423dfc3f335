import type { Outcome, StorageFailure } from '../contract';
import { failed, ok } from '../files/storageFailure';

/** A store's own answer that it failed, on its way up to whoever asked. */
export class StorageTrouble extends Error {
  constructor(readonly failure: StorageFailure) {
    super(failure.detail);
    this.name = 'StorageTrouble';
  }
}

/** The value of an outcome; throws `StorageTrouble` where it has none. */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new StorageTrouble(outcome.failure);
  return outcome.value;
}

/** What `work` came to; whatever it throws becomes a failure at `path`. */
export async function outcomeOf<T>(path: string, work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return ok(await work());
  } catch (error) {
    return error instanceof StorageTrouble ? { ok: false, failure: error.failure } : failed(error, path);
  }
}
