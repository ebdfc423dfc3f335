import { dialog } from 'electron';
import type { ChosenImage } from '../attachmentTypes';
import type { Services } from '../handlers';
import type { RequestHandlers } from '../ipc';
import { storeChosen } from './chooseImages';
import { imageName } from './imageName';
import { isNamed } from './references';

type ImageChannels = 'attachment:save' | 'attachment:choose' | 'attachment:discard' | 'bundle:takeImages';

/** Answers what concerns images. */
export function imageHandlers(services: Services): Pick<RequestHandlers, ImageChannels> {
  const { stores, bundles } = services;
  const { images, journal } = stores;
  return {
    'attachment:save': ({ bytes }) =>
      images.save(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)),
    'attachment:choose': () => choose(services),
    'attachment:discard': async (image) => {
      const name = imageName(image);
      const isWaiting = [...stores.drafts.texts.values()].some((text) => text.includes(image.sha256));
      if (!isWaiting && !(await isNamed(journal, name))) await images.remove([name]);
    },
    'bundle:takeImages': (request) => bundles.takeImages(request, images),
  };
}

async function choose({ stores, window }: Services): Promise<readonly ChosenImage[]> {
  const parent = window();
  if (!parent) return [];
  const { canceled, filePaths } = await dialog.showOpenDialog(parent, {
    title: 'Attach image',
    buttonLabel: 'Attach',
    filters: [
      { name: 'Images', extensions: ['png', 'jpg', 'jpeg', 'gif', 'webp'] },
      { name: 'All files', extensions: ['*'] },
    ],
    properties: ['openFile', 'multiSelections'],
  });
  return canceled ? [] : storeChosen(stores.images, filePaths.slice(0, MOST));
}

const MOST = 8;
