import { describe, expect, it } from 'vitest';
import { tellFailure } from '../../renderer/store/failureNotices';
import { ConsoleUnderTest } from '../support/consoleForTests';

function told(...news: readonly Parameters<typeof tellFailure>[0][]) {
  const test = new ConsoleUnderTest();
  for (const one of news) tellFailure(one, test.console.notices, test.console.ports.program);
  return { test, notices: test.console.notices.store.getState() };
}

describe('a failure in the bar (FAI)', () => {
  it('[FAI1] says where it was, what is safe, where the report is, and offers a restart', () => {
    const { test, notices } = told({ where: 'main', report: '/p/failures/1.txt', count: 1 });
    expect(notices).toHaveLength(1);
    expect(notices[0]?.text).toBe(
      'Something went wrong inside the console. Everything that said “Saved” is in the journal on this computer, and so is what you were typing. The update alarm goes on. If something no longer works, restart: all of it comes back. A report is in /p/failures/1.txt.',
    );
    for (const { perform } of notices[0]?.actions ?? []) perform();
    expect(test.world.programCalls).toEqual(['show report', 'restart']);
  });

  it('[FAI1] is one notice, however many there are', () => {
    const { notices } = told(
      { where: 'page', report: '/p/1.txt', count: 1 },
      { where: 'page', report: '/p/1.txt', count: 312 },
    );
    expect(notices).toHaveLength(1);
    expect(notices[0]?.text).toContain('(failure 312 since it was started)');
  });

  it('[FAI1] says so when there is no report, and offers none', () => {
    const { notices } = told({ where: 'page', report: null, count: 1 });
    expect(notices[0]?.text).toContain('No report could be written.');
    expect(notices[0]?.actions?.map(({ label }) => label)).toEqual(['Restart console']);
  });

  it('[FAI4] of a window that hung warns, since it is over', () => {
    const { notices } = told({ where: 'hang', report: '/p/1.txt', count: 1 });
    expect(notices[0]).toMatchObject({ tone: 'warning' });
    expect(notices[0]?.text).toMatch(/^The window stopped answering and was loaded anew\./);
  });
});
