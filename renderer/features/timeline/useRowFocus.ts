import { useMemo, type FocusEvent, type KeyboardEvent } from 'react';
import type { Stamp } from '../../domain/ids';
import type { Console } from '../../store/console';
import type { RowWindow } from './rowWindow';

/** A row that was out of sight is there a frame or two after it was scrolled to. */
const FRAMES = 12;

export interface RowFocus {
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: () => void;
}

/** Arrows, Home and End move the focus from row to row, also to rows that are not mounted yet. */
export function useRowFocus({ view }: Console, rows: RowWindow, count: number): RowFocus {
  return useMemo(
    () => ({
      onKeyDown: (event) => {
        const { target, currentTarget } = event;
        if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || count === 0) return;
        if (!(target instanceof HTMLElement)) return;
        const to = target.matches('[data-entry]')
          ? fromRow(event.key, Number(target.dataset['index']), count)
          : target === currentTarget
            ? fromOutside(event.key, rows, count)
            : undefined;
        if (to === undefined) return;
        event.preventDefault();
        rows.bring(to, 'nearest');
        focusOn(currentTarget, to, FRAMES);
      },
      onFocus: ({ target }) => {
        const entry = target instanceof HTMLElement ? target.dataset['entry'] : undefined;
        view.set({ row: (entry ?? null) as Stamp | null });
      },
      // A dialog that takes the focus is about this row; anything else leaves it.
      onBlur: () => {
        if (view.store.getState().dialog === null) view.set({ row: null });
      },
    }),
    [view, rows, count],
  );
}

function fromRow(key: string, index: number, count: number): number | undefined {
  const to = { ArrowUp: index - 1, ArrowDown: index + 1, Home: 0, End: count - 1 }[key];
  return to === undefined ? undefined : Math.min(Math.max(to, 0), count - 1);
}

/** From the list as a whole: the last row that shows, or the first. */
function fromOutside(key: string, rows: RowWindow, count: number): number | undefined {
  if (key === 'ArrowUp') return Math.min(rows.visible.last, count - 1);
  return key === 'ArrowDown' ? rows.visible.first : undefined;
}

function focusOn(scroller: HTMLElement, index: number, left: number): void {
  const row = scroller.querySelector<HTMLElement>(`[data-entry][data-index="${index}"]`);
  if (row) row.focus({ preventScroll: true });
  else if (left > 0) requestAnimationFrame(() => focusOn(scroller, index, left - 1));
}
