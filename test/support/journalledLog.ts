import { onTestFinished } from 'vitest';
import { JournalClient } from '../../renderer/persistence/journalClient';
import { JournalledLog } from '../../renderer/persistence/journalledLog';
import { WorkingCopy } from '../../renderer/persistence/workingCopy';
import { freshFolder } from './freshFolder';
import { startMain, type MainOptions, type MainProcess } from './mainProcess';

/** A page's log on its two stores, each of which a test can reach and harm. */
export interface TwoCopies {
  readonly log: JournalledLog;
  readonly journal: JournalClient;
  readonly copy: WorkingCopy;
  readonly main: MainProcess;
  readonly profile: string;
  /** What the log said of its working copy, in order. */
  readonly troubles: readonly string[];
  /** The program ends cleanly and is started again on the same stores. */
  readonly restart: (options?: MainOptions) => Promise<TwoCopies>;
}

let copies = 0;

/** Names a database no other test uses. */
export const freshDatabase = (): string => `copy-${(copies += 1)}`;

export async function twoCopies(
  options: MainOptions = {},
  profile = freshFolder('log'),
  database = freshDatabase(),
): Promise<TwoCopies> {
  const main = await startMain(profile, options);
  const copy = new WorkingCopy(database);
  onTestFinished(() => copy.close());
  const troubles: string[] = [];
  const journal = new JournalClient(main.bridge);
  const log = new JournalledLog(journal, copy, (detail) => troubles.push(detail));
  const restart = async (again: MainOptions = {}): Promise<TwoCopies> => {
    copy.close();
    await main.quit();
    return twoCopies(again, profile, database);
  };
  return { log, journal, copy, main, profile, troubles, restart };
}
