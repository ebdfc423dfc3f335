import type { WebContents } from 'electron';
import { Heartbeat } from './heartbeat';
import { pushTo } from './ipc';
import type { Outbox } from './outbox';
import type { Shutdown } from './shutdown';
import type { Uncaught } from './uncaught';

interface Watched {
  readonly uncaught: Uncaught;
  readonly shutdown: Shutdown;
  readonly page: () => WebContents | null;
  readonly outbox: Outbox;
}

/** Ends a page that hangs, which brings it back; what is in flight and what is typed is main's by then. */
export function watchPage({ uncaught, shutdown, page, outbox }: Watched): Heartbeat {
  return new Heartbeat({
    ask: () => pushTo(page(), 'app:ping', {}),
    isExcused: () => shutdown.hasBegun || page()?.isDevToolsOpened() === true,
    hung: (silentMs) => {
      // First: what is pushed from now on waits for the next page, also the news of this one's end.
      outbox.pageIsGone();
      const message = `it did not answer for ${Math.round(silentMs / 1000)} s and was loaded anew`;
      uncaught.happened('hang', { where: 'hang', message, stack: '' });
      page()?.forcefullyCrashRenderer();
    },
  });
}
