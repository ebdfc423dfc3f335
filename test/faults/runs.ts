import { test } from '@playwright/test';

/** `npm run test:faults` asks for the long version; `npm test` runs the short one, without figures of time. */
export const isLong = process.env['FAULTS'] === 'long';

/** How often a fault is tried: `short` times in `npm test`, `long` times in `npm run test:faults`. */
export const runs = (counts: { readonly short: number; readonly long: number }): number =>
  isLong ? counts.long : counts.short;

/**
 * A figure for the table that `npm run test:faults` prints; the same name from several tests adds up.
 *
 * @example figure('rows lost in kills', 0)
 */
export function figure(name: string, value: number): void {
  test.info().annotations.push({ type: 'figure', description: JSON.stringify({ name, value }) });
}

/** A test of the long version only. */
export const longTest: (title: string, body: () => Promise<void>) => void = isLong ? test : () => undefined;
