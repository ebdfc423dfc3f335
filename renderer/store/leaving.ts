import type { Console } from './console';

/** Why a person is asked before the console ends. */
export interface Reasons {
  /** Live incidents; the most urgent first. */
  readonly live: readonly { readonly name: string; readonly title: string }[];
  /** Rows that can't be written down just now. */
  readonly unsaved: number;
}

/** Undefined when it may end without a word (END1). */
export function reasonsToStay({ incidents, session }: Console): Reasons | undefined {
  const live = incidents.store.getState().filter((one) => !one.isResolved);
  const { failure, unsaved } = session.store.getState();
  const stuck = failure === null ? 0 : unsaved;
  return live.length === 0 && stuck === 0 ? undefined : { live, unsaved: stuck };
}

/**
 * A person closed the window or chose Quit. Main waits for the answer to a closed window only so long;
 * Quit was said in words, and its question stays (END3).
 */
export function askedToLeave(console: Console, how: 'close' | 'quit'): void {
  const { view, ports } = console;
  if (reasonsToStay(console) === undefined) return ports.program.leave('quit');
  const { dialog } = view.store.getState();
  const over = dialog?.name === 'leave' ? dialog.over : dialog;
  view.openDialog({ name: 'leave', how, over });
  ports.program.leave(how === 'close' ? 'asking' : 'stay');
}

/** The sentence of the question. */
export function whatIsLeft({ live, unsaved }: Reasons): string {
  const [first, ...others] = live;
  const more = others.length === 0 ? '' : ` and ${others.length} more are`;
  const incident = first ? `${first.name} “${first.title}”${more === '' ? ' is' : more} live.` : '';
  const rows = unsaved === 1 ? '1 row is' : `${unsaved} rows are`;
  const lost = unsaved === 0 ? '' : `${rows} not saved yet: copy them first.`;
  return [incident, lost].filter(Boolean).join(' ');
}
