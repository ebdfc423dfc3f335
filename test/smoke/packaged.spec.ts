import { expect, test } from '@playwright/test';
import { launchConsole } from '../support/electronApp';

/** The executable of the e2e flavour; `npm run dist` makes it and names it here. */
const executable = process.env['PACKAGED_CONSOLE'];

test('the packaged console opens its window and offers to declare an incident', async () => {
  if (executable === undefined) throw new Error('No package to try: run `npm run dist`.');
  const running = await launchConsole({ packaged: executable });
  await expect(running.page).toHaveTitle(/Incident Console/);
  await expect(running.page.getByRole('button', { name: 'Declare incident' })).toBeVisible();
  const about = await running.app.evaluate(({ app }) => ({
    isPackaged: app.isPackaged,
    name: app.getName(),
  }));
  expect(about).toEqual({ isPackaged: true, name: 'Incident Console' });
  await running.close();
});
