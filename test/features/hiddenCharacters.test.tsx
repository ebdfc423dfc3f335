import { minutes } from '../../renderer/domain/time';
import { describe, expect, it } from 'vitest';
import { hiddenIn } from '../../renderer/exports/visibleText';
import { ConsoleUnderTest } from '../support/consoleForTests';
import { renderConsole } from '../support/renderConsole';

/** Turns what follows around, and hides. */
const TRICK = 'pay\u202Eload\u200B';
const MARKED = 'pay⟦U+202E⟧load⟦U+200B⟧';

/** An incident in which every text a person may give carries the trick. */
function tricked(): ConsoleUnderTest {
  const test = new ConsoleUnderTest({ settings: { userName: TRICK, people: [TRICK] } });
  test.declare({ title: TRICK, commander: TRICK });
  test.run({ type: 'assign-role', role: 'expert', person: TRICK, area: TRICK });
  test.run({
    type: 'attempt-mitigation',
    action: 'rollback',
    what: TRICK,
    owner: TRICK,
    checkBackIn: minutes(5),
  });
  test.run({ type: 'add-action-item', text: TRICK });
  test.note(TRICK);
  const note = test.entries.find(({ kind }) => kind === 'note');
  if (note) {
    test.run({ type: 'edit-entry', entry: note.id, text: `${TRICK} again` });
    test.run({ type: 'retract-entry', entry: note.id });
  }
  test.console.notices.show({ id: 'one', tone: 'info', text: `Written: ${TRICK}` });
  test.console.view.set({ exported: { name: TRICK, path: `/home/${TRICK}.md` } });
  return test;
}

/** Every text on the page, and every attribute that is shown or read out, in which something hides. */
function hidingIn(page: HTMLElement): readonly string[] {
  const shown = [...page.querySelectorAll('*:not(datalist, option)')].flatMap((element) => [
    ...[...element.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => node.nodeValue),
    ...['title', 'aria-label', 'placeholder'].map((name) => element.getAttribute(name)),
    element instanceof HTMLInputElement ? element.value : null,
  ]);
  return shown.filter((text): text is string => text !== null && hiddenIn(text).length > 0);
}

describe('text from people in the window', () => {
  it('[EXP5] hides nothing anywhere: title, lists, roles, cards, notices, rows and the window’s own title', async () => {
    const test = tricked();
    await renderConsole(test);
    expect(hidingIn(document.body)).toEqual([]);
    expect(document.title).toContain(MARKED);
    expect(document.querySelector('h1')?.textContent).toBe(MARKED);
  });
});
