import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { IncidentId } from '../../domain/ids';
import { formatLength, MINUTE, ms } from '../../domain/time';
import { clockText } from '../../language/formatLocal';
import type { Console } from '../../store/console';
import { openIncident } from '../../store/moves';
import type { Ringing } from '../../store/updateAlarm';
import { shownZone } from '../../store/zone';
import { Button } from '../../ui/Button';
import { playAlarm } from '../../ui/alarmSound';
import styles from './Updates.module.css';

/**
 * The alarm in words, sound and colour. It stays until the update is sent, snoozed or paused; the
 * sound can be muted, the panel can't. Both live regions stand from the start, each with its own
 * `aria-live`, so that a modal dialog does not silence them.
 */
export function AlarmBar({ console }: { readonly console: Console }) {
  const ringing = useStore(console.alarm.store);
  const muted = useStore(console.settings.store, (settings) => settings.muted);
  const openId = useStore(console.session.store, (state) => state.openId);
  const urgent = ringing.filter(isUrgent);
  const soon = ringing.filter((one) => !isUrgent(one));
  const isLoud = urgent.length > 0;
  useSound(console, Math.max(0, ...urgent.map(({ count }) => count)));

  const say = (some: readonly Ringing[]): string => some.map(({ ring }) => words(console, ring)).join(' ');
  return (
    <div className={styles['alarm']} data-urgent={isLoud} data-pane={isLoud ? '' : undefined}>
      <p
        role="status"
        aria-live="polite"
        className={isLoud && soon.length === 0 ? 'visually-hidden' : styles['words']}
      >
        {say(soon)}
      </p>
      <p role="alert" aria-live="assertive" className={isLoud ? styles['words'] : 'visually-hidden'}>
        {say(urgent)}
      </p>
      {ringing
        .filter(({ ring }) => ring.incidentId !== openId)
        .map(({ ring: { incidentId } }) => (
          <Button key={incidentId} onClick={() => void openIncident(console, incidentId as IncidentId)}>
            Open {nameOf(console, incidentId)}
          </Button>
        ))}
      {isLoud && (
        <Button aria-pressed={muted} onClick={() => console.settings.change({ muted: !muted })}>
          {muted ? 'Sound is off' : 'Mute sound'}
        </Button>
      )}
    </div>
  );
}

/** Sounds once for each urgent ring; that an older one is left over is no new ring. */
function useSound(console: Console, newest: number): void {
  const heard = useRef(0);
  useEffect(() => {
    if (newest <= heard.current) return;
    heard.current = newest;
    if (!console.settings.store.getState().muted) playAlarm();
  }, [console, newest]);
}

const isUrgent = ({ ring }: Ringing): boolean => ring.level !== 'due-soon';

const nameOf = (console: Console, id: string): string =>
  console.incidents.find(id as IncidentId)?.name ?? 'the incident';

function words(console: Console, ring: Ringing['ring']): string {
  const due = clockText(ring.dueAt as Parameters<typeof clockText>[0], shownZone(console)).slice(0, 5);
  const name = nameOf(console, ring.incidentId);
  if (ring.level === 'due-soon') return `${name}: update due soon, at ${due}.`;
  const slept = ring.missedAsleep ? ' This computer slept or the console was closed.' : '';
  const late = ring.lateMs >= MINUTE ? `, ${formatLength(ms(ring.lateMs))} ago` : '';
  return `UPDATE DUE: ${name} promised an update at ${due}${late}.${slept}`;
}
