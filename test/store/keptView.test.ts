import { describe, expect, it } from 'vitest';
import type { IncidentId, Stamp } from '../../renderer/domain/ids';
import { keepView } from '../../renderer/store/keptView';
import { openIncident } from '../../renderer/store/moves';
import { ConsoleUnderTest } from '../support/consoleForTests';
import { INC_A, INC_B, logOf } from '../support/logRows';
import { settle } from '../support/settle';

const ENTRY = logOf(1)[1]?.stamp as Stamp;

/** A window that opens an incident at its start, with these drafts from the run before. */
async function started(drafts: { readonly [key: string]: string } = {}, id: IncidentId | null = INC_A) {
  const test = new ConsoleUnderTest({ drafts });
  for (const one of [INC_A, INC_B]) await test.log.append(logOf(1, one));
  const { session, view } = test.console;
  if (id !== null) void session.open(id);
  keepView(view, test.console.drafts, session);
  const early = view.store.getState();
  await settle();
  return { test, view, early, state: view.store.getState() };
}

const kept = ({ world }: ConsoleUnderTest): { readonly [key: string]: string } =>
  Object.fromEntries(world.drafts);

describe('what stands open beside the pad', () => {
  it('is back after a restart, once there is an incident to start from', async () => {
    const first = await started();
    first.view.set({ composerOpen: true });
    first.view.set({ editing: ENTRY });
    const { early, state } = await started(kept(first.test));
    expect(early).toMatchObject({ composerOpen: false, editing: null });
    expect(state).toMatchObject({ composerOpen: true, editing: ENTRY });
  });

  it('stays closed once it was closed', async () => {
    const { test, view } = await started();
    view.set({ composerOpen: true, editing: ENTRY });
    view.set({ composerOpen: false, editing: null });
    expect(kept(test)).toEqual({});
    expect((await started(kept(test))).state).toMatchObject({ composerOpen: false, editing: null });
  });

  it('is closed by going to another incident, and the composer of one is not that of another', async () => {
    const { test, view } = await started();
    view.set({ composerOpen: true });
    expect((await started(kept(test), INC_B)).state.composerOpen).toBe(false);
    await openIncident(test.console, INC_B);
    expect(kept(test)['open:composer']).toBeUndefined();
  });

  it('does not come back over an incident opened or declared meanwhile', async () => {
    const left = { 'open:composer': INC_A, 'open:editing': ENTRY };
    const fresh = await started(left, null);
    fresh.test.declare();
    expect(fresh.view.store.getState()).toMatchObject({ composerOpen: false, editing: null });
  });
});
