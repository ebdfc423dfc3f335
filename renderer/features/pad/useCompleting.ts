import { useState, type KeyboardEvent, type RefObject } from 'react';
import { useStore } from 'zustand';
import type { Console } from '../../store/console';
import { Completing } from './completing';
import { insertText } from './insertText';
import { LIST_ID, optionId } from './PadCompletions';

type Area = RefObject<HTMLTextAreaElement | null>;

export interface PadCompleting {
  readonly completing: Completing;
  readonly take: (index?: number) => void;
  /** True when the key was the list's. */
  readonly onKey: (event: KeyboardEvent) => boolean;
  /** The role stays that of a text field: a textarea may not be a combobox. */
  readonly aria: { readonly 'aria-controls'?: string; readonly 'aria-activedescendant'?: string };
}

/** The list of completions over the pad's textarea, and its keys. */
export function useCompleting(console: Console, area: Area): PadCompleting {
  const [completing] = useState(() => new Completing(console));
  const isOpen = useStore(completing.store, ({ options }) => options.length > 0);
  const active = useStore(completing.store, (state) => state.active);

  const take = (index?: number): void => {
    const chosen = completing.chosen(index);
    if (!chosen || !area.current) return;
    completing.close();
    insertText(area.current, chosen.from, chosen.to, chosen.insert);
  };

  const onKey = (event: KeyboardEvent): boolean => {
    if (!completing.isOpen || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
    const act = KEYS[event.key];
    if (!act || (event.key === 'Enter' && completing.store.getState().active === -1)) return false;
    event.preventDefault();
    event.stopPropagation();
    act(completing, take);
    return true;
  };

  const aria = {
    ...(isOpen ? { 'aria-controls': LIST_ID } : {}),
    ...(active >= 0 ? { 'aria-activedescendant': optionId(active) } : {}),
  };
  return { completing, take, onKey, aria };
}

const KEYS: { readonly [key: string]: (completing: Completing, take: () => void) => void } = {
  ArrowDown: (completing) => completing.step(1),
  ArrowUp: (completing) => completing.step(-1),
  Escape: (completing) => completing.dismiss(),
  Tab: (_, take) => take(),
  Enter: (_, take) => take(),
};
