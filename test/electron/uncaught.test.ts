import { describe, expect, it } from 'vitest';
import type { FailureNews } from '../../electron/contract';
import type { Failure } from '../../electron/failures';
import { argumentsAgain } from '../../electron/restarting';
import { Uncaught } from '../../electron/uncaught';
import { settle } from '../support/settle';

function catching(paths: readonly (string | null)[] = ['/f/1.txt', '/f/2.txt']) {
  const filed: Failure[] = [];
  const told: FailureNews[] = [];
  const uncaught = new Uncaught({
    file: (failure) => {
      filed.push(failure);
      return Promise.resolve(paths[filed.length - 1] ?? null);
    },
  });
  return { uncaught, filed, told };
}

describe('errors nobody caught (FAI)', () => {
  it('[FAI1] are filed, counted and told, with the newest report there is', async () => {
    const { uncaught, filed, told } = catching(['/f/1.txt', null]);
    uncaught.tellTo((news) => told.push(news));
    uncaught.thrown('main', new Error('boom'));
    uncaught.happened('page', { where: 'anywhere', message: 'bang', stack: 'at x' });
    await settle();
    expect(filed).toMatchObject([
      { where: 'main', message: 'boom' },
      { where: 'page', message: 'bang', stack: 'at x' },
    ]);
    expect(told).toEqual([
      { where: 'main', report: '/f/1.txt', count: 1 },
      { where: 'page', report: '/f/1.txt', count: 2 },
    ]);
    expect(uncaught.report).toBe('/f/1.txt');
  });

  it('[FAI1] from before there is a window are told once there is one', async () => {
    const { uncaught, told } = catching();
    uncaught.thrown('main', 'early');
    await settle();
    expect(uncaught.total).toBe(1);
    uncaught.tellTo((news) => told.push(news));
    expect(told).toEqual([{ where: 'main', report: '/f/1.txt', count: 1 }]);
  });
});

describe('starting again', () => {
  it('[FAI3] has the same switches and the same app, and opens no file or link a second time', () => {
    const argv = [
      'electron',
      '--user-data-dir=/p',
      '/app',
      'a.icbundle',
      'icc://incident/INC-1',
      'B.ICBUNDLE',
    ];
    expect(argumentsAgain(argv)).toEqual(['--user-data-dir=/p', '/app']);
  });
});
