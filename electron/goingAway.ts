import { Notification, type BrowserWindow } from 'electron';
import { failureOf, type FailureReports } from './failures';
import { Leaving } from './leaving';
import type { Outbox } from './outbox';

export interface GoingAway {
  readonly outbox: Outbox;
  readonly window: () => BrowserWindow | null;
  readonly end: () => void;
  readonly failures: FailureReports;
}

/** What closing the window and Quit lead to in this program. */
export function makeLeaving({ outbox, window, end, failures }: GoingAway): Leaving {
  return new Leaving({
    askPage: (how) => {
      const isThere = outbox.isOpen;
      if (isThere) outbox.put('leave:asked', { how });
      return isThere;
    },
    end,
    hide: () => {
      window()?.hide();
      sayWhereItWent((error) => failures.report(failureOf('window', error)));
    },
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  });
}

/** Nothing on the screen says any more that the console runs, nor how to get it back. */
function sayWhereItWent(onFailure: (error: unknown) => void): void {
  try {
    if (!Notification.isSupported()) return;
    new Notification({
      title: 'Incident Console keeps running',
      body: 'Its update alarm still rings. Start it again to bring the window back.',
      silent: true,
    }).show();
  } catch (error) {
    onFailure(error);
  }
}
