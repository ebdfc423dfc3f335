import type { SavedImage } from '../../electron/contract';
import { visibleLine } from '../exports/visibleText';
import { storageSentence } from './storageSentence';

const LONGEST_NAME = 60;

const KEPT = 'What you typed is still here.';

/** Why an image did not come in; a pasted one has no name that anybody gave it. */
export function imageSentence(name: string, saved: Exclude<SavedImage, { status: 'stored' }>): string {
  const what = `“${visibleLine(name).slice(0, LONGEST_NAME)}” was not attached`;
  if (saved.status === 'failed') return `${what}. ${storageSentence(saved.failure)} ${KEPT}`;
  switch (saved.refusal) {
    case 'no-image':
      return `${what}: by its content it is no PNG, JPEG, GIF or WebP image. ${KEPT}`;
    case 'too-large':
      return `${what}: it is larger than 10 MB. Take a smaller screenshot, or save it as JPEG. ${KEPT}`;
    case 'too-many-pixels':
      return `${what}: it has more than 100 megapixels. Crop it. ${KEPT}`;
  }
}

export const TOO_MANY = `A note takes eight images; the rest were not attached. Log these first. ${KEPT}`;

/** `340 kB` or `1.2 MB`, for people. */
export function imageSize(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1000));
  return kilobytes < 1000 ? `${kilobytes} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** What was written lacks images that its entries name (ATT6, ATT7). */
export function missingImages(what: string, missing: number): string {
  const which = missing === 1 ? '1 image that is' : `${missing} images that are`;
  return `${what} is written without ${which} missing or changed. “Check now” in Settings says which. The log is untouched.`;
}
