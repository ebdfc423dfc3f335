import { Dialog as Base } from '@base-ui/react/dialog';
import type { FormEvent, ReactNode, RefObject } from 'react';
import { Button } from './Button';
import styles from './Dialog.module.css';

export interface DialogProps {
  readonly title: string;
  /** The verb on the button that Enter presses; none for a sheet that is only read. */
  readonly submit?: string;
  readonly cancel?: string;
  readonly onSubmit?: () => void;
  readonly onClose: () => void;
  readonly initialFocus?: RefObject<HTMLElement | null>;
  /** Where the focus goes when it closes; without it it would fall to the page's body. */
  readonly finalFocus?: () => HTMLElement | null;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A modal dialog: Esc or Cancel closes it, Enter in any one-line field submits it. */
export function Dialog({
  title,
  submit,
  cancel = 'Cancel',
  onSubmit,
  onClose,
  initialFocus,
  finalFocus,
  wide = false,
  children,
}: DialogProps) {
  const submitted = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit?.();
  };
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={styles['backdrop']} />
        <Base.Popup
          className={`${styles['popup']} ${wide ? styles['wide'] : ''}`}
          {...(initialFocus ? { initialFocus } : {})}
          finalFocus={() => finalFocus?.() ?? true}
        >
          <form onSubmit={submitted} className={styles['form']} noValidate>
            <Base.Title className={styles['title']}>{title}</Base.Title>
            <div className={styles['body']}>{children}</div>
            <div className={styles['buttons']}>
              <Button onClick={onClose}>{submit === undefined ? 'Close' : cancel}</Button>
              {submit !== undefined && (
                <Button tone="primary" type="submit">
                  {submit}
                </Button>
              )}
            </div>
          </form>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
