import { Dialog as Base } from '@base-ui/react/dialog';
import type { FormEvent, ReactNode, RefObject } from 'react';
import { Button } from './Button';
import styles from './Dialog.module.css';
import { FocusAtOnce } from './FocusAtOnce';
import { focusHome } from './focusHome';

export interface DialogProps {
  readonly title: string;
  /** The verb on the button that Enter presses; none for a sheet that is only read. */
  readonly submit?: string;
  /** Null leaves the button out: the one that submits closes it, too. */
  readonly cancel?: string | null;
  readonly submitRef?: RefObject<HTMLButtonElement | null>;
  /** Further buttons, before the one that submits. */
  readonly others?: ReactNode;
  readonly onSubmit?: () => void;
  /** Esc or a click beside it; also Cancel, unless that means something else. */
  readonly onClose: () => void;
  /** Throws away what was typed; closing keeps it. */
  readonly onCancel?: () => void;
  /** A key was pressed in it, or the mouse. */
  readonly onTouched?: () => void;
  readonly initialFocus?: RefObject<HTMLElement | null>;
  /** Where the focus goes when it closes, if not home. */
  readonly finalFocus?: () => HTMLElement | null;
  readonly wide?: boolean;
  /** `window`: nearly all of it, for something to be looked at. */
  readonly size?: 'window';
  readonly children: ReactNode;
}

/** A modal dialog: Esc closes it, Cancel gives it up, Enter in any one-line field submits it. */
export function Dialog({
  title,
  submit,
  cancel = 'Cancel',
  submitRef,
  others,
  onSubmit,
  onClose,
  onCancel = onClose,
  onTouched,
  initialFocus,
  finalFocus = focusHome,
  wide = false,
  size,
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
          className={`${styles['popup']} ${wide ? styles['wide'] : ''} ${size === 'window' ? styles['window'] : ''}`}
          {...(initialFocus ? { initialFocus } : {})}
          // Its own is late: another dialog may have taken this one's place by then, and lose the focus.
          finalFocus={() => false}
        >
          <form
            onKeyDown={onTouched}
            onPointerDown={onTouched}
            onSubmit={submitted}
            className={styles['form']}
            noValidate
          >
            <Base.Title className={styles['title']}>{title}</Base.Title>
            <div className={styles['body']}>{children}</div>
            <div className={styles['buttons']}>
              {cancel !== null && (
                <Button onClick={onCancel}>{submit === undefined ? 'Close' : cancel}</Button>
              )}
              {others}
              {submit !== undefined && (
                <Button tone="primary" type="submit" ref={submitRef}>
                  {submit}
                </Button>
              )}
            </div>
          </form>
          <FocusAtOnce first={initialFocus} last={finalFocus} />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
