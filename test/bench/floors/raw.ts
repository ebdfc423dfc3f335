/** IndexedDB as it comes, at strict durability. */
import { runFloor } from './floorPage';
import type { FloorRow } from './rows';

let database: IDBDatabase;

runFloor({
  open: async () => {
    const opening = indexedDB.open('floor', 1);
    opening.addEventListener('upgradeneeded', () => {
      opening.result.createObjectStore('events', { keyPath: 'seq' });
    });
    database = await answered(opening);
    // Counting would read all of them.
    const newest = await answered(
      database.transaction('events').objectStore('events').openKeyCursor(null, 'prev'),
    );
    return newest ? Number(newest.key) + 1 : 0;
  },
  read: async (first, last) => {
    const store = database.transaction('events').objectStore('events');
    const rows: readonly FloorRow[] = await answered(store.getAll(IDBKeyRange.bound(first, last)));
    return rows;
  },
  add: (row) => written([row]),
  fill: written,
});

function written(rows: readonly FloorRow[]): Promise<unknown> {
  const transaction = database.transaction('events', 'readwrite', { durability: 'strict' });
  const store = transaction.objectStore('events');
  for (const row of rows) store.put(row);
  transaction.commit();
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', resolve);
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('aborted')));
  });
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('no answer')));
  });
}
