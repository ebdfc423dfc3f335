/**
 * Talks to the main process as a page does, without the console's own page: what a script that got
 * into the window could do.
 */
import type { Page } from '@playwright/test';
import type { Requests, StoredRow } from '../../electron/contract';

interface Untyped {
  call(channel: string, ...args: readonly unknown[]): Promise<unknown>;
}

/** Calls main from the page. */
export async function call<K extends keyof Requests>(
  page: Page,
  channel: K,
  ...args: Requests[K]['args']
): Promise<Requests[K]['result']> {
  const sent: { channel: string; args: readonly unknown[] } = { channel, args };
  const answer: unknown = await page.evaluate((request) => {
    const { bridge } = window as unknown as { readonly bridge: Untyped };
    return bridge.call(request.channel, ...request.args);
  }, sent);
  return answer as Requests[K]['result'];
}

/** Sends rows one call each and waits for none of them. */
export async function appendWithoutWaiting(page: Page, rows: readonly StoredRow[]): Promise<void> {
  const sent: readonly object[] = rows;
  await page.evaluate((all) => {
    const { bridge } = window as unknown as { readonly bridge: Untyped };
    for (const one of all) {
      const { incidentId } = one as { readonly incidentId: string };
      void bridge.call('journal:append', { incidentId, rows: [one] });
    }
  }, sent);
}

/** All rows of an incident. */
export async function rowsOf(page: Page, incidentId: string): Promise<readonly StoredRow[]> {
  const answer = await call(page, 'journal:read', { incidentId, from: 0, limit: 5000 });
  if (!answer.ok) throw new Error(answer.failure.detail);
  return answer.value.rows;
}

/** The n-th row of an incident no page knows. */
export function rowNumber(n: number, incidentId = 'unknown-to-the-page'): StoredRow {
  const at = Date.UTC(2026, 10, 23, 3, 0, n);
  const stamp = `${new Date(at).toISOString()}_0000_dev1`;
  const event = { type: 'note-added', kind: 'note', text: `note ${n}` };
  return { incidentId, stamp, at, recordedAt: at, by: 'Dana', event };
}

export function manyRows(count: number, incidentId?: string): readonly StoredRow[] {
  return Array.from({ length: count }, (_, n) => rowNumber(n, incidentId));
}
