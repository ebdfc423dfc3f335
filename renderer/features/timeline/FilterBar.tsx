import { ListFilter, Search, Star } from 'lucide-react';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { itemAt } from '../../domain/sortedSequence';
import type { EntryKind } from '../../domain/timeline';
import { visibleLine } from '../../exports/visibleText';
import { perform } from '../../store/actions';
import type { Console } from '../../store/console';
import { countsOf, hiddenSince, isFiltering, NO_FILTER, setFilter, shownBy } from '../../store/filtering';
import { reveal } from '../../store/finding';
import { Button } from '../../ui/Button';
import styles from './FilterBar.module.css';
import { KIND_LOOKS } from './kindGlyphs';

/** Above the list: how much of it is shown, and what narrows it down. A line while nothing does. */
export function FilterBar({ console }: { readonly console: Console }) {
  const filter = useStore(console.view.store, (view) => view.filter);
  const filterOpen = useStore(console.view.store, (view) => view.filterOpen);
  const total = useStore(console.session.store, (state) => state.incident.timeline.byTime.length);
  const shown = useStore(
    console.session.store,
    (state) => shownBy(filter, state.incident.timeline.byTime).length,
  );
  const isOn = isFiltering(filter);
  const clear = (): void => {
    console.view.set({ filter: NO_FILTER, filterOpen: false });
    console.view.focusPad();
  };
  return (
    <div
      className={styles['bar']}
      data-idle={!isOn && !filterOpen}
      data-filtering={isOn}
      role="group"
      aria-label="Filter"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isOn) return;
        console.view.set({ filterOpen: false });
      }}
    >
      {(filterOpen || isOn) && <Choices console={console} />}
      <span className={styles['count']} role="status">
        {isOn ? `${shown} of ${total} shown` : `${total} ${total === 1 ? 'entry' : 'entries'}`}
      </span>
      <HiddenNotes
        console={console}
        onShow={() => {
          clear();
          showNewest(console);
        }}
      />
      <span className={styles['space']} />
      {isOn || filterOpen ? (
        <Button tone="quiet" onClick={clear}>
          {isOn ? 'Clear filter' : 'Close'}
        </Button>
      ) : (
        <Button tone="quiet" aria-expanded={false} onClick={() => console.view.set({ filterOpen: true })}>
          <ListFilter size={14} aria-hidden="true" /> Filter
        </Button>
      )}
      <Button tone="quiet" onClick={() => perform(console, 'find')}>
        <Search size={14} aria-hidden="true" /> Find
      </Button>
    </div>
  );
}

/** What was hidden is what somebody wants to see. */
function showNewest({ session, view }: Console): void {
  const { positions } = session.store.getState().incident.timeline;
  const newest = itemAt(positions, positions.length - 1);
  if (newest) reveal(session, view, newest.id);
}

/** A note that vanished would look lost. */
function HiddenNotes({ console, onShow }: { readonly console: Console; readonly onShow: () => void }) {
  const filter = useStore(console.view.store, (view) => view.filter);
  const since = useStore(console.view.store, (view) => view.filterSince);
  const timeline = useStore(console.session.store, (state) => state.incident.timeline);
  // Not in the selector, which runs with everything that becomes of a note.
  const hidden = useMemo(() => hiddenSince(filter, since, timeline), [filter, since, timeline]);
  return (
    <span role="status" aria-live="polite" className={styles['hidden']}>
      {hidden > 0 && (
        <>
          {hidden} {hidden === 1 ? 'note' : 'notes'} logged, hidden by the filter.{' '}
          <Button tone="quiet" onClick={onShow}>
            Show all
          </Button>
        </>
      )}
    </span>
  );
}

function Choices({ console }: { readonly console: Console }) {
  const filter = useStore(console.view.store, (view) => view.filter);
  const byTime = useStore(console.session.store, (state) => state.incident.timeline.byTime);
  const counts = useMemo(() => countsOf(byTime), [byTime]);
  const set = (change: Parameters<typeof setFilter>[1]): void => setFilter(console, change);
  const toggle = (name: 'pinned' | 'noNoise', label: string, count: number) => (
    <button
      type="button"
      className={styles['toggle']}
      aria-pressed={filter[name]}
      onClick={() => set({ [name]: !filter[name] })}
    >
      {name === 'pinned' && <Star size={13} aria-hidden="true" />} {label} <small>{count}</small>
    </button>
  );
  return (
    <>
      <Choice
        label="Kind"
        any="Any kind"
        value={filter.kind}
        options={[...counts.kinds].map(([kind, count]) => [kind, KIND_LOOKS[kind].word, count])}
        onChoose={(kind) => set({ kind: kind as EntryKind | null })}
      />
      <Choice
        label="Person"
        any="Anyone"
        value={filter.person}
        options={[...counts.people].map(([name, count]) => [name, name, count])}
        onChoose={(person) => set({ person })}
      />
      <Choice
        label="Tag"
        any="Any tag"
        value={filter.tag}
        options={[...counts.tags].map(([tag, count]) => [tag, `#${tag}`, count])}
        onChoose={(tag) => set({ tag })}
      />
      {toggle('pinned', 'Pinned', counts.pinned)}
      {toggle('noNoise', 'Hide system', counts.noise)}
    </>
  );
}

function Choice({
  label,
  any,
  value,
  options,
  onChoose,
}: {
  readonly label: string;
  readonly any: string;
  readonly value: string | null;
  readonly options: readonly (readonly [value: string, name: string, count: number])[];
  readonly onChoose: (value: string | null) => void;
}) {
  return (
    <select
      aria-label={label}
      className={styles['choice']}
      data-set={value !== null}
      value={value === null ? '' : `=${value}`}
      onChange={(event) => onChoose(event.target.value === '' ? null : event.target.value.slice(1))}
    >
      <option value="">{any}</option>
      {options.map(([one, name, count]) => (
        <option key={one} value={`=${one}`}>
          {visibleLine(name)} ({count})
        </option>
      ))}
    </select>
  );
}
