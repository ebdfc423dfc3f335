import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Shutdown, type ShutdownSteps } from '../../electron/shutdown';

const PATIENCE = { pageMs: 60, storesMs: 60, backupMs: 60 };

/** A shutdown that writes down what it does. */
function ending(change: Partial<ShutdownSteps> = {}) {
  const steps: string[] = [];
  const shutdown = new Shutdown(
    {
      askPage: () => {
        steps.push('ask page');
        return true;
      },
      settleStores: async () => void steps.push('settle stores'),
      markClean: async () => void steps.push('mark clean'),
      backUp: async () => void steps.push('back up'),
      exit: (code) => void steps.push(`exit ${code}`),
      onFailure: (error) => void steps.push(String(error)),
      ...change,
    },
    PATIENCE,
  );
  return { steps, shutdown };
}

const CLEAN = ['ask page', 'settle stores', 'mark clean', 'back up', 'exit 0'];

describe('ending the program', () => {
  it('waits for the page, settles the stores and leaves the mark of a clean exit last', async () => {
    const { steps, shutdown } = ending();
    const ended = shutdown.begin();
    await pause(20);
    expect(steps).toEqual(['ask page']);
    shutdown.pageDrained();
    await ended;
    expect(steps).toEqual(CLEAN);
  });

  it('happens once, however often it is asked for', async () => {
    const { steps, shutdown } = ending();
    const both = [shutdown.begin(), shutdown.begin()];
    shutdown.pageDrained();
    await Promise.all(both);
    expect(steps).toEqual(CLEAN);
  });

  it('asks nobody when no page is there', async () => {
    const { steps, shutdown } = ending({ askPage: () => false });
    await shutdown.begin();
    expect(steps).toEqual(['settle stores', 'mark clean', 'back up', 'exit 0']);
  });

  it('gives up on a page that hangs, saves what main has, and leaves the exit unclean', async () => {
    const { steps, shutdown } = ending();
    await shutdown.begin();
    expect(steps).toEqual(['ask page', 'settle stores', 'back up', 'exit 0']);
  });

  it('gives up on a disk that hangs', async () => {
    const { steps, shutdown } = ending({
      askPage: () => false,
      settleStores: () => new Promise(() => undefined),
    });
    await shutdown.begin();
    expect(steps).toEqual(['exit 0']);
  });

  it('gives up on a backup that hangs or fails, after everything is safe', async () => {
    const hanging = ending({ askPage: () => false, backUp: () => new Promise(() => undefined) });
    await hanging.shutdown.begin();
    expect(hanging.steps).toEqual(['settle stores', 'mark clean', 'exit 0']);
    const failing = ending({ askPage: () => false, backUp: () => Promise.reject(new Error('EIO')) });
    await failing.shutdown.begin();
    expect(failing.steps).toEqual(['settle stores', 'mark clean', 'Error: EIO', 'exit 0']);
  });

  it('ends also when a store fails, and leaves the exit unclean', async () => {
    const { steps, shutdown } = ending({
      askPage: () => false,
      settleStores: () => Promise.reject(new Error('EIO')),
    });
    await shutdown.begin();
    expect(steps).toEqual(['Error: EIO', 'exit 0']);
  });
});
