import { useEffect, useRef, useState } from 'react';
import type { Console } from '../../store/console';
import { reasonsToStay, whatIsLeft } from '../../store/leaving';
import type { DialogName } from '../../store/view';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import styles from './Leave.module.css';

/** As long as main waits for an answer. */
const WAIT_SECONDS = 10;

/** Asks before a live incident is left alone. Enter and Esc keep the console running. */
export function LeaveDialog({
  console,
  how,
  over,
}: {
  readonly console: Console;
  readonly how: 'close' | 'quit';
  /** What stood open before, and is open again when one stays. */
  readonly over: DialogName | null;
}) {
  const { program } = console.ports;
  const keep = useRef<HTMLButtonElement>(null);
  const [reasons] = useState(() => reasonsToStay(console) ?? { live: [], unsaved: 0 });
  const { left, hold } = useCountdown(console, how === 'close');
  const back = (): void => console.view.set({ dialog: over });
  const stay = (): void => {
    program.leave('stay');
    back();
  };
  const background = (): void => {
    program.leave('background');
    back();
  };
  const quit = <Button onClick={() => program.leave('quit')}>Quit</Button>;
  const ways =
    how === 'quit'
      ? { submit: 'Keep running', cancel: null, onSubmit: stay }
      : { submit: 'Keep running in the background', cancel: 'Cancel', onSubmit: background };
  return (
    <Dialog
      title={how === 'quit' ? quitTitle(reasons.live.length > 0) : 'Close the window?'}
      {...ways}
      others={quit}
      submitRef={keep}
      onClose={stay}
      onTouched={hold}
      initialFocus={keep}
    >
      <p>
        {whatIsLeft(reasons)}{' '}
        {reasons.live.length > 0 && (
          <strong>Its update alarm stops ringing while the console is closed.</strong>
        )}
      </p>
      {how === 'close' && (
        <p>
          In the background everything goes on, and the alarm brings the window back. So does starting the
          console again.
        </p>
      )}
      {left !== null && (
        <p role="timer" className={styles['countdown']}>
          Nothing is lost either way. Without an answer the console closes in {left} s.
        </p>
      )}
    </Dialog>
  );
}

const quitTitle = (isLive: boolean): string =>
  isLive ? 'Quit while an incident is live?' : 'Quit while rows are not saved?';

/** Seconds until main ends by itself; null once somebody has begun to answer. */
function useCountdown(console: Console, counts: boolean): { left: number | null; hold: () => void } {
  const [left, setLeft] = useState(counts ? WAIT_SECONDS : null);
  const { after, program } = console.ports;
  useEffect(() => {
    if (left === null || left === 0) return undefined;
    return after(1000, () => setLeft((now) => (now === null ? null : now - 1)));
  }, [after, left]);
  const hold = (): void => {
    if (left === null) return;
    program.leave('stay');
    setLeft(null);
  };
  return { left, hold };
}
