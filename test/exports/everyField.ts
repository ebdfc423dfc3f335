/** An incident with the given texts in every field that people can fill, past the rules that would refuse them. */
import type { IncidentEvent } from '../../renderer/domain/events';
import type { Stamp } from '../../renderer/domain/ids';
import type { Incident } from '../../renderer/domain/incident';
import { later, minutes } from '../../renderer/domain/time';
import { at, History } from './history';

/** `text()` is asked anew for each field. */
export function everyField(text: () => string, drill = false): Incident {
  const start = at('2026-11-23T03:00:00Z');
  const history = new History(start, text());
  const soon = later(start, minutes(15));
  let now = start;
  const write = (event: IncidentEvent): Stamp => {
    now = later(now, minutes(1));
    history.clock(new Date(now).toISOString(), text());
    return history.write(event);
  };
  write({
    type: 'incident-declared',
    title: text(),
    severity: 2,
    drill,
    number: 7,
    service: text(),
    bridge: text(),
  });
  const note = write({ type: 'note-logged', kind: 'note', text: text() });
  write({ type: 'entry-edited', entry: note, text: text() });
  const gone = write({ type: 'note-logged', kind: 'impact', text: text() });
  write({ type: 'entry-retracted', entry: gone, reason: text() });
  write({ type: 'note-logged', kind: 'impact', text: text() });
  write({ type: 'note-logged', kind: 'decision', text: text() });
  const first = write({ type: 'note-logged', kind: 'observation', text: text(), pinned: true });
  const second = write({ type: 'note-logged', kind: 'hypothesis', text: text(), splitFrom: first });
  write({ type: 'entry-merged', entry: second, into: first });
  write({ type: 'entry-unpinned', entry: first });
  write({ type: 'role-assigned', role: 'commander', person: text() });
  write({ type: 'role-assigned', role: 'commander', person: text(), instead: text() });
  write({ type: 'role-assigned', role: 'expert', person: text(), area: text() });
  write({ type: 'severity-changed', from: 2, to: 1, reason: text() });
  write({ type: 'phase-moved', from: 'detection', to: 'mitigation', reason: text() });
  write({ type: 'stamp-set', stamp: 'detected', from: null, to: start, reason: text() });
  const attempt = write({
    type: 'mitigation-attempted',
    action: 'other',
    what: text(),
    owner: text(),
    risk: text(),
    checkBackAt: soon,
  });
  write({ type: 'mitigation-judged', attempt, verdict: 'worse', note: text() });
  write({
    type: 'update-sent',
    lane: 'internal',
    number: 1,
    audience: 'internal',
    state: 'identified',
    impact: text(),
    known: text(),
    doing: text(),
    workaround: text(),
    nextDueAt: soon,
    promisedAt: soon,
  });
  write({ type: 'update-snoozed', lane: 'internal', minutes: 5, until: soon, reason: text() });
  const item = write({
    type: 'action-item-added',
    text: text(),
    owner: text(),
    dueOn: text(),
    category: 'process',
  });
  write({ type: 'action-item-moved', item, to: 'done', note: text() });
  write({ type: 'file-imported', import: 'one', format: text(), file: text(), count: 1 });
  write({
    type: 'record-imported',
    import: 'one',
    format: text(),
    key: text(),
    file: text(),
    where: text(),
    kind: 'note',
    author: text(),
    text: text(),
  });
  write({ type: 'title-changed', from: text(), to: text() });
  write({ type: 'incident-resolved', summary: text(), unticked: [] });
  history.write({ type: 'unrecognised', raw: { type: text(), payload: { [text()]: text() } } });
  return history.incident;
}
