import { CSPProvider } from '@base-ui/react/csp-provider';
import { Menu as Base } from '@base-ui/react/menu';
import { useLayoutEffect, type RefObject } from 'react';
import styles from './Menu.module.css';

export interface MenuProps {
  readonly label: string;
  readonly items: readonly { readonly id: string; readonly label: string; readonly hint?: string }[];
  /** The button it hangs from, and to which the focus returns unless `returnTo` is given. */
  readonly anchor: RefObject<HTMLElement | null>;
  readonly returnTo?: RefObject<HTMLElement | null>;
  readonly onChoose: (id: string) => void;
  readonly onClose: () => void;
}

/** An open menu: arrows move, a letter jumps, Enter chooses, Esc closes. Drawn only while it is open. */
export function Menu({ label, items, anchor, returnTo = anchor, onChoose, onClose }: MenuProps) {
  useFocusReturn(returnTo);
  return (
    <CSPProvider disableStyleElements>
      <Base.Root open onOpenChange={(open) => !open && onClose()}>
        <Base.Portal>
          <Base.Positioner anchor={anchor} align="end" sideOffset={4} className={styles['positioner']}>
            <Base.Popup className={styles['popup']} aria-label={label} finalFocus={false}>
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
