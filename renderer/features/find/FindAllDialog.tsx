import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import type { IncidentId, Stamp } from '../../domain/ids';
import { visibleLine, visibleText } from '../../exports/visibleText';
import { formatLocal } from '../../language/formatLocal';
import type { Console } from '../../store/console';
import type { FindAllState, Found, Hit } from '../../store/findingAll';
import { openIncident } from '../../store/moves';
import { shownZone } from '../../store/zone';
import { Dialog } from '../../ui/Dialog';
import { TextField } from '../../ui/Field';
import styles from './Find.module.css';

/** Find across all incidents: by incident, the newest words first. Enter opens the first, arrows move among them. */
export function FindAllDialog({ console }: { readonly console: Console }) {
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const state = useStore(console.findingAll.store);
  const { findingAll, view } = console;
  useEffect(() => {
    findingAll.search(findingAll.store.getState().query);
    return () => findingAll.stop();
  }, [findingAll]);
  const go = (id: IncidentId, entry: Stamp): void => {
    view.closeDialog();
    void openIncident(console, id).then(() => show(console, state.query, entry));
  };
  const [first] = state.found;
  return (
    <Dialog
      title="Find in all incidents"
      onClose={view.closeDialog}
      onSubmit={() => {
        const hit = first?.hits[0];
        if (first && hit) go(first.id, hit.entry);
      }}
      initialFocus={field}
      wide
    >
      <div
        role="group"
        aria-label="Find"
        onKeyDown={(event) => moveAmong(event, field.current, list.current)}
        className={styles['sheet']}
      >
        <TextField
          ref={field}
          label="Find"
          labelHidden
          placeholder="Words in any incident"
          value={state.query}
          onChange={(event) => findingAll.search(event.target.value)}
        />
        <p role="status" className={styles['progress']}>
          {progressText(state)}
        </p>
        <div ref={list} className={styles['results']}>
          {state.found.map((found) => (
            <Group key={found.id} found={found} timeZone={shownZone(console)} onGo={go} />
          ))}
        </div>
      </div>
    </Dialog>
  );
}

function Group({
  found,
  timeZone,
  onGo,
}: {
  readonly found: Found;
  readonly timeZone: string;
  readonly onGo: (id: IncidentId, entry: Stamp) => void;
}) {
  const { id, name, title, hits, total } = found;
  return (
    <section aria-label={`${name} ${visibleLine(title)}`} className={styles['group']}>
      <h3 className={styles['incident']}>
        {name} · {visibleLine(title)}{' '}
        <small>{total > hits.length ? `${hits.length} of ${total}` : total}</small>
      </h3>
      {hits.map((hit) => (
        <button key={hit.entry} type="button" className={styles['hit']} onClick={() => onGo(id, hit.entry)}>
          <time>{formatLocal(hit.at, timeZone)}</time>
          <span className={styles['snippet']}>
            <Snippet hit={hit} />
          </span>
        </button>
      ))}
    </section>
  );
}

function Snippet({ hit: { snippet, from, to } }: { readonly hit: Hit }) {
  return (
    <bdi>
      {visibleText(snippet.slice(0, from))}
      {/* What is shown ends without blanks; here a word follows. */}
      {snippet.slice(0, from).endsWith(' ') && ' '}
      <mark>{visibleText(snippet.slice(from, to))}</mark>
      {snippet.slice(from, to).endsWith(' ') && ' '}
      {visibleText(snippet.slice(to))}
    </bdi>
  );
}

function progressText({ query, found, read, of, searching }: FindAllState): string {
  const through = searching && read < of ? ` Looked through ${read} of ${of} incidents so far.` : '';
  if (query.trim() === '')
    return `${of} ${of === 1 ? 'incident' : 'incidents'}. Case and accents don’t matter.`;
  if (found.length === 0) return searching ? `Nothing yet.${through}` : 'Nothing found. Try fewer letters.';
  return `Found in ${found.length} ${found.length === 1 ? 'incident' : 'incidents'}.${through}`;
}

/** Up and Down go from the field through what was found, and back. */
function moveAmong(event: KeyboardEvent, field: HTMLElement | null, list: HTMLElement | null): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const stops = [field, ...(list?.querySelectorAll('button') ?? [])].filter((one) => one !== null);
  const at = stops.findIndex((one) => one === document.activeElement);
  const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** Its find bar opens at the hit; in a narrow window the timeline may be behind another tab. */
function show({ settings, finding }: Console, query: string, entry: Stamp): void {
  settings.change({ tab: 'timeline' });
  finding.openAt(query, entry);
}
