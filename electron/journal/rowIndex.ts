import type { RowPlace } from './segmentScan';

/** One answer over IPC is copied several times; long notes must not make it hundreds of megabytes. */
const MOST_PAGE_BYTES = 8 * 1024 * 1024;

/** Where each row of an incident stands: by place in file order, and by stamp. */
export class RowIndex {
  private readonly byStamp = new Map<string, RowPlace>();
  private readonly inOrder: RowPlace[] = [];
  private greatest: string | null = null;

  get count(): number {
    return this.inOrder.length;
  }

  /** The greatest stamp in text order, which is log order; null when there is no row. */
  get lastStamp(): string | null {
    return this.greatest;
  }

  /** False when a row with that stamp is there already; the first one stays. */
  add(place: RowPlace): boolean {
    if (this.byStamp.has(place.stamp)) return false;
    this.byStamp.set(place.stamp, place);
    this.inOrder.push(place);
    if (this.greatest === null || place.stamp > this.greatest) this.greatest = place.stamp;
    return true;
  }

  find(stamp: string): RowPlace | undefined {
    return this.byStamp.get(stamp);
  }

  /** At most `limit` rows from `from` on, and no more than some megabytes, but one at least. */
  page(from: number, limit: number): readonly RowPlace[] {
    const places: RowPlace[] = [];
    let bytes = 0;
    for (const place of this.inOrder.slice(from, from + limit)) {
      bytes += place.length;
      if (places.length > 0 && bytes > MOST_PAGE_BYTES) break;
      places.push(place);
    }
    return places;
  }
}
