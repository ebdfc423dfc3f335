import type { Console } from './console';

/** The zone times are shown and read in: the machine's own, or UTC when switched. */
export const shownZone = ({ settings, ports }: Pick<Console, 'settings' | 'ports'>): string =>
  settings.store.getState().clockZone === 'utc' ? 'UTC' : ports.timeZone;
