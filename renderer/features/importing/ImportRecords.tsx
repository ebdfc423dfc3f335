import { useMemo, useState } from 'react';
import { DUPLICATES, listOf } from '../../imports/reviewColumns';
import type { Console } from '../../store/console';
import type { ImportView } from '../../store/importView';
import { Button } from '../../ui/Button';
import styles from './Importing.module.css';
import { RecordList, type Listed } from './RecordList';
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
  const { columns, reading, from, to } = shown;
  const lists = useMemo(() => listsOf({ columns, reading, from, to }), [columns, reading, from, to]);
  const list = lists[tab];
  return (
    <section aria-label="Records" className={styles['records']}>
      <div className={styles['tabs']} role="group" aria-label="Lists">
        {TABS.map((name) => (
          <Button key={name} aria-pressed={tab === name} onClick={() => setTab(name)}>
            {name} {lists[name].count}
          </Button>
        ))}
        {tab === 'New' && lists.New.count > 0 && (
          <>
            <Button tone="quiet" onClick={() => console.importing.tickAll(true)}>
              Tick all
            </Button>
            <Button tone="quiet" onClick={() => console.importing.tickAll(false)}>
              Tick none
            </Button>
          </>
        )}
      </div>
      {tab === 'New' && <TimeWindow console={console} shown={shown} timeZone={timeZone} />}
      <Undone console={console} undone={shown.undone} />
      {list.count === 0 ? (
        <p className={styles['dim']}>{EMPTY[tab]}</p>
      ) : (
        <RecordList key={tab} name={tab} list={list.first} {...{ console, shown, timeZone }} />
      )}
      {list.count > MOST_LISTED && (
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
interface Looked extends Pick<ImportView, 'columns' | 'from' | 'to'> {
  readonly reading: ImportView['reading'] | undefined;
}

interface List {
  readonly count: number;
  readonly first: readonly Listed[];
}

const EVER = { from: null, to: null };

function listsOf({ columns, reading, from, to }: Looked): { readonly [T in Tab]: List } {
  const broken = reading?.unreadable ?? [];
  const future = listOf(columns, ['future'], EVER, MOST_LISTED);
  return {
    New: listOf(columns, ['new'], { from, to }, MOST_LISTED),
    Duplicate: listOf(columns, DUPLICATES, EVER, MOST_LISTED),
    Unreadable: {
      count: broken.length + future.count,
      first: [...broken.slice(0, MOST_LISTED), ...future.first].slice(0, MOST_LISTED),
    },
  };
}

/** Records that went out with an undone import come back with it, not a second time. */
function Undone({
  console,
  undone: { count, imports },
}: {
  readonly console: Console;
  readonly undone: ImportView['undone'];
}) {
  if (count === 0) return null;
  return (
    <p className={styles['before']}>
      <span>
        {count} of them {count === 1 ? 'was' : 'were'} imported before, and that import was undone.
      </span>
      <Button
        onClick={() => {
          for (const id of imports) console.importing.restore(id);
          console.importing.cancel();
        }}
      >
        Put back
      </Button>
    </p>
  );
}
