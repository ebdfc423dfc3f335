import { describe, expect, it } from 'vitest';
import { linkOpened, linkRefused } from '../../renderer/store/links';
import { ConsoleUnderTest } from '../support/consoleForTests';
import { settle } from '../support/settle';

const DECLARE = { kind: 'declare', title: 'Checkout down', severity: 2 } as const;

/** Two incidents, the second of which is shown. */
function twoIncidents(): ConsoleUnderTest {
  const test = new ConsoleUnderTest();
  test.declare({ title: 'First' });
  test.declare({ title: 'Second' });
  return test;
}

const dialogOf = ({ console }: ConsoleUnderTest) => console.view.store.getState().dialog;
const shown = ({ console }: ConsoleUnderTest) => console.session.store.getState().openId;

describe('a link that was followed (LNK)', () => {
  it.each(['INC-0001', 'inc-0001', 'inc-1'])('[LNK1] opens the incident called %s', async (id) => {
    const test = twoIncidents();
    linkOpened(test.console, { kind: 'incident', id });
    await settle();
    expect({ shown: shown(test), notices: test.notices }).toEqual({ shown: 'inc-1', notices: [] });
  });

  it('[LNK1] to an incident that is not here says so, and nothing moves', () => {
    const test = twoIncidents();
    linkOpened(test.console, { kind: 'incident', id: 'INC-0099' });
    expect(shown(test)).toBe('inc-2');
    expect(test.notices[0]).toContain('A link leads to INC-0099, which is not on this computer.');
  });

  it('[LNK2] does not change the incident under an open dialog, but offers to', async () => {
    const test = twoIncidents();
    test.console.view.openDialog({ name: 'severity' });
    linkOpened(test.console, { kind: 'incident', id: 'INC-0001' });
    expect({ dialog: dialogOf(test), shown: shown(test) }).toEqual({
      dialog: { name: 'severity' },
      shown: 'inc-2',
    });
    test.console.notices.store.getState()[0]?.actions?.[0]?.perform();
    await settle();
    expect({ dialog: dialogOf(test), shown: shown(test), notices: test.notices }).toEqual({
      dialog: null,
      shown: 'inc-1',
      notices: [],
    });
  });

  it('[LNK2] fills the declaring dialog in, and declares nothing', () => {
    const test = twoIncidents();
    linkOpened(test.console, DECLARE);
    expect(dialogOf(test)).toEqual({ name: 'declare', from: { title: 'Checkout down', severity: 2 } });
    expect(test.console.incidents.store.getState()).toHaveLength(2);
    expect(test.console.drafts.has('declare')).toBe(false);
  });

  it('[LNK2] leaves what somebody has typed into it, open or closed, until they choose', () => {
    const test = twoIncidents();
    test.console.drafts.set('declare:title', 'My own wo');
    linkOpened(test.console, DECLARE);
    expect(dialogOf(test)).toBeNull();
    test.console.view.openDialog({ name: 'declare' });
    linkOpened(test.console, DECLARE);
    expect(dialogOf(test)).toEqual({ name: 'declare' });
    expect(test.console.drafts.get('declare:title')).toBe('My own wo');
    test.console.notices.store.getState()[0]?.actions?.[0]?.perform();
    expect(dialogOf(test)).toMatchObject({ from: { title: 'Checkout down' } });
    expect(test.console.drafts.get('declare:title')).toBe('');
  });

  it('[LNK2] waits behind another dialog', () => {
    const test = twoIncidents();
    test.console.view.openDialog({ name: 'severity' });
    linkOpened(test.console, DECLARE);
    expect(dialogOf(test)).toEqual({ name: 'severity' });
    expect(test.notices[0]).toContain('A link wants to declare “Checkout down”.');
  });

  it('[LNK3] that could not be read says what links look like', () => {
    const test = twoIncidents();
    linkRefused(test.console);
    expect(test.notices[0]).toContain('A link could not be read, and nothing was done.');
  });
});
