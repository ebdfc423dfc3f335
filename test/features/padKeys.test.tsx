import { fireEvent, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Entry } from '../../renderer/domain/timeline';
import { KEYMAP } from '../../renderer/keymap/keymap';
import { renderIncident, type WindowUnderTest } from '../support/renderConsole';

const UNDO = '{Control>}z{/Control}';

describe('the empty pad', () => {
  let window: WindowUnderTest;
  beforeEach(async () => {
    window = await renderIncident();
    await window.user.type(window.pad, '5xx at 12 %{Enter}');
  });

  it('[KEY7] Up rewords my last note, wherever it stands, and leads back', async () => {
    await window.act((test) => {
      test.console.settings.change({ userName: 'Sam' });
      test.note('by somebody else');
      test.console.settings.change({ userName: 'Dana' });
    });
    await window.user.type(window.pad, '/at -7m canary was red{Enter}');
    await window.user.keyboard('{ArrowUp}');
    expect(window.field('Text')).toBe(document.activeElement);
    expect(window.field('Text').value).toBe('canary was red');
    await window.user.keyboard(', alone{Enter}');
    expect(window.row('canary was red, alone').textContent).toContain('edited');
    expect(document.activeElement).toBe(window.pad);
  });

  it('[KEY7] Up moves the cursor once something is typed', async () => {
    await window.user.type(window.pad, 'half a sentence{ArrowUp}');
    expect(screen.queryByRole('textbox', { name: 'Text' })).toBeNull();
  });

  it('[KEY7] its undo key retracts the note logged just now, with a way back', async () => {
    await window.user.keyboard(UNDO);
    expect(window.row('5xx at 12 %').textContent).toContain('retracted');
    await window.user.click(window.button('Undo'));
    expect(window.row('5xx at 12 %').textContent).not.toContain('retracted');
    expect(document.activeElement).toBe(window.pad);
  });

  it('[KEY7] says so when that note is older than a minute, and leaves it', async () => {
    await window.pass(61_000);
    await window.user.keyboard(UNDO);
    expect(window.row('5xx at 12 %').textContent).not.toContain('retracted');
    expect(window.test.notices.at(-1)).toContain('more than a minute old');
  });

  it('[UND2] its undo key after a rewording words the note back, and only the next one retracts it', async () => {
    await window.user.keyboard('{ArrowUp}');
    await window.user.keyboard(' in the EU{Enter}');
    await window.pass(30_000);
    await window.user.keyboard(UNDO);
    const entry = (): Entry | undefined => window.test.entries.find(({ kind }) => kind === 'note');
    expect([entry()?.text, entry()?.retracted, entry()?.revisions.map(({ text }) => text)]).toEqual([
      '5xx at 12 %',
      undefined,
      ['5xx at 12 %', '5xx at 12 % in the EU'],
    ]);
    await window.user.click(window.button('Undo'));
    expect(entry()?.text).toBe('5xx at 12 % in the EU');
    await window.user.keyboard(UNDO);
    expect(entry()?.retracted).toBeDefined();
  });

  it('[UND2] its undo key goes back through what was done, and stops at what can’t be undone', async () => {
    await window.user.keyboard('/sev 3 one host{Enter}second{Enter}');
    await window.user.keyboard(UNDO);
    expect(window.row('second').textContent).toContain('retracted');
    await window.user.keyboard(UNDO);
    expect(window.test.incident.severity).toBe(1);
    await window.user.keyboard('/snooze 5 busy{Enter}');
    await window.user.keyboard(UNDO);
    expect(window.test.notices.at(-1)).toMatch(/can’t be undone with this key/);
    expect(window.row('5xx at 12 %').textContent).not.toContain('retracted');
  });

  it('[KEY7] emptied by hand, its undo key is the text field’s own', async () => {
    await window.pass(1000);
    await window.user.type(window.pad, 'oops');
    await window.user.clear(window.pad);
    const free = fireEvent.keyDown(window.pad, { key: 'z', code: 'KeyZ', ctrlKey: true });
    expect(free).toBe(true);
    expect(window.row('5xx at 12 %').textContent).not.toContain('retracted');
  });

  it('[KEY7] a key held down retracts one note, not all', async () => {
    await window.user.type(window.pad, 'another{Enter}');
    for (const repeat of [false, true, true])
      fireEvent.keyDown(window.pad, { key: 'z', code: 'KeyZ', ctrlKey: true, repeat });
    await window.act(() => undefined);
    expect(window.row('another').textContent).toContain('retracted');
    expect(window.row('5xx at 12 %').textContent).not.toContain('retracted');
  });

  it('says that nothing is there to reword', async () => {
    await window.act(({ console }) => console.settings.change({ userName: 'Sam' }));
    await window.user.keyboard('{ArrowUp}');
    expect(window.test.notices.at(-1)).toBe('You have logged no note here yet.');
  });

  it('[KEY10] answers nothing while an input method composes, or with AltGr', () => {
    for (const entry of KEYMAP) {
      for (const keys of entry.keys) {
        const key = keys.split('+').at(-1) ?? '';
        const held = { key, ctrlKey: keys.includes('$mod'), shiftKey: keys.includes('Shift') };
        for (const state of [{ isComposing: true }, { modifierAltGraph: true }, { altKey: true }])
          expect(fireEvent.keyDown(window.pad, { ...held, ...state })).toBe(true);
      }
    }
  });

  it('saves by itself, and says so', async () => {
    await window.user.keyboard('{Control>}s{/Control}');
    expect(window.test.notices.at(-1)).toMatch(/^Saved automatically/);
  });

  it('leads to a new action item, and back', async () => {
    await window.user.keyboard('{Control>}j{/Control}');
    expect(document.activeElement).toBe(window.field('New action item'));
    await window.user.keyboard('alert on burn{Enter}{Escape}');
    expect(window.test.incident.actionItems.map(({ text }) => text)).toEqual(['alert on burn']);
    expect(document.activeElement).toBe(window.pad);
  });

  it('copies where the incident stands, without calling the whole channel', async () => {
    await window.act((test) =>
      test.run({ type: 'log-note', kind: 'impact', text: '12 % of checkouts @here', at: test.world.now }),
    );
    await window.user.keyboard('{Control>}{Shift>}c{/Shift}{/Control}');
    const copied = window.test.world.copied.at(-1) ?? '';
    expect(copied).toContain('Sev 1 · INC-0001 Checkout errors');
    expect(copied).toContain('Impact: 12 % of checkouts @ here');
    expect(copied).toContain('Next update: ');
  });
});
