import { webUtils } from 'electron';

/**
 * Watches for bundles dropped onto the window. In the preload, because only here a file's path can be
 * learnt: the page never sees it, and a drop that a script made up is not trusted.
 */
export function watchDrops(dropped: (paths: readonly string[]) => void): void {
  window.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files') !== true) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
  });
  window.addEventListener('drop', (event) => {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    if (!event.isTrusted) return;
    // All else is an image or nothing, and the page asks for its bytes to be looked at.
    const bundles = files.filter(({ name }) => BUNDLE.test(name));
    const paths = bundles.map((file) => webUtils.getPathForFile(file)).filter((path) => path !== '');
    if (paths.length > 0) dropped(paths.slice(0, MOST));
  });
}

const MOST = 8;
const BUNDLE = /\.icbundle$/i;
