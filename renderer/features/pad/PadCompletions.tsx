import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { visibleLine } from '../../exports/visibleText';
import type { Completing } from './completing';
import styles from './PadCompletions.module.css';

export const LIST_ID = 'pad-completions';
export const optionId = (index: number): string => `pad-completion-${index}`;

/** What the line can be completed with, above the pad; the cursor stays in the pad. */
export function PadCompletions({
  completing,
  onTake,
}: {
  readonly completing: Completing;
  readonly onTake: (index: number) => void;
}) {
  const { options, active } = useStore(completing.store);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  if (options.length === 0) return null;
  return (
    <div className={styles['popup']}>
      <div ref={list} id={LIST_ID} className={styles['list']} role="listbox" aria-label="Completions">
        {options.map((option, i) => (
          <div
            key={option.label}
            id={optionId(i)}
            role="option"
            tabIndex={-1}
            aria-selected={i === active}
            className={styles['option']}
            // At the press, not the click: the focus must not leave the pad.
            onMouseDown={(event) => {
              event.preventDefault();
              if (event.button === 0) onTake(i);
            }}
          >
            <span className={styles['label']}>{visibleLine(option.label)}</span>
            {option.hint !== '' && <span className={styles['hint']}> {option.hint}</span>}
          </div>
        ))}
      </div>
      <p className={styles['keys']}>↑↓ choose · Tab completes · Esc closes</p>
    </div>
  );
}
