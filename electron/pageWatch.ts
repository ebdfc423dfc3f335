import type { WebContents } from 'electron';
import { Heartbeat } from './heartbeat';
import { pushTo } from './ipc';
import type { Shutdown } from './shutdown';
import type { Uncaught } from './uncaught';

interface Watched {
  readonly uncaught: Uncaught;
  readonly shutdown: Shutdown;
  readonly page: () => WebContents | null;
  /** From now on what is pushed waits for the next page. */
  readonly pageIsGone: () => void;
}

/** Ends a page that hangs, which brings it back; what is in flight and what is typed is main's by then. */
export function watchPage({ uncaught, shutdown, page, pageIsGone }: Watched): Heartbeat {
  return new Heartbeat({
    ask: () => pushTo(page(), 'app:ping', {}),
    isExcused: () => shutdown.hasBegun || page()?.isDevToolsOpened() === true,
    hung: (silentMs) => {
      // First, or it would be told of its own end.
      pageIsGone();
      const message = `it did not answer for ${Math.round(silentMs / 1000)} s and was loaded anew`;
      uncaught.happened('hang', { where: 'hang', message, stack: '' });
      page()?.forcefullyCrashRenderer();
    },
  });
}
