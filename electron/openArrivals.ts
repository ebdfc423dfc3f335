import { app } from 'electron';
import { bundlesNamed, type Arrivals } from './bundle/arrivals';
import { linksNamed, readDeepLink } from './deepLink';
import type { Services } from './handlers';
import { asksForNote, beginNote } from './noteNow';
import { bringForward } from './window';

interface Opening extends Pick<Services, 'bundles' | 'clock' | 'outbox' | 'window'> {
  readonly arrivals: Arrivals;
  readonly links: Arrivals;
}

/** A bundle or a link comes with a start, with a second start while this one runs, or from macOS at any time. */
export function openArrivals({ arrivals, links, bundles, clock, outbox, window }: Opening): void {
  // A window that has not painted yet comes by itself.
  const comeForward = (): void => {
    if (window()?.isVisible() === true) bringForward(window());
  };
  arrivals.handTo((path) => {
    comeForward();
    void bundles.take(path);
  });
  links.handTo((text) => {
    comeForward();
    const link = readDeepLink(text);
    if (link === null) outbox.put('link:refused', {});
    else outbox.put('link:opened', link);
  });
  app.on('second-instance', (_event, argv, folder) => {
    bringForward(window());
    arrivals.add(bundlesNamed(argv, folder));
    links.add(linksNamed(argv));
    if (asksForNote(argv)) beginNote('start', { window, outbox, clock });
  });
}
