import type { Console } from './console';
import { always, type Doing } from './doing';
import type { Theme } from './settings';

const AFTER: { readonly [T in Theme]: Theme } = { auto: 'dark', dark: 'light', light: 'auto' };

type Turn = (settings: Pick<Console, 'settings'>) => void;

export const turnTheme: Turn = ({ settings }) =>
  settings.change({ theme: AFTER[settings.store.getState().theme] });

export const turnZone: Turn = ({ settings }) =>
  settings.change({ clockZone: settings.store.getState().clockZone === 'utc' ? 'local' : 'utc' });

export const turnSound: Turn = ({ settings }) => settings.change({ muted: !settings.store.getState().muted });

const turning = (perform: Turn): Doing => ({ inIncident: false, unavailable: always, perform });

/** What the status line turns, for those who look for it in the palette. */
export const SETTING_DOINGS = {
  theme: turning(turnTheme),
  'clock-zone': turning(turnZone),
  sound: turning(turnSound),
} as const satisfies { readonly [id: string]: Doing };
