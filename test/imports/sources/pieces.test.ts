import { describe, expect, it } from 'vitest';
import { readImport } from '../../../renderer/imports/readImport';
import { OPTIONS, source } from './support';

const ROWS = 5_000;
const TABLE = `time,text\n${Array.from({ length: ROWS }, (_, i) => `2020-02-20T21:28:00Z,row ${i}\n`).join('')}`;

describe('reading in pieces (IMP3)', () => {
  it('[IMP3] each way over a long table can be called off', async () => {
    let breaths = 0;
    const breathe = async (): Promise<void> => void (breaths += 1);
    await readImport([source('long.csv', TABLE)], OPTIONS, { breathe });
    // Looked at for the order of its dates, then read.
    expect(breaths).toBeGreaterThanOrEqual(2 * Math.floor(ROWS / 500));
  });
});
