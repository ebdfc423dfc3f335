import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { electronHere } from '../../build/electronHere';
import { projectRoot } from '../../build/projectRoot';
import { listening, type Specimen } from './specimen';
import { launchConsole } from '../support/electronApp';

const PROGRAM = join(projectRoot, 'test/faults/indexedDbOnly');

let electron: Promise<string> | undefined;

/** The control: rows in IndexedDB alone, acknowledged when their transaction is complete. */
export const indexedDbSpecimen: Specimen = {
  start: async ({ profile, home }) => {
    electron ??= electronHere().then(({ path }) => path);
    const program = await launchConsole({
      userDataDir: profile,
      home,
      packaged: await electron,
      args: [PROGRAM],
    });
    const { page } = program;
    const acknowledged = await listening(page);
    await openStore(page);
    return {
      ...program,
      acknowledged,
      keepWriting: (first) => addRows(page, first, Number.POSITIVE_INFINITY),
      write: (number) => addRows(page, number, number),
      present: async () => new Set(await page.evaluate(allNumbers)),
    };
  },
};

/** What the page keeps between two calls from outside. */
interface Kept {
  rows: IDBDatabase;
  toldToTheTest: (number: number) => void;
}

function openStore(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((opened, failed) => {
        const opening = indexedDB.open('rows-alone', 1);
        opening.addEventListener('upgradeneeded', () => {
          opening.result.createObjectStore('rows', { keyPath: 'number' });
        });
        opening.addEventListener('error', () => failed(new Error(String(opening.error))));
        opening.addEventListener('success', () => {
          (window as unknown as Kept).rows = opening.result;
          opened();
        });
      }),
  );
}

/** Adds rows up to the last, each in a transaction of its own; endless ones are not waited for. */
function addRows(page: Page, first: number, last: number): Promise<void> {
  return page.evaluate(
    ([from, to]) => {
      const kept = window as unknown as Kept;
      const add = (number: number): Promise<void> =>
        new Promise((complete, failed) => {
          const transaction = kept.rows.transaction('rows', 'readwrite');
          transaction.objectStore('rows').add({ number, text: `row ${number} `.repeat(20) });
          transaction.addEventListener('complete', () => complete());
          transaction.addEventListener('abort', () => failed(new Error(String(transaction.error))));
        });
      const addAll = async (): Promise<void> => {
        for (let number = from; number <= (to ?? Infinity); number += 1) {
          await add(number);
          kept.toldToTheTest(number);
          if (to === null) await new Promise((go) => setTimeout(go, 2));
        }
      };
      const adding = addAll();
      return to === null ? undefined : adding;
    },
    [first, Number.isFinite(last) ? last : null] as const,
  );
}

function allNumbers(): Promise<readonly number[]> {
  return new Promise((answer, failed) => {
    const reading = (window as unknown as Kept).rows.transaction('rows').objectStore('rows').getAllKeys();
    reading.addEventListener('success', () => answer(reading.result.map(Number)));
    reading.addEventListener('error', () => failed(new Error(String(reading.error))));
  });
}
