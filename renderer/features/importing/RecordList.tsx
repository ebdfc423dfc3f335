import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { shownAuthor } from '../../exports/authorName';
import { visibleLine } from '../../exports/visibleText';
import { isTickable, type ReviewItem } from '../../imports/importReview';
import type { Unreadable } from '../../imports/importTypes';
import { formatLocal } from '../../language/formatLocal';
import type { Console } from '../../store/console';
import type { ImportView } from '../../store/importView';
import styles from './Importing.module.css';

/** A record by its index, or what nothing could be made of. */
export type Listed = number | Unreadable;

interface Props {
  readonly console: Console;
  readonly shown: ImportView;
  readonly timeZone: string;
}

const ROW_HEIGHT = 44;

/** The records of one list, of which only those in view are laid out. */
export function RecordList({
  console,
  shown,
  timeZone,
  list,
  name,
}: Props & { readonly list: readonly Listed[]; readonly name: string }) {
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
          if (one === undefined) return null;
          return (
            <li
              key={index}
              className={styles['row']}
              aria-setsize={list.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              <Record one={one} {...{ console, shown, timeZone }} />
            </li>
          );
        })}
      </ol>
    </div>
  );
}

function Record({ one, ...props }: Props & { readonly one: Listed }) {
  const item = typeof one === 'number' ? props.shown.items[one] : undefined;
  if (typeof one === 'number' && item?.status !== 'future') {
    return item && <Item index={one} item={item} {...props} />;
  }
  const { where, reason = '' } = typeof one === 'number' ? { where: item?.row.where ?? '', ...item } : one;
  return (
    <>
      <span className={styles['where']}>{visibleLine(where)}</span>
      <span className={styles['reason']}>{visibleLine(reason)}</span>
    </>
  );
}

interface ItemProps extends Props {
  readonly index: number;
  readonly item: ReviewItem;
}

function Item({ index, item, console, shown, timeZone }: ItemProps) {
  const { row, reason } = item;
  const text = visibleLine(row.text.slice(0, 300));
  return (
    <label className={styles['item']} title={`${row.where}: ${visibleLine(row.text.slice(0, 2000))}`}>
      <input
        type="checkbox"
        checked={shown.ticks.marks[index] === 1}
        disabled={!isTickable(item)}
        onChange={({ target }) => console.importing.tick([index], target.checked)}
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
