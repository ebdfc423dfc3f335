import * as v from 'valibot';
import { isConsoleUrl } from './origin';

/** Who sent a message, as far as Electron tells. */
export interface Sender {
  /** The sending frame's address; null when the frame is already gone. */
  readonly url: string | null;
  readonly isMainFrame: boolean;
  /** Sent from our own window's contents and no other. */
  readonly isOurWindow: boolean;
}

/** A call from somebody else or with arguments the contract does not know; a bug or an attack. */
export class IpcRejected extends Error {
  constructor(channel: string, why: string) {
    super(`${channel}: ${why}`);
    this.name = 'IpcRejected';
  }
}

/** Only the top frame of our own window at our own address counts as the page. */
export function isOurPage({ url, isMainFrame, isOurWindow }: Sender): boolean {
  return isOurWindow && isMainFrame && url !== null && isConsoleUrl(url);
}

/** Wraps a handler so that it sees neither foreign senders nor malformed arguments. */
export function guarded<Args extends unknown[], Result>(
  channel: string,
  guard: v.GenericSchema<unknown, Args>,
  handler: (...args: Args) => Result,
): (sender: Sender, args: unknown) => Result {
  return (sender, args) => {
    if (!isOurPage(sender)) throw new IpcRejected(channel, 'foreign sender');
    const checked = v.safeParse(guard, args);
    if (!checked.success) throw new IpcRejected(channel, 'malformed arguments');
    return handler(...checked.output);
  };
}
