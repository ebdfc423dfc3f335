import { CSPProvider } from '@base-ui/react/csp-provider';
import { Menu as Base } from '@base-ui/react/menu';
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import styles from './Menu.module.css';

export interface MenuProps {
  readonly label: string;
  readonly items: readonly { readonly id: string; readonly label: string; readonly hint?: string }[];
  /** The button it hangs from, and to which the focus returns unless `returnTo` is given. */
  readonly anchor: RefObject<HTMLElement | null>;
  readonly returnTo?: RefObject<HTMLElement | null>;
  /** Opened by a key: its first item is the active one. */
  readonly byKey?: boolean;
  readonly onChoose: (id: string) => void;
  readonly onClose: () => void;
}

/** An open menu: arrows move, a letter jumps, Enter chooses, Esc closes. Drawn only while it is open. */
export function Menu({
  label,
  items,
  anchor,
  returnTo = anchor,
  byKey = false,
  onChoose,
  onClose,
}: MenuProps) {
  useFocusReturn(returnTo);
  const popup = useFirstItem(byKey);
  return (
    <CSPProvider disableStyleElements>
      <Base.Root open onOpenChange={(open) => !open && onClose()}>
        <Base.Portal>
          <Base.Positioner anchor={anchor} align="end" sideOffset={4} className={styles['positioner']}>
            <Base.Popup ref={popup} className={styles['popup']} aria-label={label} finalFocus={false}>
              {items.map((item) => (
                <Base.Item
                  key={item.id}
                  className={styles['item']}
                  label={item.label}
                  onClick={() => onChoose(item.id)}
                >
                  {item.label}
                  {item.hint !== undefined && <span className={styles['hint']}>{item.hint}</span>}
                </Base.Item>
              ))}
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
    </CSPProvider>
  );
}

/** A frame later than Base UI, which gives the focus to the menu as a whole. */
function useFirstItem(isWanted: boolean): RefObject<HTMLDivElement | null> {
  const popup = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isWanted) return undefined;
    let frame = 0;
    const look = (left: number): void => {
      const { current } = popup;
      const isInside = current?.contains(document.activeElement) === true;
      if (isInside && !document.activeElement?.matches('[role="menuitem"]')) {
        current.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
      } else if (!isInside && left > 0) frame = requestAnimationFrame(() => look(left - 1));
    };
    frame = requestAnimationFrame(() => look(FRAMES));
    return () => cancelAnimationFrame(frame);
  }, [isWanted]);
  return popup;
}

/** How long the menu is waited for. */
const FRAMES = 20;

/**
 * Gives the focus back to where the menu hung from, unless what was chosen took it. Base UI decides that before a
 * dialog or a field that comes in the same turn has it, and takes it away from there.
 */
function useFocusReturn(anchor: RefObject<HTMLElement | null>): void {
  useLayoutEffect(
    () => () =>
      queueMicrotask(() => {
        const at = document.activeElement;
        if (at === null || at === document.body) anchor.current?.focus();
      }),
    [anchor],
  );
}
