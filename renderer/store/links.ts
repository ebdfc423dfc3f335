import type { DeepLink } from '../../electron/contract';
import type { IncidentSummary } from '../domain/summary';
import type { Console } from './console';
import { openIncident } from './moves';

const NOTICE = 'link';

/**
 * A link was followed, which a stranger may have written. It opens an incident, or fills in the declaring
 * dialog; a person presses Enter (LNK2). What somebody is typing is never replaced: then it only says what
 * it would do.
 */
export function linkOpened(console: Console, link: DeepLink): void {
  console.notices.dismiss(NOTICE);
  if (link.kind === 'incident') incidentLink(console, link.id);
  else declareLink(console, link);
}

/** One that is not what such links look like. */
export function linkRefused({ notices }: Console): void {
  notices.show({
    id: NOTICE,
    tone: 'warning',
    text: 'A link could not be read, and nothing was done. Links look like icc://incident/INC-0001 or icc://declare?title=…&sev=2.',
  });
}

function incidentLink(console: Console, id: string): void {
  const { incidents, notices, session, view } = console;
  const found = incidents.store.getState().find((one) => isNamed(one, id));
  if (!found) {
    return notices.show({
      id: NOTICE,
      tone: 'warning',
      text: `A link leads to ${id}, which is not on this computer. Open its bundle first, or check the link.`,
    });
  }
  const open = (): void => {
    notices.dismiss(NOTICE);
    view.closeDialog();
    void openIncident(console, found.id);
  };
  const isShown = session.store.getState().openId === found.id && !view.store.getState().atHome;
  if (view.store.getState().dialog === null) return isShown ? view.focusPad() : open();
  if (isShown) return undefined;
  // A command typed into a dialog would go to the other incident.
  notices.show({
    id: NOTICE,
    tone: 'info',
    text: `A link leads to ${found.name} “${found.title}”. What you are typing stays, and waits there.`,
    actions: [{ label: `Open ${found.name}`, perform: open }],
  });
}

function declareLink(console: Console, { title, severity }: Extract<DeepLink, { kind: 'declare' }>): void {
  const { drafts, notices, view } = console;
  const prefill = (): void => {
    notices.dismiss(NOTICE);
    view.openDialog({ name: 'declare', from: { title, severity } });
  };
  const { dialog } = view.store.getState();
  if (dialog === null && !drafts.has('declare')) return prefill();
  if (dialog?.name === 'declare' && !drafts.has('declare')) return prefill();
  notices.show({
    id: NOTICE,
    tone: 'info',
    text: `A link wants to declare “${title}”. What you have typed stays as it is.`,
    actions: [
      {
        label: 'Use the link’s words instead',
        perform: () => {
          drafts.drop((key) => key.startsWith('declare:'));
          prefill();
        },
      },
    ],
  });
}

const isNamed = ({ id, name }: IncidentSummary, text: string): boolean =>
  id === text || name.toLowerCase() === text.toLowerCase();
