import { contextBridge, ipcRenderer } from 'electron';
import { messageChannels, pushChannels, requestChannels } from './channels';
import type { Bridge, Messages, PreloadMessages, Pushes, Requests } from './contract';
import { watchDrops } from './drops';
import { PushInbox } from './pushInbox';

const inbox = new PushInbox();
for (const channel of pushChannels) {
  ipcRenderer.on(channel, (_event, payload: unknown) => inbox.receive(channel, payload));
}

/** Named verbs only: nothing of Electron or Node reaches the page, and no other channel exists. */
const bridge = {
  call<K extends keyof Requests>(channel: K, ...args: Requests[K]['args']): Promise<Requests[K]['result']> {
    if (!requestChannels.includes(channel)) return Promise.reject(unknownChannel(channel));
    return ipcRenderer.invoke(channel, ...args) as Promise<Requests[K]['result']>;
  },
  send<K extends keyof Messages>(channel: K, ...args: Messages[K]): void {
    if (!messageChannels.includes(channel)) throw unknownChannel(channel);
    ipcRenderer.send(channel, ...args);
  },
  on<K extends keyof Pushes>(channel: K, listener: (payload: Pushes[K]) => void): () => void {
    if (!pushChannels.includes(channel)) throw unknownChannel(channel);
    return inbox.listen(channel, (payload) => listener(payload as Pushes[K]));
  },
} satisfies Bridge;

contextBridge.exposeInMainWorld('bridge', bridge);
inbox.listen('app:ping' satisfies keyof Pushes, () =>
  ipcRenderer.send('app:pong' satisfies keyof PreloadMessages),
);
watchDrops((paths) => ipcRenderer.send('bundle:dropped' satisfies keyof PreloadMessages, paths));

function unknownChannel(channel: unknown): Error {
  return new Error(`no such channel: ${String(channel)}`);
}
