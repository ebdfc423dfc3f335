import type { Stamp } from '../domain/ids';
import type { Drafts } from './drafts';
import type { Session } from './session';
import type { View } from './view';

/** Whose composer stands open, and which entry is being reworded; kept with the text typed into them. */
const COMPOSER = 'open:composer';
const EDITING = 'open:editing';

/**
 * Brings back what stood open when the last run ended, and keeps what does from now on. The composer and
 * the editor start from the incident, so they wait for it.
 */
export function keepView(view: View, drafts: Drafts, session: Session): void {
  const wanted = session.store.getState().openId;
  const stop = session.store.subscribe(({ status, openId }) => {
    if (status === 'opening' && openId === wanted) return;
    stop();
    if (wanted === null || openId !== wanted) return;
    const composerOpen = drafts.get(COMPOSER) === wanted;
    view.set({ composerOpen, editing: (drafts.get(EDITING) || null) as Stamp | null });
    // What opens takes the focus; at a start it is the pad's, where somebody may be typing already.
    view.focusPad();
  });
  view.store.subscribe(({ composerOpen, editing }, before) => {
    const shown = session.store.getState().openId ?? '';
    if (composerOpen !== before.composerOpen) drafts.set(COMPOSER, composerOpen ? shown : '');
    if (editing !== before.editing) drafts.set(EDITING, editing ?? '');
  });
}
