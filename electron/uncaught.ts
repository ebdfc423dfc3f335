import type { FailureNews } from './contract';
import { failureOf, type Failure, type FailureReports } from './failures';

/**
 * The errors that nobody caught: each becomes a report, and the person in front of the window is told, also
 * when it happened before there was a window.
 */
export class Uncaught {
  private count = 0;
  private newest: string | null = null;
  private waiting: readonly FailureNews[] = [];
  private tell: ((news: FailureNews) => void) | null = null;

  constructor(private readonly reports: Pick<FailureReports, 'file'>) {}

  /** How many there were. */
  get total(): number {
    return this.count;
  }

  /** The newest report there is. */
  get report(): string | null {
    return this.newest;
  }

  /** Something thrown. */
  thrown(where: FailureNews['where'], error: unknown): void {
    this.happened(where, failureOf(where, error));
  }

  happened(where: FailureNews['where'], failure: Failure): void {
    this.count += 1;
    const { count } = this;
    void this.reported(where, failure, count);
  }

  /** There is somebody to tell from now on; what happened before is told, too. */
  tellTo(tell: (news: FailureNews) => void): void {
    this.tell = tell;
    const { waiting } = this;
    this.waiting = [];
    waiting.forEach(tell);
  }

  private async reported(where: FailureNews['where'], failure: Failure, count: number): Promise<void> {
    const report = await this.reports.file({ ...failure, where });
    this.newest = report ?? this.newest;
    this.pass({ where, report: this.newest, count });
  }

  private pass(news: FailureNews): void {
    if (this.tell) this.tell(news);
    else this.waiting = [...this.waiting, news];
  }
}
