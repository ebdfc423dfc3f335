import type { IncidentId, Stamp } from '../domain/ids';
import type { Drafts } from './drafts';
import { formKeyOf } from './formKeys';
import type { Session } from './session';
import type { DialogName, View } from './view';

/** Whose composer stands open, which entry is being reworded or read, and which dialog; kept with the text typed into them. */
const COMPOSER = 'open:composer';
const EDITING = 'open:editing';
const DIALOG = 'open:dialog';
/** The incident and the entry somebody was reading, further up than the end. */
const PLACE = 'open:place';

/**
 * Brings back what stood open when the last run ended, and keeps what does from now on. The composer and
 * the editor start from the incident, so they wait for it.
 */
export function keepView(view: View, drafts: Drafts, session: Session): void {
  const wanted = session.store.getState().openId;
  const dialog = keptDialog(drafts);
  if (wanted === null) reopen(view, drafts, session, dialog);
  const stop = session.store.subscribe(({ status, openId }) => {
    if (status === 'opening' && openId === wanted) return;
    stop();
    if (wanted === null || openId !== wanted) return;
    const composerOpen = drafts.get(COMPOSER) === wanted;
    view.set({ composerOpen, editing: (drafts.get(EDITING) || null) as Stamp | null });
    const [incident, entry] = drafts.get(PLACE).split(' ');
    if (incident === wanted && entry) view.set({ revealed: { entry: entry as Stamp, times: 1 } });
    // What opens takes the focus; at a start it is the pad's, where somebody may be typing already.
    view.focusPad();
    reopen(view, drafts, session, dialog);
  });
  view.store.subscribe(({ composerOpen, editing, dialog: open }, before) => {
    const shown = session.store.getState().openId ?? '';
    if (composerOpen !== before.composerOpen) drafts.set(COMPOSER, composerOpen ? shown : '');
    if (open !== before.dialog) {
      const typedInto = open?.name === 'leave' ? open.over : open;
      const takesText = typedInto !== null && formKeyOf({ session }, typedInto) !== undefined;
      drafts.set(DIALOG, takesText ? JSON.stringify(typedInto) : '');
    }
    if (editing !== before.editing) drafts.set(EDITING, editing ?? '');
  });
}

/** Keeps the entry in the middle of what is read; null at the end of the timeline. */
export function keepPlace(drafts: Drafts, openId: IncidentId | null, entry: Stamp | null): void {
  drafts.set(PLACE, openId === null || entry === null ? '' : `${openId} ${entry}`);
}

/** Only with something typed in it: an untouched one would but stand before the pad. */
function reopen(view: View, drafts: Drafts, session: Session, dialog: DialogName | null): void {
  if (dialog === null || view.store.getState().dialog !== null) return;
  const form = formKeyOf({ session }, dialog);
  if (form !== undefined && drafts.has(form)) view.openDialog(dialog);
}

function keptDialog(drafts: Drafts): DialogName | null {
  try {
    return JSON.parse(drafts.get(DIALOG) || 'null') as DialogName | null;
  } catch {
    return null;
  }
}
