import { describe, expect, it } from 'vitest';
import { LateCopy } from '../../renderer/persistence/lateCopy';
import { MemoryCopy } from '../../renderer/persistence/memoryCopy';
import { INC_A, logOf } from '../support/logRows';

describe('a working copy that is opened late', () => {
  it('keeps whoever asks before waiting, in order, and is opened once', async () => {
    let open: (copy: MemoryCopy) => void = () => undefined;
    let openings = 0;
    const late = new LateCopy(() => {
      openings += 1;
      return new Promise((resolve) => {
        open = resolve;
      });
    });
    const rows = logOf(3);
    const put = late.put(rows, undefined);
    const read = late.rows(INC_A);
    open(new MemoryCopy());
    await put;
    expect(await read).toHaveLength(rows.length);
    expect(await late.summaries()).toEqual([]);
    expect(openings).toBe(1);
  });

  it('says why it could not be opened, each time it is asked', async () => {
    const late = new LateCopy(() => Promise.reject(new Error('no code')));
    await expect(late.rows(INC_A)).rejects.toThrow('no code');
    await expect(late.put([], undefined)).rejects.toThrow('no code');
  });
});
