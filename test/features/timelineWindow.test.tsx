import { act, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../renderer/domain/timeline';
import { ConsoleUnderTest } from '../support/consoleForTests';
import { INC_B, logOf } from '../support/logRows';
import { renderConsole, type WindowUnderTest } from '../support/renderConsole';
import { settle } from '../support/settle';
import { SlowLog } from '../support/slowLog';

const MANY = 2_000;

async function renderMany(log = new SlowLog()): Promise<WindowUnderTest> {
  const test = new ConsoleUnderTest({ log });
  await test.open(logOf(MANY - 1));
  test.world.pass(MANY * 1_000);
  return renderConsole(test);
}

/**
 * Counts how often each of these entries is drawn: a row alone reads who wrote it, and each drawing
 * reads it again.
 */
function countDrawings(entries: readonly Entry[]): () => number {
  let drawings = 0;
  for (const entry of entries) {
    const { by } = entry;
    Object.defineProperty(entry, 'by', {
      get: () => {
        drawings += 1;
        return by;
      },
    });
  }
  return () => drawings;
}

function mountedEntries({ test, rows }: WindowUnderTest): readonly Entry[] {
  const shown = new Set(rows.map((row) => row.getAttribute('aria-posinset')));
  return test.entries.filter((_, i) => shown.has(String(i + 1)));
}

describe('a log of 2,000 entries (LOG6)', () => {
  it('has at most 200 rows mounted, and says where they stand', async () => {
    const window = await renderMany();
    expect(window.test.entries).toHaveLength(MANY);
    expect(window.rows.length).toBeGreaterThan(10);
    expect(window.rows.length).toBeLessThanOrEqual(200);
    const last = window.rows.at(-1);
    expect(last?.textContent).toContain(`note ${MANY - 1}`);
    expect([last?.getAttribute('aria-posinset'), last?.getAttribute('aria-setsize')]).toEqual([
      String(MANY),
      String(MANY),
    ]);
  });

  it('shows the part that is scrolled to', async () => {
    const window = await renderMany();
    await act(async () => {
      screen.getByTestId('timeline').scrollTo({ top: 0 });
      await settle();
    });
    expect(window.rows[0]?.dataset['kind']).toBe('declared');
    expect(window.rows.length).toBeLessThanOrEqual(200);
  });

  it('counts what was logged while somebody reads further up, draws no row for it, and leads there', async () => {
    const window = await renderMany();
    expect(screen.queryByRole('button', { name: 'Newest' })).toBeNull();
    await act(async () => {
      screen.getByTestId('timeline').scrollTo({ top: 0 });
      await settle();
    });
    const drawings = countDrawings(mountedEntries(window));
    expect(window.button('Newest')).toBeDefined();
    window.pad.focus();
    await window.user.keyboard('db01 is read-only{Enter}db02 too{Enter}');
    expect(window.pad).toBe(document.activeElement);
    expect(drawings()).toBe(0);
    await window.user.click(window.button('2 new'));
    await window.pass(50);
    expect(window.rows.at(-1)?.textContent).toContain('db02 too');
    expect(window.pad).toBe(document.activeElement);
    expect(screen.queryByRole('button', { name: /new$|Newest/ })).toBeNull();
  });

  it('shows a new entry at once, and draws no other row for it', async () => {
    const log = new SlowLog();
    const window = await renderMany(log);
    const mounted = mountedEntries(window);
    expect(mounted.length).toBeGreaterThan(10);
    const drawings = countDrawings(mounted);
    log.hold('append');
    await window.user.keyboard('db01 is read-only{Enter}');
    expect(window.rows.at(-1)?.textContent).toContain('db01 is read-only');
    expect(drawings()).toBe(0);
    await window.pass(300);
    expect(window.row('db01 is read-only').textContent).toContain('not saved yet');
    log.release('append');
    await act(settle);
    expect(window.row('db01 is read-only').textContent).not.toContain('not saved yet');
    expect(drawings()).toBe(0);
  });

  it('draws no row for a keystroke, and none for a second that passes', async () => {
    const window = await renderMany();
    const drawings = countDrawings(mountedEntries(window));
    await window.user.keyboard('db01 is read-only, and so is /at db02');
    await window.pass(3_000);
    expect(drawings()).toBe(0);
  });

  it('draws no other row for an entry that is edited', async () => {
    const window = await renderMany();
    const [entry, ...others] = mountedEntries(window);
    const drawings = countDrawings(others);
    await window.act((test) =>
      test.run({ type: 'edit-entry', entry: entry?.id ?? ('' as never), text: 'reworded' }),
    );
    expect(drawings()).toBe(0);
    expect(window.row('reworded').textContent).toContain('edited');
  });

  /** What a drawing costs in reads, so that a count of 0 above means what it says. */
  it('draws every row when the zone shown changes', async () => {
    const window = await renderMany();
    const mounted = mountedEntries(window);
    const drawings = countDrawings(mounted);
    await window.act((test) => test.console.settings.change({ clockZone: 'utc' }));
    expect(drawings()).toBe(0);
    await window.act((test) => {
      Object.assign(test.console.ports, { timeZone: 'Asia/Kolkata' });
      test.console.settings.change({ clockZone: 'local' });
    });
    expect(drawings()).toBeGreaterThanOrEqual(mounted.length);
  });

  it('starts another incident at its own end', async () => {
    const window = await renderMany();
    await window.act((test) => test.open(logOf(3, INC_B)));
    expect(window.rows.map((row) => row.querySelector('bdi')?.textContent)).toEqual([
      'Declared Sev 1: Checkout errors (inc-b)',
      'note 1',
      'note 2',
      'note 3',
    ]);
  });
});
