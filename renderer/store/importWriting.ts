import { REFUSAL_SENTENCES } from '../domain/refusals';
import { batchesOf, type ReviewItem } from '../imports/importReview';
import type { ImportFormat } from '../imports/importTypes';
import type { Session } from './session';
import type { SettingsStore } from './settings';
import { storageSentence } from './storageSentence';

/** What is written, and what is told of its file with each record. */
interface Writing {
  /** Of the import. */
  readonly id: string;
  readonly items: readonly ReviewItem[];
  readonly file: string;
  readonly names: ReadonlyMap<string, string>;
  readonly format: ImportFormat;
}

interface Course {
  readonly isCalledOff: () => boolean;
  readonly tell: (done: number) => void;
}

interface Stores {
  readonly session: Session;
  readonly settings: SettingsStore;
}

/**
 * Writes an import, each piece acknowledged before the next. Nothing is drawn before the end: the timeline lies behind
 * the dialog, and to draw it anew for each piece would take longer than all the rest. Answers why not all came in.
 */
export function writeImport(stores: Stores, what: Writing, course: Course): Promise<string | undefined> {
  return writeAll(stores, what, course).finally(() => stores.session.showUnseen());
}

async function writeAll(
  { session, settings }: Stores,
  { id, items, file, names, format }: Writing,
  { isCalledOff, tell }: Course,
): Promise<string | undefined> {
  const { openId } = session.store.getState();
  const by = settings.store.getState().userName;
  let done = 0;
  for (const records of batchesOf(items, (author) => names.get(author) ?? author)) {
    const more = { import: id, format, file, count: items.length };
    const ran = session.runUnseen({ type: 'import-records', ...more, records }, by);
    if (!ran.ok) return `The import stopped after ${done} entries. ${REFUSAL_SENTENCES[ran.refusal]}`;
    await session.settled();
    done += records.length;
    // Before all else: a failure would be the other incident's, and an undo must not run in it.
    if (session.store.getState().openId !== openId) {
      if (done === items.length) return undefined;
      return `The import stopped after ${done} entries: another incident was opened. Undo it there.`;
    }
    tell(done);
    const { failure } = session.store.getState();
    if (failure) return `The import stopped after ${done} entries. ${storageSentence(failure)}`;
    if (isCalledOff()) {
      session.run({ type: 'undo-import', import: id }, by);
      return `The import was stopped; the ${done} entries that had come in were taken out again.`;
    }
  }
  return undefined;
}
