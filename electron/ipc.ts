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
  for (const channel of requestChannels) {
    ipcMain.handle(channel, async (event, ...args: unknown[]) => {
      const sender = senderOf(event, page);
      const handler = (await coming).requests[channel] as (...args: unknown[]) => unknown;
      return guarded<unknown[], unknown>(channel, requestGuards[channel], handler)(sender, args);
    });
  }
  for (const channel of [...messageChannels, ...preloadChannels]) {
    ipcMain.on(channel, (event, ...args: unknown[]) => {
      const sender = senderOf(event, page);
      // Where it never comes, the program gives up by itself.
      coming.then((wire) => take(wire, channel, sender, args)).catch(() => undefined);
    });
  }
}

const guards = { ...messageGuards, ...preloadGuards };

function take(
  { messages, fromPreload, onRefused }: Wire,
  channel: keyof typeof guards,
  sender: Sender,
  args: unknown[],
): void {
  const handler =
    channel in messages ? messages[channel as keyof Messages] : fromPreload[channel as keyof PreloadMessages];
  try {
    guarded<unknown[], void>(channel, guards[channel], handler as (...args: unknown[]) => void)(sender, args);
  } catch (error) {
    onRefused(error);
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
