import { describe, expect, it } from 'vitest';
import { tellBackupTrouble, tellSpace } from '../../renderer/store/diskNotices';
import { createNotices } from '../../renderer/store/notices';

describe('a failing backup (BAK8)', () => {
  it('[BAK8] stands in one sentence until one works', () => {
    const notices = createNotices();
    const failure = { reason: 'read-only', path: '/p/backups', detail: 'EROFS' } as const;
    tellBackupTrouble(failure, notices);
    tellBackupTrouble(failure, notices);
    expect(notices.store.getState()).toMatchObject([{ id: 'backup', standing: true, tone: 'warning' }]);
    expect(notices.store.getState()[0]?.text).toMatch(
      /^The last backup failed. “\/p\/backups” can’t be written to\. .* The log itself is saved as always/,
    );
    tellBackupTrouble(null, notices);
    expect(notices.store.getState()).toEqual([]);
  });
});

describe('a disk that is nearly full (BAK9)', () => {
  it('[BAK9] warns, then stands in red, then ends by itself', () => {
    const notices = createNotices();
    tellSpace({ level: 'low', freeBytes: 150_900_000 }, notices);
    expect(notices.store.getState()).toEqual([
      {
        id: 'space',
        tone: 'warning',
        text: 'Only 150 MB are free on the disk of the log. Free some space soon.',
      },
    ]);
    tellSpace({ level: 'critical', freeBytes: 3_000_000 }, notices);
    expect(notices.store.getState()).toMatchObject([{ tone: 'error', standing: true }]);
    tellSpace({ level: 'ok', freeBytes: 900_000_000 }, notices);
    expect(notices.store.getState()).toEqual([]);
  });
});
