import type { FloorRow } from './rows';
import type { RowStore } from './rowStore';

const HEIGHT = 28;
/** Rows drawn beyond the view, on each side. */
const BEYOND = 6;
/** Rows read beyond the view when some are missing. */
const READ_BEYOND = 300;

/** A list that draws only what is in view, as cheaply as it can be done by hand. */
export class FloorList {
  total = 0;
  readonly #view = element('log');
  readonly #sheet = element('rows');
  readonly #known = new Map<number, FloorRow>();
  readonly #drawn = new Map<number, HTMLElement>();
  readonly #spare: HTMLElement[] = [];

  constructor(private readonly store: Pick<RowStore, 'read'>) {
    this.#view.addEventListener('scroll', () => this.#draw(), { passive: true });
  }

  show(total: number, newest: readonly FloorRow[]): void {
    this.total = total;
    this.#learn(newest);
    this.#toEnd();
  }

  append(row: FloorRow): void {
    this.total += 1;
    this.#learn([row]);
    this.#toEnd();
  }

  #learn(rows: readonly FloorRow[]): void {
    for (const row of rows) this.#known.set(row.seq, row);
  }

  #toEnd(): void {
    this.#sheet.style.height = `${this.total * HEIGHT}px`;
    this.#view.scrollTop = this.total * HEIGHT;
    this.#draw();
  }

  #draw(): void {
    const top = this.#view.scrollTop;
    const first = Math.max(0, Math.floor(top / HEIGHT) - BEYOND);
    const end = Math.min(this.total, Math.ceil((top + this.#view.clientHeight) / HEIGHT) + BEYOND);
    for (const [seq, drawn] of this.#drawn) {
      if (seq >= first && seq < end) continue;
      this.#drawn.delete(seq);
      this.#spare.push(drawn);
    }
    let isMissing = false;
    for (let seq = first; seq < end; seq += 1) {
      const row = this.#known.get(seq);
      if (!row) isMissing = true;
      else if (!this.#drawn.has(seq)) this.#drawn.set(seq, this.#put(row));
    }
    for (const spare of this.#spare) spare.style.top = '-9999px';
    if (isMissing) void this.#read(first - READ_BEYOND, end - 1 + READ_BEYOND);
  }

  async #read(first: number, last: number): Promise<void> {
    this.#learn(await this.store.read(Math.max(0, first), Math.min(this.total - 1, last)));
    this.#draw();
  }

  #put(row: FloorRow): HTMLElement {
    const place = this.#spare.pop() ?? this.#fresh();
    place.style.top = `${row.seq * HEIGHT}px`;
    const time = new Date(row.at).toISOString().slice(11, 19);
    if (place.firstChild) place.firstChild.nodeValue = `${time}  ${row.author}  [${row.kind}]  ${row.text}`;
    return place;
  }

  #fresh(): HTMLElement {
    const row = document.createElement('div');
    row.className = 'row';
    row.dataset['testid'] = 'timeline-entry';
    row.append(document.createTextNode(''));
    this.#sheet.append(row);
    return row;
  }
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no #${id}`);
  return found;
}
