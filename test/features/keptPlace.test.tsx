import { cleanup, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { keepPlace, keepView } from '../../renderer/store/keptView';
import { ConsoleUnderTest } from '../support/consoleForTests';
import { INC_A, logOf } from '../support/logRows';
import { renderConsole, type WindowUnderTest } from '../support/renderConsole';

const kept = (window: WindowUnderTest): { readonly [key: string]: string } =>
  Object.fromEntries(window.test.world.drafts);

/** The same profile after a kill: the incident is open again, the window has just come. */
async function killedAndBack(drafts: { readonly [key: string]: string }): Promise<WindowUnderTest> {
  cleanup();
  const test = new ConsoleUnderTest({ drafts });
  await test.log.append(logOf(3, INC_A));
  const opening = test.console.session.open(INC_A);
  keepView(test.console.view, test.console.drafts, test.console.session);
  await opening;
  return renderConsole(test);
}

const pad = (): HTMLTextAreaElement => screen.getByLabelText('Timeline note');

describe('where one was when everything was killed (DRA)', () => {
  it('[DRA4] is where the caret stands again', async () => {
    const window = await killedAndBack({});
    await window.user.type(pad(), 'half a sentence{ArrowLeft}{ArrowLeft}{ArrowLeft}{ArrowLeft}');
    await killedAndBack(kept(window));
    expect([pad().value, pad().selectionStart, pad().selectionEnd]).toEqual(['half a sentence', 11, 11]);
  });

  it('is the end of the text when the caret stood there, or where its text is another', async () => {
    const window = await killedAndBack({});
    await window.user.type(pad(), 'half');
    await killedAndBack({ ...kept(window), [`caret:${INC_A}`]: '7 9' });
    expect(pad().selectionStart).toBe(4);
  });

  it('[DRA4] is the entry that is shown again, unless the end was', async () => {
    const window = await killedAndBack({});
    const [, second] = logOf(3, INC_A);
    keepPlace(window.test.console.drafts, INC_A, second?.stamp ?? null);
    const back = await killedAndBack(kept(window));
    expect(back.test.console.view.store.getState().revealed?.entry).toBe(second?.stamp);
    keepPlace(back.test.console.drafts, INC_A, null);
    const last = await killedAndBack(kept(back));
    expect(last.test.console.view.store.getState().revealed).toBeNull();
  });
});
