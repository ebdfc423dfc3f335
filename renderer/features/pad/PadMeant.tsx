import type { KeyboardEvent, RefObject } from 'react';
import { useStore } from 'zustand';
import { insertText } from './insertText';
import type { PadController } from './padController';
import styles from './PadPreview.module.css';

interface MeantProps {
  readonly pad: PadController;
  readonly area: RefObject<HTMLTextAreaElement | null>;
}

/** Offers the command that a text's first word nearly is; Enter logs the text all the same (GRM13). */
export function PadMeant({ pad, area }: MeantProps) {
  const meant = useStore(pad.store, (state) => state.meant);
  if (!meant) return null;
  return (
    <p className={styles['meant']} role="status">
      Did you mean{' '}
      <button
        type="button"
        tabIndex={-1}
        className={styles['take']}
        // At the press, not the click: the focus must not leave the pad.
        onMouseDown={(event) => {
          event.preventDefault();
          takeMeant(pad, area.current);
        }}
      >
        {meant.insert.trim()}
      </button>
      ?<span className={styles['keys']}> Tab takes it · Enter logs this as text · Esc puts it away</span>
    </p>
  );
}

/** True when the key was the offer's. */
export function onMeantKey(event: KeyboardEvent<HTMLTextAreaElement>, pad: PadController): boolean {
  const isPlain = !(event.ctrlKey || event.metaKey || event.altKey || event.shiftKey);
  if (!isPlain || pad.store.getState().meant === undefined) return false;
  if (event.key !== 'Tab' && event.key !== 'Escape') return false;
  event.preventDefault();
  event.stopPropagation();
  if (event.key === 'Tab') takeMeant(pad, event.currentTarget);
  else pad.putMeantAway();
  return true;
}

function takeMeant(pad: PadController, area: HTMLTextAreaElement | null): void {
  const { meant } = pad.store.getState();
  if (!meant || !area) return;
  const cursor = area.selectionEnd - meant.to;
  insertText(area, meant.from, meant.to, meant.insert);
  // What was written behind the word is written on.
  const end = meant.from + meant.insert.length + Math.max(0, cursor);
  area.setSelectionRange(end, end);
}
