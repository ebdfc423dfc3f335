/**
 * What a note can be about, in the order in which it is offered (TML10). `note` says nothing more; the
 * rest lets a reader find what was seen, supposed, decided, done and told.
 */
export const NOTE_KINDS = [
  'note',
  'observation',
  'hypothesis',
  'decision',
  'impact',
  'action-taken',
  'result',
  'communication',
  'detection',
  'escalation',
] as const;

/** What a note is about; the pad's default is `note`. The kind `action` is the console's, for action items. */
export type NoteKind = (typeof NOTE_KINDS)[number];

/** True for the kinds that people give; all others are the console's own account of an event. */
export const isNoteKind = (kind: string): kind is NoteKind => NOTE_KINDS.some((one) => one === kind);

/** True for what a person wrote; the rest is the console's own account of an event. */
export const isNote = (entry: { readonly kind: string }): boolean => isNoteKind(entry.kind);
