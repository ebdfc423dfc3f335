import { app, shell } from 'electron';
import type { Services } from './handlers';
import type { RequestHandlers } from './ipc';
import { startAgain } from './restarting';

type EndRequests = 'alarm:armed' | 'app:restart' | 'leave:answer' | 'failure:show' | 'app:drained';

/** The requests about what went wrong, about leaving and starting again. */
export function endHandlers({
  alarms,
  leaving,
  shutdown,
  uncaught,
}: Services): Pick<RequestHandlers, EndRequests> {
  return {
    'alarm:armed': () => alarms.armed,
    'app:restart': () => {
      startAgain(app, process.argv);
      void shutdown.begin();
    },
    'leave:answer': (answer) => leaving.answered(answer),
    'failure:show': () => {
      if (uncaught.report === null) return false;
      shell.showItemInFolder(uncaught.report);
      return true;
    },
    'app:drained': () => shutdown.pageDrained(),
  };
}
