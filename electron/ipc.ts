import { ipcMain, type IpcMainEvent, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { messageChannels, preloadChannels, requestChannels } from './channels';
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

/** What the page's calls reach, once the profile is open. */
export interface Wire {
  readonly requests: RequestHandlers;
  readonly messages: MessageHandlers;
  readonly fromPreload: PreloadHandlers;
  /** A message that was turned down; requests reject instead. */
  readonly onRefused: (error: unknown) => void;
}

/** Our window's contents, or null while there is none. */
export type PageNow = () => WebContents | null;

/**
 * Answers the page; what it asks before the profile is open waits for that, in order. The only file that
 * knows `ipcMain`: sender and arguments of every channel are checked here, before any handler runs.
 */
export function answerPage(page: PageNow, coming: Promise<Wire>): void {
  // Where it never comes, the program gives up by itself and says so once.
  coming.catch(() => undefined);
  for (const channel of requestChannels) {
    const handle = guarded<unknown[], unknown>(channel, requestGuards[channel], async (...args) => {
      const { requests } = await coming;
      return (requests[channel] as (...args: unknown[]) => unknown)(...args);
    });
    ipcMain.handle(channel, (event, ...args: unknown[]) => handle(senderOf(event, page), args));
  }
  const guards = { ...messageGuards, ...preloadGuards };
  const refused = async (error: unknown): Promise<void> => (await coming).onRefused(error);
  for (const channel of [...messageChannels, ...preloadChannels]) {
    const take = guarded<unknown[], Promise<void>>(channel, guards[channel], async (...args) => {
      const { messages, fromPreload } = await coming;
      const handler =
        channel in messages
          ? messages[channel as keyof Messages]
          : fromPreload[channel as keyof PreloadMessages];
      (handler as (...args: unknown[]) => void)(...args);
    });
    ipcMain.on(channel, (event, ...args: unknown[]) => {
      const taken = async (): Promise<void> => take(senderOf(event, page), args);
      taken()
        .catch(refused)
        .catch(() => undefined);
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

function senderOf(event: IpcMainInvokeEvent | IpcMainEvent, page: PageNow): Sender {
  const frame = event.senderFrame;
  return {
    url: frame?.url ?? null,
    isMainFrame: frame !== null && frame.parent === null,
    isOurWindow: event.sender === page(),
  };
}
