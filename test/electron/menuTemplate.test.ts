import { describe, expect, it } from 'vitest';
import { MENU_ACTIONS, menuTemplate, textMenuTemplate } from '../../electron/menuTemplate';

type Item = ReturnType<typeof menuTemplate>[number];

function allItems(items: readonly Item[]): readonly Item[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? allItems(item.submenu) : [])]);
}

describe('the native menu', () => {
  it('offers every action of the page that belongs there, and tells which was chosen', () => {
    const chosen: string[] = [];
    const items = allItems(menuTemplate({ platform: 'linux', chosen: {} }, (id) => chosen.push(id)));
    for (const item of items) (item.click as (() => void) | undefined)?.();
    expect(chosen.sort()).toEqual([...MENU_ACTIONS].sort());
  });

  it.each(['linux', 'win32'] as const)(
    'shows its keys on %s without taking them from the page',
    (platform) => {
      const keyed = allItems(menuTemplate({ platform, chosen: {} }, () => undefined)).filter(
        (item) => item.accelerator,
      );
      expect(keyed.length).toBeGreaterThan(3);
      expect(keyed.every((item) => item.registerAccelerator === false)).toBe(true);
    },
  );

  it('has no reload and no DevTools', () => {
    const roles = allItems(menuTemplate({ platform: 'darwin', chosen: {} }, () => undefined)).map(
      (item) => item.role,
    );
    for (const role of ['reload', 'forceReload', 'toggleDevTools', 'viewMenu']) {
      expect(roles).not.toContain(role);
    }
  });
});

describe('the right-click menu', () => {
  const context = { isEditable: true, hasSelection: true, canUndo: true, canPaste: true };

  it('of a text field cuts, copies, pastes and selects all', () => {
    const roles = textMenuTemplate(context)?.map((item) => item.role);
    expect(roles).toEqual(expect.arrayContaining(['cut', 'copy', 'paste', 'selectAll']));
  });

  it('of selected text copies', () => {
    expect(textMenuTemplate({ ...context, isEditable: false })).toEqual([{ role: 'copy' }]);
  });

  it('is not there elsewhere', () => {
    expect(textMenuTemplate({ ...context, isEditable: false, hasSelection: false })).toBeNull();
  });
});
