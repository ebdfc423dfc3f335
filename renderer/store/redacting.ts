import type { Attachment } from '../domain/attachments';
import type { Stamp } from '../domain/ids';
import type { Incident } from '../domain/incident';
import { entryOf } from '../domain/timeline';
import { run, type Console } from './console';
import { repeats } from './repeats';
import type { Ran } from './session';

/**
 * Redacts a line, and drops what the window itself may still hold of its text: unsent text, an open
 * editor, remembered names (RED6). Files that were exported before are nobody's to change.
 */
export function redactEntry(console: Console, entry: Stamp, reason: string): Ran {
  const { session, view, settings } = console;
  const { incident } = session.store.getState();
  const texts = textsOf(incident, entry);
  const images = entryOf(incident.timeline, entry)?.attachments ?? [];
  const ran = run(console, { type: 'redact-entry', entry, reason });
  if (!ran.ok) return ran;
  dropDrafts(console, entry, texts, images);
  const names = namesOf(incident, (id) => id === entry);
  const others = new Set(namesOf(incident, (id) => id !== entry));
  const { people } = settings.store.getState();
  const isForgotten = (person: string): boolean => names.includes(person) && !others.has(person);
  if (people.some(isForgotten)) settings.change({ people: people.filter((one) => !isForgotten(one)) });
  view.set({ dialog: null, editing: null, composerOpen: false, exported: null });
  view.focusPad();
  return ran;
}

/** What the line says and said, as shown. */
function textsOf(incident: Incident, entry: Stamp): readonly string[] {
  const found = entryOf(incident.timeline, entry);
  return found ? [found.text, ...found.revisions.map(({ text }) => text)] : [];
}

function dropDrafts(
  { drafts, view, attaching }: Console,
  entry: Stamp,
  texts: readonly string[],
  images: readonly Attachment[],
): void {
  const isPicture = (text: string): boolean => images.some(({ sha256 }) => text.includes(sha256));
  const dropped = drafts.drop(
    (key, text) => key.startsWith(`edit:${entry}`) || repeats(text, texts) || isPicture(text),
  );
  attaching.show();
  if (dropped.length === 0) return;
  view.set({ draftsDropped: view.store.getState().draftsDropped + 1 });
}

/** People named by the rows for which `holds` is true. */
function namesOf(incident: Incident, holds: (id: Stamp) => boolean): readonly string[] {
  const tenures = [...Object.values(incident.holders), ...incident.experts, ...incident.formerTenures];
  const named: readonly { readonly id: Stamp; readonly name: string | undefined }[] = [
    ...tenures.map(({ id, person }) => ({ id, name: person })),
    ...incident.attempts.map(({ id, owner }) => ({ id, name: owner })),
    ...incident.actionItems.map(({ id, owner }) => ({ id, name: owner })),
  ];
  return named.flatMap(({ id, name }) => (name !== undefined && holds(id) ? name : []));
}
