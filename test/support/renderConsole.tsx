import './pageLayout';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { App } from '../../renderer/App';
import { ConsoleUnderTest, type ConsoleOptions } from './consoleForTests';
import { settle } from './settle';

/** A window with somebody at its keyboard. */
export class WindowUnderTest {
  readonly user: UserEvent = userEvent.setup({ delay: null });

  constructor(readonly test: ConsoleUnderTest) {}

  get pad(): HTMLTextAreaElement {
    return screen.getByRole('textbox', { name: 'Timeline note' });
  }

  /** The entries on the timeline as they read, in the order shown. */
  get rows(): readonly HTMLElement[] {
    return screen.queryAllByTestId('timeline-entry');
  }

  row(text: string): HTMLElement {
    const found = this.rows.find((row) => row.textContent.includes(text));
    if (!found) throw new Error(`no row says ${text}`);
    return found;
  }

  button(name: string | RegExp, inside: HTMLElement = document.body): HTMLElement {
    return within(inside).getByRole('button', { name });
  }

  field(name: string | RegExp): HTMLInputElement | HTMLTextAreaElement {
    return screen.getByRole('textbox', { name });
  }

  /** Presses a button and waits for the dialog of that name to have the focus. */
  async openDialog(button: string, dialog = button): Promise<HTMLElement> {
    await this.user.click(this.button(button));
    return this.dialog(dialog);
  }

  async dialog(name: string): Promise<HTMLElement> {
    const dialog = await screen.findByRole('dialog', { name });
    await waitFor(() => {
      if (!dialog.contains(document.activeElement)) throw new Error(`${name} has not the focus`);
    });
    return dialog;
  }

  /** Puts a text in place of what a field says. */
  async fill(field: string, text: string): Promise<void> {
    await this.user.clear(this.field(field));
    await this.user.type(this.field(field), text.replaceAll(/[{[]/g, '$&$&'));
  }

  /** The same for a field that offers names. */
  async fillLabelled(label: string, text: string): Promise<void> {
    await this.user.clear(screen.getByLabelText(label));
    await this.user.type(screen.getByLabelText(label), text);
  }

  /** Lets time pass in the window's world. */
  async pass(ms: number): Promise<void> {
    await act(async () => {
      this.test.world.pass(ms);
      await settle();
    });
  }

  /** Does something that the stores tell the window of. */
  async act(change: (test: ConsoleUnderTest) => unknown): Promise<void> {
    await act(async () => {
      await change(this.test);
      await settle();
    });
  }
}

/** Draws the whole window over a console. */
export async function renderConsole(given: ConsoleUnderTest | ConsoleOptions = {}): Promise<WindowUnderTest> {
  const test = given instanceof ConsoleUnderTest ? given : new ConsoleUnderTest(given);
  const window = new WindowUnderTest(test);
  await act(async () => {
    render(<App console={test.console} platform="linux" />);
    await settle();
  });
  return window;
}

/** Draws the window with a Sev 1 declared a minute ago. */
export async function renderIncident(options: ConsoleOptions = {}): Promise<WindowUnderTest> {
  const test = new ConsoleUnderTest(options);
  test.declare();
  test.world.pass(60_000);
  return renderConsole(test);
}
