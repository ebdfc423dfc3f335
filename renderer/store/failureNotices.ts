import type { FailureNews } from '../../electron/contract';
import type { Notices } from './notices';
import type { ProgramPorts } from './programPorts';

/** What is safe whatever failed; the same words wherever something fails. */
export const SAFE =
  'Everything that said “Saved” is in the journal on this computer, and so is what you were typing. The update alarm goes on.';

const WHAT: { readonly [W in FailureNews['where']]: string } = {
  main: 'Something went wrong inside the console',
  page: 'Something went wrong in the window',
  hang: 'The window stopped answering and was loaded anew',
};

/** One notice, however many errors: what happened, what is safe, and a way on (FAI1). */
export function tellFailure(
  { where, report, count }: FailureNews,
  notices: Notices,
  program: ProgramPorts,
): void {
  const times = count > 1 ? ` (failure ${count} since it was started)` : '';
  const file = report === null ? 'No report could be written.' : `A report is in ${report}.`;
  const onward = where === 'hang' ? '' : ' If something no longer works, restart: all of it comes back.';
  notices.show({
    id: 'failure',
    tone: where === 'hang' ? 'warning' : 'error',
    text: `${WHAT[where]}${times}. ${SAFE}${onward} ${file}`,
    actions: [
      ...(report === null ? [] : [{ label: 'Show report', perform: program.showReport }]),
      { label: 'Restart console', perform: program.restart },
    ],
  });
}
