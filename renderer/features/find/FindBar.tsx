import { useEffect, useRef, type KeyboardEvent } from 'react';
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useStore } from 'zustand';
import type { Console } from '../../store/console';
import type { FindState } from '../../store/finding';
import { Button } from '../../ui/Button';
import styles from './Find.module.css';

/** Find in the open incident: Enter and Shift+Enter step through what was found, Esc goes back to the pad. */
export function FindBar({ console }: { readonly console: Console }) {
  const isOpen = useStore(console.finding.store, (find) => find.open);
  return isOpen ? <OpenBar console={console} /> : null;
}

function OpenBar({ console }: { readonly console: Console }) {
  const { finding, view } = console;
  const field = useRef<HTMLInputElement>(null);
  const state = useStore(finding.store);
  const focused = useStore(view.store, (one) => one.findFocus);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [focused]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      finding.close();
    }
    if (event.key === 'Enter' && event.target === field.current) {
      event.preventDefault();
      finding.step(event.shiftKey ? -1 : 1);
    }
  };
  return (
    <div role="search" className={styles['bar']} aria-label="Find in this incident" onKeyDown={onKeyDown}>
      <input
        ref={field}
        type="text"
        aria-label="Find"
        placeholder="Find in this incident"
        autoComplete="off"
        spellCheck={false}
        className={styles['field']}
        value={state.query}
        onChange={(event) => finding.search(event.target.value)}
      />
      <span role="status" className={styles['count']}>
        {countText(state)}
      </span>
      <Button
        tone="quiet"
        title="Previous (Shift+Enter)"
        aria-label="Previous"
        onClick={() => finding.step(-1)}
      >
        <ChevronUp size={16} aria-hidden="true" />
      </Button>
      <Button tone="quiet" title="Next (Enter)" aria-label="Next" onClick={() => finding.step(1)}>
        <ChevronDown size={16} aria-hidden="true" />
      </Button>
      <span className={styles['space']} />
      <Button
        tone="quiet"
        className={styles['all']}
        onClick={() => {
          console.findingAll.search(state.query);
          view.openDialog({ name: 'find-all' });
        }}
      >
        All incidents
      </Button>
      <Button tone="quiet" title="Close (Esc)" aria-label="Close find" onClick={() => finding.close()}>
        <X size={16} aria-hidden="true" />
      </Button>
    </div>
  );
}

function countText({ needle, hits, current }: FindState): string {
  if (needle === '') return '';
  if (hits.length === 0) return 'Nothing found';
  const at = current === null ? -1 : hits.indexOf(current);
  return at === -1 ? `${hits.length} found` : `${at + 1} of ${hits.length}`;
}
