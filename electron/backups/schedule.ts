import type { BackupSummary, Outcome, StorageFailure } from '../contract';
import type { Backups } from './backups';

const EVERY_MS = 10 * 60_000;

/**
 * Backs up every ten minutes while anything changes (BAK3), and tells when that fails and when it works
 * again. The journal knows nothing of it: a failing backup holds up no note.
 */
export class BackupSchedule {
  private isFailing = false;

  constructor(
    private readonly backups: Pick<Backups, 'take' | 'takeIfChanged'>,
    private readonly tell: (failure: StorageFailure | null) => void,
  ) {}

  /** Returns the function that ends it. */
  begin(): () => void {
    const timer = setInterval(() => void this.ifChanged(), EVERY_MS);
    timer.unref();
    return () => clearInterval(timer);
  }

  async ifChanged(): Promise<void> {
    this.heed(await this.backups.takeIfChanged());
  }

  /** Because somebody asked. */
  async now(): Promise<Outcome<BackupSummary>> {
    const outcome = await this.backups.take();
    this.heed(outcome);
    return outcome;
  }

  private heed(outcome: Outcome<unknown>): void {
    if (!outcome.ok) this.tell(outcome.failure);
    else if (this.isFailing) this.tell(null);
    this.isFailing = !outcome.ok;
  }
}
