import { useEffect } from 'react';
import { elapsedSpan } from '../../domain/elapsed';
import { severityName } from '../../domain/severity';
import { between, formatElapsed } from '../../domain/time';
import { visibleLine } from '../../exports/visibleText';
import type { Console } from '../../store/console';
import { faceOf, ringOf } from '../../store/updateAlarm';

const APP = 'Incident Console';

/** The window's title: what the task bar shows of the incident, and that an update is due. */
export function WindowTitle({ console }: { readonly console: Console }) {
  useEffect(() => {
    const entitle = (): void => {
      const title = titleOf(console);
      // Each one set goes to the window manager, also when it is the same.
      if (document.title !== title) document.title = title;
    };
    entitle();
    const ends = [console.session.store, console.ticker.store, console.alarm.store].map((store) =>
      store.subscribe(entitle),
    );
    return () => ends.forEach((end) => end());
  }, [console]);
  return null;
}

function titleOf({ session, ticker, alarm }: Console): string {
  const { incident } = session.store.getState();
  const now = ticker.store.getState();
  const span = elapsedSpan(incident, now);
  if (!span) return APP;
  const ringing = ringOf(alarm.store.getState(), incident.id);
  const face = incident.clock ? faceOf(incident.clock, ringing, now) : 'off';
  const parts = [
    ...(face === 'overdue' ? ['UPDATE DUE'] : []),
    ...(incident.drill ? ['DRILL'] : []),
    severityName(incident.severity),
    visibleLine(incident.title),
    formatElapsed(between(span.from, span.to)).replace(/:\d\d$/, ''),
  ];
  return `${parts.join(' · ')} — ${APP}`;
}
