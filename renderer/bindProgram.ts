import type { Bridge } from '../electron/contract';
import type { Console } from './store/console';
import { tellFailure } from './store/failureNotices';
import { askedToLeave } from './store/leaving';
import { linkOpened, linkRefused } from './store/links';
import type { ProgramPorts } from './store/programPorts';

export function bindProgram(bridge: Bridge): ProgramPorts {
  return {
    restart: () => void bridge.call('app:restart'),
    showReport: () => void bridge.call('failure:show'),
    leave: (answer) => void bridge.call('leave:answer', answer),
    noteKey: () => bridge.call('noteKey:state'),
    chooseNoteKey: (key) => bridge.call('noteKey:choose', { key }),
    armed: () => bridge.call('alarm:armed'),
  };
}

/** What main says of failures, of leaving, and of links; a link waits until the incidents are known. */
export function listenForEnds(bridge: Bridge, console: Console, started: Promise<void>): void {
  bridge.on('failure:happened', (news) => tellFailure(news, console.notices, console.ports.program));
  bridge.on('leave:asked', ({ how }) => askedToLeave(console, how));
  bridge.on('note:now', (note) => void started.finally(() => console.noteNow.arrived(note)));
  bridge.on('noteKey:refused', ({ why }) =>
    console.notices.show({ id: 'note-key', tone: 'warning', text: why }),
  );
  bridge.on('link:refused', () => linkRefused(console));
  bridge.on('link:opened', (link) => void started.finally(() => linkOpened(console, link)));
}
