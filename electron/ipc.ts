import { ipcMain, type IpcMainEvent, type IpcMainInvokeEvent, type WebContents } from 'electron';
import type { Messages, PreloadMessages, Pushes, Requests } from './contract';
import { guarded, type Sender } from './guarded';
import { messageGuards, preloadGuards, requestGuards } from './guards';

/** An answer to every request of the contract; a channel left out does not compile. */
export type RequestHandlers = {
  readonly [K in keyof Requests]: (
    ...args: Requests[K]['args']
  ) => Requests[K]['result'] | Promise<Requests[K]['result']>;
};

export type MessageHandlers = {
  readonly [K in keyof Messages]: (...args: Messages[K]) => void;
};

export type PreloadHandlers = {
  readonly [K in keyof PreloadMessages]: (...args: PreloadMessages[K]) => void;
};

export interface Wire {
  /** Our window's contents, or null while there is none. */
  readonly page: () => WebContents | null;
  readonly requests: RequestHandlers;
  readonly messages: MessageHandlers;
  readonly fromPreload: PreloadHandlers;
  /** A message that was turned down; requests reject instead. */
  readonly onRefused: (error: unknown) => void;
}

/**
 * Answers the page. The only file that knows `ipcMain`: sender and arguments of every channel are
 * checked here, before any handler runs.
 */
export function answerPage(wire: Wire): void {
  for (const channel of namesOf(wire.requests)) {
    const handle = guarded<unknown[], unknown>(
      channel,
      requestGuards[channel],
      wire.requests[channel] as (...args: unknown[]) => unknown,
    );
    ipcMain.handle(channel, (event, ...args: unknown[]) => handle(senderOf(event, wire), args));
  }
  const messages = { ...wire.messages, ...wire.fromPreload };
  const guards = { ...messageGuards, ...preloadGuards };
  for (const channel of namesOf(messages)) {
    const take = guarded<unknown[], void>(
      channel,
      guards[channel],
      messages[channel] as (...args: unknown[]) => void,
    );
    ipcMain.on(channel, (event, ...args: unknown[]) => {
      try {
        take(senderOf(event, wire), args);
      } catch (error) {
        wire.onRefused(error);
      }
    });
  }
}

/** Sends one push; a page that is just going away hears nothing. */
export function pushTo<K extends keyof Pushes>(
  page: WebContents | null,
  channel: K,
  payload: Pushes[K],
): void {
  if (page && !page.isDestroyed()) page.send(channel, payload);
}

function senderOf(event: IpcMainInvokeEvent | IpcMainEvent, wire: Wire): Sender {
  const frame = event.senderFrame;
  return {
    url: frame?.url ?? null,
    isMainFrame: frame !== null && frame.parent === null,
    isOurWindow: event.sender === wire.page(),
  };
}

function namesOf<T extends object>(record: T): readonly (keyof T & string)[] {
  return Object.keys(record) as (keyof T & string)[];
}
