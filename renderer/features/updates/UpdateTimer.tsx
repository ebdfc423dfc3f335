import { Pencil } from 'lucide-react';
import { useStore } from 'zustand';
import { cadenceOf } from '../../domain/decideUpdates';
import { between, formatCountdown, iso, type EpochMs } from '../../domain/time';
import type { ClockFace } from '../../domain/updateClock';
import { clockText } from '../../language/formatLocal';
import { runOrTell, type Console } from '../../store/console';
import { faceOf, ringOf } from '../../store/updateAlarm';
import { shownZone } from '../../store/zone';
import { Button } from '../../ui/Button';
import styles from './Updates.module.css';

const CAPTIONS: { readonly [F in ClockFace]: string } = {
  ok: 'Next update in',
  'due-soon': 'Update due soon',
  overdue: 'UPDATE DUE',
  snoozed: 'Snoozed, due in',
  paused: 'Updates paused',
  off: 'No update due',
};

/** The promise in figures, and what ends the alarm: write and send, snooze, or pause. */
export function UpdateTimer({ console }: { readonly console: Console }) {
  const { store } = console.session;
  const id = useStore(store, (state) => state.incident.id);
  const clock = useStore(store, (state) => state.incident.clock);
  const isResolved = useStore(store, (state) => state.incident.isResolved);
  const every = useStore(store, (state) => cadenceOf(state.incident));
  const composerOpen = useStore(console.view.store, (view) => view.composerOpen);
  const ringing = useStore(console.alarm.store, (all) => ringOf(all, id));
  const face = useStore(console.ticker.store, (now) => (clock ? faceOf(clock, ringing, now) : 'off'));
  if (!clock) return null;
  const resume = (): void => {
    runOrTell(console, { type: 'resume-updates' });
    console.view.focusPad();
  };
  return (
    <section className={styles['timer']} data-state={face} aria-label="Update clock">
      <div className={styles['reading']}>
        <span className={styles['caption']}>
          {CAPTIONS[face]}
          {clock.dueAt !== null && ` · ${clockText(clock.dueAt, shownZone(console)).slice(0, 5)}`}
        </span>
        <span
          role="timer"
          aria-label="Next update"
          data-testid="update-timer"
          data-state={face}
          data-due={clock.dueAt === null ? undefined : iso(clock.dueAt)}
          className={styles['figure']}
        >
          <Figure console={console} face={face} dueAt={clock.dueAt} />
        </span>
      </div>
      <div className={styles['timerButtons']}>
        {!composerOpen && (
          <Button tone="primary" onClick={() => console.view.set({ composerOpen: true, atHome: false })}>
            Write update
          </Button>
        )}
        {face === 'paused' ? (
          <Button onClick={resume}>Resume</Button>
        ) : (
          face !== 'off' && (
            <Button onClick={() => console.view.openDialog({ name: 'snooze' })}>Snooze</Button>
          )
        )}
        {!isResolved && (
          <span className={styles['cadence']}>
            {every === null ? 'off' : `every ${every} min`}
            <Button
              tone="quiet"
              aria-label="Change how often updates are due"
              title="Change how often updates are due"
              onClick={() => console.view.openDialog({ name: 'cadence' })}
            >
              <Pencil size={13} aria-hidden="true" />
            </Button>
          </span>
        )}
      </div>
    </section>
  );
}

interface FigureProps {
  readonly console: Console;
  readonly face: ClockFace;
  readonly dueAt: EpochMs | null;
}

/** The one thing here that changes each second. */
function Figure({ console, face, dueAt }: FigureProps) {
  return useStore(console.ticker.store, (now) => {
    if (dueAt === null) return '–';
    return face === 'overdue'
      ? `+${formatCountdown(between(dueAt, now))}`
      : formatCountdown(between(now, dueAt));
  });
}
