import './pageLayout';
// Fetched at idle by the console: loaded here beforehand, so that none is under way when a test is over.
import '../../renderer/Dialogs';
import { act, render, screen, waitFor, within, type ByRoleMatcher } from '@testing-library/react';
import userEvent, { PointerEventsCheckLevel, type UserEvent } from '@testing-library/user-event';
import { App } from '../../renderer/App';
import { ConsoleUnderTest, type ConsoleOptions } from './consoleForTests';
import { settle } from './settle';

/**
 * The only element of that role and name that a screen reader reaches. Looking through hidden ones
 * too and leaving them out afterwards is four times faster than asking for visible ones, and the same
 * where no style sheet hides anything.
 */
function theOne(role: ByRoleMatcher, name: string | RegExp, inside: HTMLElement): HTMLElement {
  const found = within(inside).queryAllByRole(role, { name, hidden: true });
  const reached = found.filter((element) => !element.closest('[aria-hidden="true"], [inert], [hidden]'));
  const [one] = reached;
  if (!one || reached.length > 1) throw new Error(`${reached.length} of role ${role} named ${name}`);
  return one;
}

/** A window with somebody at its keyboard. */
export class WindowUnderTest {
  readonly user: UserEvent = userEvent.setup({
    delay: null,
    pointerEventsCheck: PointerEventsCheckLevel.Never,
  });

  constructor(readonly test: ConsoleUnderTest) {}

  get pad(): HTMLTextAreaElement {
    return screen.getByTestId('scribe-input');
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
    return theOne('button', name, inside);
  }

  field(name: string | RegExp): HTMLInputElement | HTMLTextAreaElement {
    return theOne('textbox', name, document.body) as HTMLInputElement | HTMLTextAreaElement;
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

  /** Opens a row's menu and chooses from it. */
  async choose(row: HTMLElement, item: string): Promise<void> {
    await this.user.click(this.button('More', row));
    await act(settle);
    const menu = await screen.findByRole('menu', { name: 'Entry', hidden: true });
    await this.user.click(theOne('menuitem', item, menu));
    await act(settle);
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
