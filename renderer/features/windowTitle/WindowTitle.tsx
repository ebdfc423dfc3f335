import { useEffect } from 'react';
import { useStore } from 'zustand';
import { elapsedSpan } from '../../domain/elapsed';
import { severityName } from '../../domain/severity';
import { between, formatElapsed } from '../../domain/time';
import { visibleLine } from '../../exports/visibleText';
import type { Console } from '../../store/console';
import { faceOf, ringOf } from '../../store/updateAlarm';

const APP = 'Incident Console';

/** The window's title: what the task bar shows of the incident, and that an update is due. */
export function WindowTitle({ console }: { readonly console: Console }) {
  const incident = useStore(console.session.store, (state) => state.incident);
  const now = useStore(console.ticker.store);
  const ringing = useStore(console.alarm.store, (all) => ringOf(all, incident.id));
  const span = elapsedSpan(incident, now);
  const face = incident.clock ? faceOf(incident.clock, ringing, now) : 'off';
  const parts = span
    ? [
        ...(face === 'overdue' ? ['UPDATE DUE'] : []),
        ...(incident.drill ? ['DRILL'] : []),
        severityName(incident.severity),
        visibleLine(incident.title),
        formatElapsed(between(span.from, span.to)).replace(/:\d\d$/, ''),
      ]
    : [];
  const title = parts.length === 0 ? APP : `${parts.join(' · ')} — ${APP}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  return null;
}
