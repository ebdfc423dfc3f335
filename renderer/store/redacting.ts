import type { Attachment } from '../domain/attachments';
import type { Stamp } from '../domain/ids';
import type { Incident } from '../domain/incident';
import { entryOf, relatedEntries, type Entry } from '../domain/timeline';
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
  const meant = meantBy(incident, entry);
  const ids = new Set(meant.map(({ id }) => id));
  const images = meant.flatMap(({ attachments }) => attachments ?? []);
  const ran = run(console, { type: 'redact-entry', entry, reason });
  if (!ran.ok) return ran;
  if (incident.id !== null) console.findingAll.forget(incident.id);
  dropDrafts(console, ids, meant.flatMap(textsOf), images);
  const names = namesOf(incident, (id) => ids.has(id));
  const others = new Set(namesOf(incident, (id) => !ids.has(id)));
  const { people } = settings.store.getState();
  const isForgotten = (person: string): boolean => names.includes(person) && !others.has(person);
  if (people.some(isForgotten)) settings.change({ people: people.filter((one) => !isForgotten(one)) });
  view.set({ dialog: null, editing: null, composerOpen: false, exported: null });
  view.focusPad();
  return ran;
}

/** The line, and those it was ever merged with or split from: they are redacted with it (RED1). */
export function meantBy({ timeline }: Pick<Incident, 'timeline'>, id: Stamp): readonly Entry[] {
  const entry = entryOf(timeline, id);
  return entry ? relatedEntries(timeline, entry) : [];
}

/** What the line says and said, as shown. */
const textsOf = (entry: Entry): readonly string[] => [entry.text, ...entry.revisions.map(({ text }) => text)];

function dropDrafts(
  { drafts, view, attaching }: Console,
  entries: ReadonlySet<Stamp>,
  texts: readonly string[],
  images: readonly Attachment[],
): void {
  const isPicture = (text: string): boolean => images.some(({ sha256 }) => text.includes(sha256));
  const dropped = drafts.drop(
    (key, text) => isEditorOf(entries, key) || repeats(text, texts) || isPicture(text),
  );
  attaching.show();
  if (dropped.length === 0) return;
  view.set({ draftsDropped: view.store.getState().draftsDropped + 1 });
}

function isEditorOf(entries: ReadonlySet<Stamp>, key: string): boolean {
  return [...entries].some((id) => key.startsWith(`edit:${id}`));
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
