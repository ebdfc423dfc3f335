import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import { shownAuthor } from '../../exports/authorName';
import { visibleLine } from '../../exports/visibleText';
import { isTickable, type ReviewItem } from '../../imports/importReview';
import type { Unreadable } from '../../imports/importTypes';
import { formatLocal } from '../../language/formatLocal';
import type { Console } from '../../store/console';
import { isWithin, type ImportView } from '../../store/importView';
import { Button } from '../../ui/Button';
import styles from './Importing.module.css';
import { TimeWindow } from './TimeWindow';

const TABS = ['New', 'Duplicate', 'Unreadable'] as const;
type Tab = (typeof TABS)[number];

interface Props {
  readonly console: Console;
  readonly shown: ImportView;
  readonly timeZone: string;
}

/** The lists: what is new, what is there already, what could not be read and why (IMP2). */
export function ImportRecords({ console, shown, timeZone }: Props) {
  const [tab, setTab] = useState<Tab>('New');
  const { items, reading, from, to } = shown;
  const lists = useMemo(() => listsOf({ items, reading, from, to }), [items, reading, from, to]);
  const list = lists[tab];
  const keys = (): readonly string[] => lists.New.flatMap((one) => ('row' in one ? [one.row.key] : []));
  return (
    <section aria-label="Records" className={styles['records']}>
      <div className={styles['tabs']} role="group" aria-label="Lists">
        {TABS.map((name) => (
          <Button key={name} aria-pressed={tab === name} onClick={() => setTab(name)}>
            {name} {lists[name].length}
          </Button>
        ))}
        {tab === 'New' && lists.New.length > 0 && (
          <>
            <Button tone="quiet" onClick={() => console.importing.tick(keys(), true)}>
              Tick all
            </Button>
            <Button tone="quiet" onClick={() => console.importing.tick(keys(), false)}>
              Tick none
            </Button>
          </>
        )}
      </div>
      {tab === 'New' && <TimeWindow console={console} shown={shown} timeZone={timeZone} />}
      <Undone console={console} items={shown.items} />
      {list.length === 0 ? (
        <p className={styles['dim']}>{EMPTY[tab]}</p>
      ) : (
        <RecordList
          key={tab}
          name={tab}
          list={list.slice(0, MOST_LISTED)}
          {...{ console, shown, timeZone }}
        />
      )}
      {list.length > MOST_LISTED && (
        <p className={styles['dim']}>
          The first {MOST_LISTED} are listed; all count. Not before and Not after narrow them.
        </p>
      )}
    </section>
  );
}

/** Laying out more takes long enough to be felt, and nobody reads them. */
const MOST_LISTED = 5_000;

const EMPTY: { readonly [T in Tab]: string } = {
  New: 'Nothing new: every record is in this incident already, or lies outside the chosen time.',
  Duplicate: 'No duplicates.',
  Unreadable: 'Everything could be read.',
};

/** What the lists are made from. */
interface Looked extends Pick<ImportView, 'items' | 'from' | 'to'> {
  readonly reading: ImportView['reading'] | undefined;
}

type Listed = ReviewItem | Unreadable;

function listsOf(shown: Looked): { readonly [T in Tab]: readonly Listed[] } {
  const { items, reading } = shown;
  const future = items
    .filter(({ status }) => status === 'future')
    .map(({ row, reason = '' }) => ({ where: row.where, reason }));
  return {
    New: items.filter((item) => item.status === 'new' && isWithin(item, shown)),
    Duplicate: items.filter(
      ({ status }) => status === 'duplicate' || status === 'here' || status === 'undone',
    ),
    Unreadable: [...(reading?.unreadable ?? []), ...future],
  };
}

/** Records that went out with an undone import come back with it, not a second time. */
function Undone({ console, items }: { readonly console: Console; readonly items: readonly ReviewItem[] }) {
  const undone = useMemo(() => items.flatMap(({ undoneImport }) => undoneImport ?? []), [items]);
  const count = undone.length;
  if (count === 0) return null;
  return (
    <p className={styles['before']}>
      <span>
        {count} of them {count === 1 ? 'was' : 'were'} imported before, and that import was undone.
      </span>
      <Button
        onClick={() => {
          for (const id of new Set(undone)) console.importing.restore(id);
          console.importing.cancel();
        }}
      >
        Put back
      </Button>
    </p>
  );
}

const ROW_HEIGHT = 44;

function RecordList({
  console,
  shown,
  timeZone,
  list,
  name,
}: Props & { readonly list: readonly Listed[]; readonly name: Tab }) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: list.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  });
  return (
    <div
      ref={scroller}
      className={styles['scroller']}
      role="group"
      aria-label={`${name} records`}
      tabIndex={0}
    >
      <ol className={styles['list']} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const one = list[index];
          if (!one) return null;
          return (
            <li
              key={index}
              className={styles['row']}
              aria-setsize={list.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              {'row' in one ? (
                <Item item={one} {...{ console, shown, timeZone }} />
              ) : (
                <>
                  <span className={styles['where']}>{visibleLine(one.where)}</span>
                  <span className={styles['reason']}>{visibleLine(one.reason)}</span>
                </>
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

function Item({ item, console, shown, timeZone }: Props & { readonly item: ReviewItem }) {
  const { row, reason } = item;
  const text = visibleLine(row.text.slice(0, 300));
  return (
    <label className={styles['item']} title={`${row.where}: ${visibleLine(row.text.slice(0, 2000))}`}>
      <input
        type="checkbox"
        checked={isTickable(item) && shown.ticked.has(row.key)}
        disabled={!isTickable(item)}
        onChange={({ target }) => console.importing.tick([row.key], target.checked)}
      />
      <span className={styles['time']}>{formatLocal(row.at, timeZone)}</span>
      <span className={styles['said']}>
        <b>{shownAuthor(shown.names.get(row.author) ?? row.author)}</b> <bdi>{text}</bdi>
        <small className={styles['dim']}>
          {' '}
          {row.kind === 'note' ? '' : `${row.kind} · `}
          {visibleLine(row.where)}
          {reason === undefined ? '' : ` · ${visibleLine(reason)}`}
        </small>
      </span>
    </label>
  );
}
