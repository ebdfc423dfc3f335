import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { iso } from '../../renderer/domain/time';
import { PageWorld } from '../support/pageWorld';
import { renderIncident, type WindowUnderTest } from '../support/renderConsole';

const problem = (): string | null | undefined =>
  document.getElementById('pad-problem')?.querySelector('p')?.textContent;
const parts = (): readonly (string | null)[] =>
  [...(screen.queryByLabelText('Read as')?.children ?? [])].map((part) => part.textContent);

async function enter(window: WindowUnderTest, line: string): Promise<void> {
  await window.user.keyboard(`${line.replaceAll(/[{[]/g, '$&$&')}{Enter}`);
}

describe('commands in the pad (GRM)', () => {
  it('[GRM11] a scribe runs a good part of an incident without leaving it', async () => {
    const window = await renderIncident({ settings: { people: ['Ana Lima'] } });
    const lines = [
      '/role ic @dana',
      '/role comms @ana',
      '/role sme @sam payments',
      '/impact 12 % of checkouts fail',
      '/mitigate rollback web to 2.3 @sam check 10m',
      '/mitigate shift EU to Dublin',
      '/worked rollback 5xx at 0.1 %',
      '/didnt',
      '/decide stay on 2.3',
      '/sev 2 EU only',
      '/phase mitigation',
      '/action alert on 5xx burn @ana due 2026-12-01',
      'TODO: document the rollback',
      '/snooze 5 rollback is finishing',
      '/handover @ana',
      '/pin',
    ];
    for (const line of lines) {
      await enter(window, line);
      expect([line, problem(), window.pad.value]).toEqual([line, undefined, '']);
      expect(document.activeElement).toBe(window.pad);
    }
    const { incident } = window.test;
    expect(incident.holders.commander?.person).toBe('Ana Lima');
    expect(incident.holders.communications?.person).toBe('Ana Lima');
    expect(incident.experts.map(({ person, area }) => [person, area])).toEqual([['sam', 'payments']]);
    expect(incident.attempts.map(({ what, owner, judged }) => [what, owner, judged?.verdict])).toEqual([
      ['web to 2.3', 'sam', 'worked'],
      ['EU to Dublin', 'Dana', 'didnt'],
    ]);
    expect([incident.severity, incident.phase, incident.clock?.mode]).toEqual([2, 'mitigation', 'snoozed']);
    expect(incident.actionItems.map(({ text, owner, dueOn }) => [text, owner, dueOn])).toEqual([
      ['alert on 5xx burn', 'Ana Lima', '2026-12-01'],
      ['document the rollback', undefined, undefined],
    ]);
    expect(window.test.entries.find(({ pinned }) => pinned)?.kind).toBe('role');
    expect(window.row('stay on 2.3').dataset['kind']).toBe('decision');
  });

  it('[GRM2] gives a command the time of its line', async () => {
    const window = await renderIncident();
    await enter(window, '/at 02:58 /sev 3 two hosts');
    const entry = window.test.lastWritten;
    expect(entry && [entry.kind, iso(entry.at), iso(entry.recordedAt)]).toEqual([
      'severity',
      '2026-11-23T02:58:00.000Z',
      '2026-11-23T03:04:00.000Z',
    ]);
    await window.user.keyboard('/sev 2 ');
    await window.pass(50_000);
    await enter(window, 'EU');
    expect(window.test.incident.severityChanges.at(-1)?.at).toBe(Date.parse('2026-11-23T03:04:00Z'));
  });

  it.each([
    ['/sev 2', /Say why the severity changes/],
    ['/sev 1 as it was', /That is the severity already/],
    ['/role sme sam web', /Put an @ before/],
    ['/worked', /No mitigation attempt is open/],
    ['/mitigate rollback web check 900m', /Check back in 1 to 240 minutes/],
    ['/snooze 7 x', /Snooze for 5, 10 or 15 minutes/],
    ['/at 02:58 /snooze 5 x', /can’t be given another time/],
    ['/at 02:58 /resolve', /can’t be given another time/],
    ['/update the world', /not an audience/],
    ['/help me', /Nothing follows/],
    ['/at yesterday it broke', /time of day/],
  ])('[GRM11] keeps “%s”, says why, and how to log it as text', async (line, sentence) => {
    const window = await renderIncident();
    const before = window.test.entries.length;
    await enter(window, line);
    expect(problem()).toMatch(sentence);
    expect(screen.getByText('Ctrl+Enter logs the line as text.')).toBeDefined();
    expect(window.pad.value).toBe(line);
    expect(window.test.entries).toHaveLength(before);
    await window.user.keyboard('{Control>}{Enter}{/Control}');
    expect(window.test.lastWritten).toMatchObject({ kind: 'note', text: line });
    expect(problem()).toBeUndefined();
  });

  it('[GRM11] says what going back to a phase needs', async () => {
    const window = await renderIncident();
    await enter(window, '/phase mitigation');
    await enter(window, '/phase triage');
    expect(problem()).toMatch(/needs a reason: \/phase triage/);
    expect(window.pad.value).toBe('/phase triage');
  });

  it('[GRM5] asks which attempt is meant, and names them', async () => {
    const window = await renderIncident();
    await enter(window, '/mitigate rollback web');
    await enter(window, '/mitigate shift EU');
    await enter(window, '/worked all fine');
    expect(problem()).toMatch(/Say which.*“web”, “EU”/);
  });

  it('[GRM2] offers both instants of an hour shown twice, for a command too', async () => {
    const world = new PageWorld('2026-10-25T03:00:00Z', 'Europe/London');
    const window = await renderIncident({ world });
    await enter(window, '/at 01:30 /sev 2 EU only');
    expect(problem()).toMatch(/happened twice/);
    await window.user.click(window.button('2026-10-25 00:30:00 UTC'));
    const entry = window.test.lastWritten;
    expect(entry && [entry.kind, iso(entry.at)]).toEqual(['severity', '2026-10-25T00:30:00.000Z']);
    expect(window.pad.value).toBe('');
  });

  it('[GRM1] offers both days that two numbers may mean', async () => {
    const window = await renderIncident();
    await window.user.keyboard('/at 01/10 14:32 first alert');
    expect(parts()).toEqual(['still needed: which number is the month; Enter asks']);
    await window.user.keyboard('{Enter}');
    expect(problem()).toMatch(/^Either number may be the month/);
    await window.user.click(window.button(/^2026-10-01 14:32:00/));
    const entry = window.test.lastWritten;
    expect(entry && [entry.text, iso(entry.at)]).toEqual(['first alert', '2026-10-01T14:32:00.000Z']);
  });

  it('[GRM4] opens what a line asks for, filled in', async () => {
    const window = await renderIncident();
    await enter(window, '/resolve rolled back');
    await window.dialog('Resolve');
    expect((window.field('How it ended') as HTMLInputElement).value).toBe('rolled back');
    await window.user.keyboard('{Escape}');
    await enter(window, '/drill cache is cold');
    await window.dialog('Declare incident');
    expect((window.field('What is broken?') as HTMLInputElement).value).toBe('cache is cold');
    expect(screen.getByLabelText<HTMLInputElement>('This is a drill').checked).toBe(true);
  });

  it('[GRM4] opens the composer for an audience, and the sheet of keys', async () => {
    const window = await renderIncident();
    await enter(window, '/update executives');
    expect(screen.getByRole('heading', { name: 'Update 1 for executives' })).toBeDefined();
    await window.user.keyboard('all is well{Control>}{Enter}{/Control}');
    expect(window.test.incident.updates[0]?.audience).toBe('executives');
    await window.user.keyboard('/help{Enter}');
    const sheet = await window.dialog('Keyboard shortcuts');
    expect(sheet.textContent).toContain('/mitigate kind what @who check 5m');
  });
});

describe('how a line is understood (GRM9)', () => {
  it('[GRM9] stands above the pad part by part, and what is still needed', async () => {
    const window = await renderIncident();
    await window.user.keyboard('5xx at 12 %');
    expect(parts()).toEqual([]);
    await window.user.clear(window.pad);
    await window.user.keyboard('/sev');
    expect(parts()).toEqual(['still needed: a level, 1–4, and why']);
    await window.user.keyboard(' 2');
    expect(parts()).toEqual(['Severity Sev 2', 'still needed: why']);
    await window.user.keyboard(' EU only');
    expect(parts()).toEqual(['Severity Sev 2', 'Reason EU only']);
    await window.user.clear(window.pad);
    await window.user.keyboard('/at 02:58 /decide go');
    expect(parts()).toEqual(['Decision go', 'at 2026-11-23 02:58:00']);
  });

  it('[GRM9] draws nothing anew while plain text is typed', async () => {
    const window = await renderIncident();
    await window.user.keyboard('a');
    const { nodes, stop } = changesIn(document.body);
    await window.user.keyboard('nother plain line about db01');
    expect(nodes()).toBe(0);
    stop();
  });
});

/** Counts what is added to or taken from the page. */
function changesIn(root: Node): { readonly nodes: () => number; readonly stop: () => void } {
  let count = 0;
  const tally = (records: readonly MutationRecord[]): void => {
    for (const record of records) if (!isInside(record.target, 'textarea')) count += 1;
  };
  const observer = new MutationObserver(tally);
  observer.observe(root, { childList: true, subtree: true, characterData: true });
  return {
    nodes: () => {
      tally(observer.takeRecords());
      return count;
    },
    stop: () => observer.disconnect(),
  };
}

const isInside = (node: Node, selector: string): boolean =>
  (node instanceof Element ? node : node.parentElement)?.closest(selector) !== null;

describe('completions above the pad (GRM10)', () => {
  const options = (): readonly (string | null)[] =>
    screen.queryAllByRole('option').map((option) => option.querySelector('span')?.textContent ?? null);
  const active = (): string | undefined =>
    document.getElementById(document.activeElement?.getAttribute('aria-activedescendant') ?? '')
      ?.textContent ?? undefined;

  it('[GRM10] Tab takes the first, the text stays a text field, and the cursor in it', async () => {
    const window = await renderIncident({ settings: { people: ['Ana Lima', 'Sam Lee'] } });
    await window.user.keyboard('/ro');
    expect(options()).toEqual(['/role']);
    expect(window.pad.getAttribute('aria-controls')).toBe(screen.getByRole('listbox').id);
    expect(window.pad.getAttribute('role')).toBeNull();
    await window.user.keyboard('{Tab}');
    expect(window.pad.value).toBe('/role ');
    expect(options()).toEqual(['ic', 'comms', 'scribe', 'deputy', 'sme']);
    await window.user.keyboard('c{Tab}');
    expect(options()).toEqual(['@Ana Lima', '@Sam Lee']);
    await window.user.keyboard('{ArrowDown}{ArrowDown}');
    expect(active()).toBe('@Sam Lee');
    await window.user.keyboard('{Enter}');
    expect(window.pad.value).toBe('/role comms @Sam Lee ');
    expect(document.activeElement).toBe(window.pad);
    await window.user.keyboard('{Enter}');
    expect(window.test.incident.holders.communications?.person).toBe('Sam Lee');
  });

  it('[GRM10] Enter logs as long as nobody moved in the list', async () => {
    const window = await renderIncident();
    await window.user.keyboard('see #');
    expect(options()).toContain('#impact');
    await window.user.keyboard('{Enter}');
    expect(window.test.lastWritten?.text).toBe('see #');
    expect(options()).toEqual([]);
  });

  it('[GRM10] Escape closes the list only, until another piece is begun', async () => {
    const window = await renderIncident();
    await window.user.keyboard('/wor{Escape}');
    expect([window.pad.value, options()]).toEqual(['/wor', []]);
    await window.user.keyboard('k');
    expect(options()).toEqual([]);
    await window.user.keyboard('ed #');
    expect(options()).toContain('#cause');
  });

  it('[GRM10] goes around in a ring, and Up begins next to the pad', async () => {
    const window = await renderIncident();
    await window.user.keyboard('/sev {ArrowUp}');
    expect(active()).toMatch(/^4/);
    await window.user.keyboard('{ArrowDown}');
    expect(active()).toMatch(/^1/);
  });

  it('[GRM10] leaves the keys to an input method that composes', async () => {
    const window = await renderIncident();
    await window.user.keyboard('/se');
    fireEvent.keyDown(window.pad, { key: 'Tab', isComposing: true });
    expect(window.pad.value).toBe('/se');
    fireEvent(window.pad, new InputEvent('input', { bubbles: true, isComposing: true, data: 'v' }));
    expect(options()).toEqual([]);
  });

  it('[GRM10] is taken with the mouse, too', async () => {
    const window = await renderIncident();
    await window.user.keyboard('/se');
    await window.user.click(screen.getByRole('option', { name: /sev/ }));
    expect(window.pad.value).toBe('/sev ');
    expect(document.activeElement).toBe(window.pad);
  });

  it('[GRM10] closes when the cursor or the focus goes elsewhere', async () => {
    const window = await renderIncident();
    await window.user.keyboard('/sev ');
    await window.user.keyboard('{ArrowLeft}');
    expect(options()).toEqual([]);
    await window.user.clear(window.pad);
    await window.user.keyboard('@');
    fireEvent.blur(window.pad);
    expect(options()).toEqual([]);
  });

  it('[GRM10] offers the tags of the incident first', async () => {
    const window = await renderIncident();
    await enter(window, 'errors in #EU, #Impact high ');
    await window.user.keyboard('#');
    expect(options()).toEqual(['#EU', '#Impact', '#cause', '#customer', '#followup']);
  });
});
