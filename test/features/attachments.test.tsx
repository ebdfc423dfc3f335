import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { iso } from '../../renderer/domain/time';
import { ConsoleUnderTest } from '../support/consoleForTests';
import { jpeg, png, SVG } from '../support/images';
import { renderConsole, renderIncident, type WindowUnderTest } from '../support/renderConsole';

const file = (bytes: Buffer | string, name: string, type = 'image/png'): File => {
  const content = new Uint8Array(Buffer.from(bytes));
  const made = new File([content], name, { type });
  // jsdom's File cannot give its bytes.
  return Object.assign(made, { arrayBuffer: async () => content.buffer });
};

/** Pastes as the system does: files, and perhaps a text beside them. */
async function paste(window: WindowUnderTest, files: readonly File[], text = ''): Promise<boolean> {
  let isDefault = true;
  await window.act(() => {
    isDefault = fireEvent.paste(window.pad, {
      clipboardData: { files, getData: (type: string) => (type === 'text/plain' ? text : '<b>x</b>') },
    });
    return window.test.console.attaching.settled();
  });
  return isDefault;
}

async function drop(window: WindowUnderTest, files: readonly File[]): Promise<void> {
  await window.act(() => {
    fireEvent.drop(document.body, { dataTransfer: { files, types: ['Files'] } });
    return window.test.console.attaching.settled();
  });
}

const chips = (): readonly string[] => screen.queryAllByTestId('pad-image').map((one) => one.textContent);
const said = (): string | undefined =>
  screen
    .queryAllByRole('alert')
    .map((one) => one.textContent)
    .find((text) => text.includes('attached'));

describe('pasting an image (ATT)', () => {
  it('[ATT5] stores it at once and keeps it with the unsent text; Enter logs both', async () => {
    const window = await renderIncident();
    await window.user.keyboard('error rate');
    expect(await paste(window, [file(png(), 'image.png')])).toBe(false);
    expect(chips()).toEqual(['image 1, 1 kB Remove']);
    expect(window.test.world.drafts.get('padImages:inc-1')).toContain('"type":"png"');
    await window.user.keyboard('{Enter}');
    expect(window.test.lastWritten).toMatchObject({
      text: 'error rate',
      attachments: [{ width: 4, height: 3 }],
    });
    expect(chips()).toEqual([]);
    expect(window.test.world.drafts.has('padImages:inc-1')).toBe(false);
    expect(document.activeElement).toBe(window.pad);
  });

  it('[ATT5] brings it back after a restart, and dates a note without text to the paste', async () => {
    const first = await renderIncident();
    await paste(first, [file(png(), 'image.png')]);
    await first.pass(65_000);
    const drafts = Object.fromEntries(first.test.world.drafts);
    expect(drafts['padStarted:inc-1']).not.toBeUndefined();
    await first.user.keyboard('{Enter}');
    const logged = first.test.lastWritten;
    expect(logged && [logged.text, iso(logged.at)]).toEqual(['', '2026-11-23T03:04:00.000Z']);

    const test = new ConsoleUnderTest({ drafts });
    test.declare();
    expect(test.console.attaching.store.getState().images).toHaveLength(1);
  });

  it('takes the text where a program put a picture of it beside', async () => {
    const window = await renderIncident();
    expect(await paste(window, [file(png(), 'image.png')], 'a cell')).toBe(true);
    expect(chips()).toEqual([]);
  });

  it('Enter waits for an image that is not stored yet', async () => {
    const window = await renderIncident();
    let letGo = (): void => undefined;
    window.test.world.images.gate = new Promise((resolve) => (letGo = resolve));
    await window.user.keyboard('x');
    fireEvent.paste(window.pad, { clipboardData: { files: [file(png(), 'a.png')], getData: () => '' } });
    await window.user.keyboard('{Enter}');
    expect(window.test.lastWritten?.text).not.toBe('x');
    await window.act(async ({ console }) => {
      letGo();
      await console.attaching.settled();
    });
    expect(window.test.lastWritten).toMatchObject({ text: 'x', attachments: [{ type: 'png' }] });
  });

  it.each([
    [file(SVG, 'chart.png'), 'by its content it is no PNG, JPEG, GIF or WebP image'],
    [file('%PDF-1.7', 'report.pdf', 'application/pdf'), 'by its content it is no PNG'],
    [
      Object.defineProperty(file('x', 'big.png'), 'size', { value: 10 * 1024 * 1024 + 1 }),
      'larger than 10 MB',
    ],
  ])('[ATT2] says why a file was not taken, and leaves the text alone', async (given, why) => {
    const window = await renderIncident();
    await window.user.keyboard('half a thought');
    await paste(window, [given]);
    expect(said()).toContain(`“${given.name}” was not attached`);
    expect(said()).toContain(why);
    expect(window.pad.value).toBe('half a thought');
    await window.user.keyboard('s');
    expect(said()).toBeUndefined();
  });

  it('says what the disk refused', async () => {
    const window = await renderIncident();
    const failure = { reason: 'disk-full', path: '/p', detail: 'ENOSPC' } as const;
    window.test.world.images.answer = { status: 'failed', failure };
    await paste(window, [file(png(), 'image.png')]);
    expect(said()).toMatch(/“image.png” was not attached\. .*What you typed is still here\./);
  });

  it('[ATT1] takes eight, each once', async () => {
    const window = await renderIncident();
    const many = Array.from({ length: 10 }, (_, i) => file(png(4, 3, i), `${i}.png`));
    await paste(window, [...many.slice(0, 2), ...many]);
    expect(chips()).toHaveLength(8);
    expect(said()).toContain('A note takes eight images');
    await window.user.keyboard('{Enter}');
    expect(window.test.lastWritten?.attachments).toHaveLength(8);
  });

  it('takes one off, with its file', async () => {
    const window = await renderIncident();
    await paste(window, [file(png(), 'a.png'), file(jpeg(), 'b.jpg')]);
    await window.user.click(window.button('Remove image 1'));
    expect(chips()).toEqual(['image 1, 1 kB Remove']);
    expect(window.test.world.images.discarded).toHaveLength(1);
    expect(document.activeElement).toBe(window.pad);
  });
});

describe('other ways in', () => {
  it('are dropping files onto the window, and choosing them', async () => {
    const window = await renderIncident();
    await drop(window, [file(png(), 'a.png'), file('PK', 'INC-1.icbundle')]);
    expect(chips()).toHaveLength(1);
    expect(said()).toBeUndefined();
    const saved = await window.test.world.images.save(jpeg());
    window.test.world.images.chosen = [{ name: 'b.jpg', saved }];
    await window.user.keyboard('{Control>}{Shift>}i{/Shift}{/Control}');
    await window.act(({ console }) => console.attaching.settled());
    expect(chips()).toHaveLength(2);
  });

  it('say so where no incident is open', async () => {
    const window = await renderConsole();
    await drop(window, [file(png(), 'a.png')]);
    expect(window.test.notices).toEqual(['Declare or open an incident first.']);
  });
});

describe('images on the timeline', () => {
  async function logged(): Promise<WindowUnderTest> {
    const window = await renderIncident();
    await window.user.keyboard('graph');
    await paste(window, [file(png(480, 120), 'a.png')]);
    await window.user.keyboard('{Enter}');
    return window;
  }

  it('have a box of their form before they are there, and open large; the focus comes back', async () => {
    const window = await logged();
    const small = within(window.row('graph')).getByRole('img');
    expect(small.getAttribute('alt')).toBe('Image 1 pasted by Dana at 03:04:00');
    expect([small.getAttribute('width'), small.getAttribute('height')]).toEqual(['240', '60']);
    expect(small.getAttribute('src')).toMatch(/^\/attachments\/[0-9a-f]{64}\.png$/);
    const thumbnail = window.button('Image 1 pasted by Dana at 03:04:00');
    await window.user.click(thumbnail);
    const viewer = await window.dialog('Image 1 pasted by Dana at 03:04:00');
    expect(viewer.textContent).toContain('480 × 120 pixels');
    await window.user.keyboard('{Escape}');
    expect(document.activeElement).toBe(thumbnail);
  });

  it('[ATT3] say so where the file is missing or was changed', async () => {
    const window = await logged();
    fireEvent.error(within(window.row('graph')).getByRole('img'));
    expect(window.row('graph').textContent).toContain('its file is missing or was changed');
  });

  it('[ATT4] go with a redaction, from the unsent note as well', async () => {
    const window = await logged();
    await paste(window, [file(png(480, 120), 'a.png')]);
    expect(chips()).toHaveLength(1);
    await window.choose(window.row('graph'), 'Redact…');
    await window.dialog('Redact entry');
    await window.user.click(window.button('Erase the text'));
    expect(chips()).toEqual([]);
    expect(screen.queryAllByRole('img')).toEqual([]);
    expect([...window.test.world.drafts.keys()]).not.toContain('padImages:inc-1');
  });
});
