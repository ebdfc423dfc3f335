import { iso } from '../domain/time';
import { incidentName, type Incident } from '../domain/incident';
import type { Notices } from './notices';
import type { Ports } from './ports';
import type { Session } from './session';
import { storageSentence } from './storageSentence';
import type { View } from './view';

export interface Exporting {
  /** One click: writes the draft, checks what stands on disk, says where it is. */
  readonly postMortem: () => Promise<void>;
}

const FILE_NAME = 'post-mortem.md';

export function createExporting(
  session: Session,
  view: View,
  notices: Notices,
  ports: Pick<Ports, 'now' | 'timeZone' | 'saveFile' | 'copy' | 'chooseFolder' | 'saveSettings'>,
  saveFolder: (folder: string) => void,
): Exporting {
  const text = async (incident: Incident): Promise<string> => {
    const { draftPostMortem } = await import('../exports/draftPostMortem');
    const { postMortemMarkdown } = await import('../exports/postMortemMarkdown');
    const draft = draftPostMortem({ incident, now: ports.now(), timeZone: ports.timeZone });
    return postMortemMarkdown(draft);
  };

  const elsewhere = async (): Promise<void> => {
    const folder = await ports.chooseFolder();
    if (folder === null) return;
    saveFolder(folder);
    await postMortem();
  };

  const postMortem = async (): Promise<void> => {
    const { incident } = session.store.getState();
    if (incident.id === null || view.store.getState().exporting) return;
    view.set({ exporting: true });
    try {
      const markdown = await text(incident);
      const saved = await ports.saveFile({
        folderName: `${incidentName(incident)} ${incident.title}`,
        fileName: FILE_NAME,
        text: markdown,
      });
      if (saved.ok) {
        notices.dismiss('export');
        view.set({ exported: { path: saved.value.path, name: `${FILE_NAME}, ${iso(ports.now())}` } });
        return;
      }
      view.set({ exported: null });
      notices.show({
        id: 'export',
        tone: 'error',
        text: `The post-mortem was not written. ${storageSentence(saved.failure)} The log is untouched; an older file, if there was one, too.`,
        actions: [
          { label: 'Try again', perform: () => void postMortem() },
          { label: 'Choose another folder', perform: () => void elsewhere() },
          { label: 'Copy the draft', perform: () => void ports.copy(markdown) },
        ],
      });
    } finally {
      view.set({ exporting: false });
    }
  };

  return { postMortem };
}
