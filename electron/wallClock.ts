/**
 * The main process's clocks; the only file that reads them. Everything else gets a `Clock`, so that
 * tests can move time.
 */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z; a person or NTP may set it back or forward. */
  readonly wall: () => number;
  /** Milliseconds since some fixed moment of this process; never goes back, may stop while asleep. */
  readonly mono: () => number;
}

export const systemClock: Clock = {
  wall: () => Date.now(),
  mono: () => performance.now(),
};

/**
 * An instant as part of a file name: ISO 8601 in UTC with `-` for `:`, which Windows forbids.
 *
 * @example fileTime(0) // '1970-01-01T00-00-00.000Z'
 */
export function fileTime(epochMs: number): string {
  return new Date(epochMs).toISOString().replaceAll(':', '-');
}
