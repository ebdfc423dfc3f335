/** Dexie at strict durability: what a console that trusts IndexedDB alone would do. */
import Dexie, { type EntityTable } from 'dexie';
import { runFloor } from './floorPage';
import type { FloorRow } from './rows';

class FloorDatabase extends Dexie {
  declare readonly events: EntityTable<FloorRow, 'seq'>;

  constructor() {
    super('floor', { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ events: 'seq' });
  }
}

const database = new FloorDatabase();

runFloor({
  open: async () => {
    // Counting would read all of them.
    const [newest] = await database.events.orderBy('seq').reverse().limit(1).primaryKeys();
    return newest === undefined ? 0 : newest + 1;
  },
  read: (first, last) => database.events.where('seq').between(first, last, true, true).toArray(),
  add: (row) => database.events.add(row),
  fill: (rows) => database.events.bulkPut([...rows]),
});
