/**
 * The store does not say whether it can be opened: Chromium tries a folder that is read-only for 5 s, and
 * Dexie asks three times. The journal has everything, so nobody waits for that.
 */
export class WorkingCopyUnreachable extends Error {
  constructor(afterMs: number) {
    super(`the store did not open within ${afterMs} ms`);
    this.name = 'WorkingCopyUnreachable';
  }
}

/** A newer version has written the store; Dexie would open it without a word, and write in it. */
export class WorkingCopyNewer extends Error {
  constructor(version: number, known: number) {
    super(`the store has version ${version}; this program knows ${known}`);
    this.name = 'WorkingCopyNewer';
  }
}
