/**
 * The whole job written by hand: the field takes keys first, then the last rows are read; rows of one
 * height are recycled; older ones are read on scrolling; Enter draws a row at once and stores it.
 */
import { FloorList } from './floorList';
import { floorRow, type FloorRow } from './rows';
import type { RowStore } from './rowStore';

declare global {
  /** How the bench fills a floor; nothing else calls it. */
  var fillFloor: ((rows: number) => Promise<unknown>) | undefined;
}

/** Rows read at a start. */
const NEWEST = 200;

export function runFloor(store: RowStore): void {
  const field = document.querySelector('textarea');
  if (!field) throw new Error('no field');
  field.focus();
  performance.mark('app:interactive');

  const list = new FloorList(store);
  globalThis.fillFloor = (rows) => store.fill(Array.from({ length: rows }, (_, i) => floorRow(i)));
  void openLog(store, list);

  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    const row: FloorRow = { seq: list.total, at: Date.now(), author: 'Ana', kind: 'note', text: field.value };
    field.value = '';
    void store.add(row).then(() => performance.mark('app:durable'));
    list.append(row);
  });
}

async function openLog(store: RowStore, list: FloorList): Promise<void> {
  const total = await store.open();
  const newest = total === 0 ? [] : await store.read(Math.max(0, total - NEWEST), total - 1);
  list.show(total, newest);
  performance.mark('app:data');
}
