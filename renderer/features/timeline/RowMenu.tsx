import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { isNoteKind, NOTE_KINDS } from '../../domain/noteKinds';
import { entryOf, type Entry } from '../../domain/timeline';
import { runOrTell, type Console } from '../../store/console';
import { ENTRY_ACTIONS, performOn, type EntryActionId } from '../../store/entryActions';
import type { Menu, MenuProps } from '../../ui/Menu';
import { KIND_LOOKS } from './kindGlyphs';

/** The menu of one entry, or its list of kinds. The menu's code is fetched when it is first opened. */
export function RowMenu({ console }: { readonly console: Console }) {
  const rowMenu = useStore(console.view.store, (view) => view.rowMenu);
  const entry = useStore(console.session.store, (state) =>
    rowMenu ? entryOf(state.incident.timeline, rowMenu.entry) : undefined,
  );
  const shown = entry?.id;
  const anchor = useMemo(
    () => ({ current: document.querySelector<HTMLElement>(`[data-more="${shown ?? ''}"]`) }),
    [shown],
  );
  const row = useMemo(
    () => ({ current: document.querySelector<HTMLElement>(`[data-entry="${shown ?? ''}"]`) }),
    [shown],
  );
  const [menu, setMenu] = useState<{ readonly component: typeof Menu }>();
  const isWanted = entry !== undefined;
  useEffect(() => {
    if (!isWanted || menu) return;
    void import('../../ui/Menu').then((module) => setMenu({ component: module.Menu }));
  }, [isWanted, menu]);
  if (!rowMenu || !entry || !menu) return null;
  const Shown = menu.component;
  // Base UI says that it closes after an item was chosen, too; by then another list may be open.
  const close = (): void => {
    if (console.view.store.getState().rowMenu === rowMenu) console.view.set({ rowMenu: null });
  };
  const listed = rowMenu.list === 'kinds' ? kindMenu(console, entry) : actionMenu(console, entry);
  return (
    <Shown
      key={rowMenu.list}
      {...listed}
      anchor={anchor}
      byKey={rowMenu.byKey === true}
      {...(rowMenu.fromRow ? { returnTo: row } : {})}
      onClose={close}
      onChoose={(id) => {
        close();
        listed.onChoose(id);
      }}
    />
  );
}

type Listed = Pick<MenuProps, 'label' | 'items' | 'onChoose'>;

function actionMenu(console: Console, entry: Entry): Listed {
  return {
    label: 'Entry',
    items: ENTRY_ACTIONS.filter((one) => one.applies(entry)).map((one) => ({
      id: one.id,
      label: one.label(entry),
    })),
    onChoose: (id) => void performOn(console, id as EntryActionId, entry.id),
  };
}

function kindMenu(console: Console, entry: Entry): Listed {
  return {
    label: 'Kind',
    items: NOTE_KINDS.map((kind) => ({
      id: kind,
      label: sentence(KIND_LOOKS[kind].word),
      ...(kind === entry.kind ? { hint: 'now' } : {}),
    })),
    onChoose: (kind) => {
      if (isNoteKind(kind) && kind !== entry.kind) {
        runOrTell(console, { type: 'change-kind', entry: entry.id, kind });
      }
      console.view.focusPad();
    },
  };
}

const sentence = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
