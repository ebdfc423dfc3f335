import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { IncidentId } from '../../domain/ids';
import { formatLength, MINUTE, ms } from '../../domain/time';
import { clockText } from '../../language/formatLocal';
import type { Console } from '../../store/console';
import { openIncident } from '../../store/moves';
import type { Ringing } from '../../store/updateAlarm';
import { shownZone } from '../../store/zone';
import { Button } from '../../ui/Button';
import { playAlarm } from './alarmSound';
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
  const urgent = ringing !== null && ringing.ring.level !== 'due-soon';

  useEffect(() => {
    if (urgent && !console.settings.store.getState().muted) playAlarm();
  }, [console, urgent, ringing?.count]);

  const elsewhere = ringing && ringing.ring.incidentId !== openId ? ringing.ring : undefined;
  return (
    <div className={styles['alarm']} data-urgent={urgent}>
      <p role="status" aria-live="polite" className={urgent ? 'visually-hidden' : styles['words']}>
        {ringing && !urgent ? words(console, ringing) : ''}
      </p>
      <p role="alert" aria-live="assertive" className={urgent ? styles['words'] : 'visually-hidden'}>
        {ringing && urgent ? words(console, ringing) : ''}
      </p>
      {elsewhere && (
        <Button onClick={() => void openIncident(console, elsewhere.incidentId as IncidentId)}>
          Open it
        </Button>
      )}
      {urgent && (
        <Button aria-pressed={muted} onClick={() => console.settings.change({ muted: !muted })}>
          {muted ? 'Sound is off' : 'Mute sound'}
        </Button>
      )}
    </div>
  );
}

function words(console: Console, { ring }: Ringing): string {
  const due = clockText(ring.dueAt as Parameters<typeof clockText>[0], shownZone(console)).slice(0, 5);
  const name = console.incidents.find(ring.incidentId as IncidentId)?.name ?? 'the incident';
  if (ring.level === 'due-soon') return `${name}: update due soon, at ${due}.`;
  const slept = ring.missedAsleep ? ' This computer slept or the console was closed.' : '';
  const late = ring.lateMs >= MINUTE ? `, ${formatLength(ms(ring.lateMs))} ago` : '';
  return `UPDATE DUE: ${name} promised an update at ${due}${late}.${slept}`;
}
