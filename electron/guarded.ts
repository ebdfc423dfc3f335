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
    const checked = isPlain(args) ? v.safeParse(guard, args) : null;
    if (checked?.success !== true) throw new IpcRejected(channel, 'malformed arguments');
    return handler(...checked.output);
  };
}

/**
 * Lists, records, bytes and simple values only. To a shape of optional fields a date, a set, an error or no
 * bytes at all looks like an empty record, and would pass as one.
 */
function isPlain(args: unknown): boolean {
  const seen = new Set<unknown>();
  const waiting: unknown[] = [args];
  for (let value = waiting.pop(); value !== undefined || waiting.length > 0; value = waiting.pop()) {
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    if (value instanceof Uint8Array && value.length > 0) continue;
    const prototype: unknown = Object.getPrototypeOf(value);
    if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null) return false;
    for (const one of Object.values(value)) waiting.push(one);
  }
  return true;
}
