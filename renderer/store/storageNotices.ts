import type { JournalState, Recovery, StorageFailure } from '../../electron/contract';
import { describe } from '../domain/describe';
import type { Row } from '../domain/events';
import { iso } from '../domain/time';
import type { Notices } from './notices';
import type { Ports } from './ports';
import type { Rescue } from './rescue';
import type { Session } from './session';
import { erasingSentence, storageSentence } from './storageSentence';

const COPY_TROUBLE =
  'The working copy of the log failed. The journal has everything that says “Saved”; the copy is rebuilt at the next start. Keep going.';

const COPY_NEWER =
  'The working copy of the log was written by a newer version of the console, so it is left as it is. The log is read from the journal, which has everything that says “Saved”. Keep going.';

/** Says, and keeps saying, what is not saved; typing goes on meanwhile (LOG8). */
export function watchStorage(
  session: Session,
  notices: Notices,
  ports: Pick<Ports, 'copy'>,
  rescue: Rescue,
): void {
  session.store.subscribe(({ unread }, before) => {
    if (unread === before.unread) return;
    if (unread) tellUnread(unread, notices);
    else notices.dismiss('unread');
  });
  session.store.subscribe(({ unerased }, before) => {
    if (unerased === before.unerased) return;
    if (unerased) tellUnerased(unerased, session, notices);
    else notices.dismiss('unerased');
  });
  session.store.subscribe((state, before) => {
    const same = state.failure === before.failure && state.unsaved === before.unsaved;
    if (same) return;
    // A row was acknowledged: what the start found is over.
    if (state.failure === null && state.unsaved < before.unsaved) notices.dismiss('unwritable');
    if (state.failure === null || state.unsaved === 0) return notices.dismiss('unsaved');
    notices.show({
      id: 'unsaved',
      tone: 'error',
      standing: true,
      text: unsavedSentence(state.unsaved, state.failure),
      actions: [
        { label: 'Copy them', perform: () => void ports.copy(asText(session.unsavedRows())) },
        { label: 'Try again', perform: () => session.retry() },
        ...rescue.actions(),
      ],
    });
  });
}

function tellUnread({ path, detail }: StorageFailure, notices: Notices): void {
  const where = path === '' ? detail : `“${path}”: ${detail}`;
  notices.show({
    id: 'unread',
    tone: 'error',
    text: `The journal of this incident could not be read or completed (${where}). What the working copy holds is shown. You can go on typing.`,
  });
}

function tellUnerased(failure: StorageFailure, session: Session, notices: Notices): void {
  notices.show({
    id: 'unerased',
    tone: 'error',
    standing: true,
    text: `The redacted text is hidden here, but still on the disk. ${erasingSentence(failure)} The redaction itself is saved, and is carried out at the next start at the latest, if the disk can be written.`,
    actions: [{ label: 'Try again', perform: () => session.eraseAgain() }],
  });
}

export function tellCopyTrouble(notices: Notices, why = ''): void {
  const text = why.startsWith('WorkingCopyNewer') ? COPY_NEWER : COPY_TROUBLE;
  notices.show({ id: 'copy-trouble', tone: 'warning', text });
}

/** The journal was behind the working copy, or a part of it damaged; what the copy has was written back. */
export function tellReturned(notices: Notices): (rows: number) => void {
  let all = 0;
  return (rows) => {
    all += rows;
    notices.show({ id: 'returned', tone: 'warning', text: returnedSentence(all) });
  };
}

/** The working copy was gone, behind or damaged; nothing that said "Saved" is missing. */
export function tellRestored(count: number, notices: Notices): void {
  // After a crash that sentence stands there already.
  if (notices.store.getState().some((notice) => notice.id === 'recovery')) return;
  const rows = count === 1 ? '1 row' : `${count} rows`;
  notices.show({
    id: 'restored',
    tone: 'info',
    text: `Rebuilt from the journal: ${rows}. Everything that said “Saved” is here.`,
  });
}

/** What the start found, once. */
export function tellJournalState(
  state: JournalState,
  notices: Notices,
  rescue: Pick<Rescue, 'actions'> & Partial<Pick<Rescue, 'leaving'>>,
  details?: () => void,
): void {
  if (state.unwritable) {
    notices.show({
      id: 'unwritable',
      tone: 'error',
      text: `Nothing can be saved here. ${storageSentence(state.unwritable)} You can type; copy it or save it elsewhere before you quit.`,
      standing: true,
      actions: [...rescue.actions(), ...(rescue.leaving?.() ?? [])],
    });
  }
  const text = state.recovery && recoverySentence(state.recovery);
  if (!text || !state.recovery) return;
  const isDamaged = state.recovery.unreadableLines.length > 0;
  notices.dismiss('restored');
  notices.show({
    id: 'recovery',
    tone: isDamaged ? 'warning' : 'info',
    text,
    ...(isDamaged ? detailsAction(details) : {}),
  });
}

const detailsAction = (details: (() => void) | undefined) =>
  details ? { actions: [{ label: 'Details', perform: details }] } : {};

const returnedSentence = (rows: number): string =>
  rows === 1
    ? 'The journal lacked 1 row. It was in the working copy and is in the journal again.'
    : `The journal lacked ${rows} rows. They were in the working copy and are in the journal again.`;

/** The journal was found damaged while idle. */
export function tellDamage(file: string, why: string, notices: Notices, details?: () => void): void {
  notices.show({
    id: `damage ${file}`,
    tone: 'warning',
    text: `The journal file “${file}” is damaged (${why}). What the working copy has of it was written back. The damaged line stays where it is, and stands in the folder “aside” too. If something is missing, a backup has it.`,
    ...detailsAction(details),
  });
}

function unsavedSentence(count: number, failure: StorageFailure): string {
  const rows = count === 1 ? '1 entry is' : `${count} entries are`;
  return `NOT SAVED: ${rows} held in memory only. ${storageSentence(failure)}`;
}

function recoverySentence(recovery: Recovery): string | undefined {
  const parts: string[] = [];
  if (recovery.uncleanExit) {
    parts.push('The console did not end by itself last time. Everything that said “Saved” is here.');
  }
  if (recovery.tornTails.length > 0) {
    parts.push(
      `The last, unfinished line of ${recovery.tornTails.length === 1 ? 'a journal' : `${recovery.tornTails.length} journals`} was set aside.`,
    );
  }
  for (const { file, line, why } of recovery.unreadableLines.slice(0, 5)) {
    const what = line === 0 ? `“${file}”` : `Line ${line} of “${file}”`;
    parts.push(`${what} could not be read (${why}); the rest was.`);
  }
  const more = recovery.unreadableLines.length - 5;
  if (more > 0) parts.push(`${more} more lines could not be read either.`);
  if (recovery.returnedRows > 0) parts.push(returnedSentence(recovery.returnedRows));
  return parts.length === 0 ? undefined : parts.join(' ');
}

/** Rows as lines a person can paste somewhere safe. */
function asText(rows: readonly Row[]): string {
  return rows
    .map((row) => `${iso(row.at)} ${row.by} ${describe(row.event)?.text ?? JSON.stringify(row.event)}`)
    .join('\n');
}
