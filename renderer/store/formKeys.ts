import type { Session } from './session';
import type { DialogName } from './view';

/**
 * Under which key the drafts keep what is typed into a dialog; undefined for one that takes no text. The
 * reason for one incident must not turn up in another, nor that for a roll-back in a traffic shift.
 */
export function formKeyOf(
  { session }: { readonly session: Session },
  dialog: DialogName,
): string | undefined {
  const incident = session.store.getState().openId ?? '';
  switch (dialog.name) {
    case 'declare':
    case 'settings':
      return dialog.name;
    case 'phase':
      return `phase:${incident}:${dialog.to}`;
    case 'mitigate':
      return `mitigate:${incident}:${dialog.action}`;
    case 'redact':
    case 'make-action':
      return `${dialog.name}:${dialog.entry}`;
    case 'times':
    case 'severity':
    case 'snooze':
    case 'cadence':
    case 'resolve':
    case 'reopen':
    case 'title':
      return `${dialog.name}:${incident}`;
    default:
      return undefined;
  }
}
