import { createElement, useEffect, useState, type ComponentProps } from 'react';
import type { Dialogs } from './Dialogs';

type DialogsComponent = typeof Dialogs;

/**
 * The dialogs, whose code is fetched once the window is idle, or at once when one is asked for first.
 *
 * Not `lazy` with Suspense: React holds a first reveal back for 300 ms, and letters typed into a
 * dialog that is not there yet would be lost.
 */
export function LateDialogs({
  wanted,
  ...props
}: ComponentProps<DialogsComponent> & { readonly wanted: boolean }) {
  const [loaded, setLoaded] = useState<{ readonly component: DialogsComponent }>();
  const isLoaded = loaded !== undefined;
  useEffect(() => {
    if (isLoaded) return undefined;
    const load = (): void => {
      void import('./Dialogs').then((module) => setLoaded({ component: module.Dialogs }));
    };
    if (wanted) {
      load();
      return undefined;
    }
    const idle = requestIdleCallback(load);
    return () => cancelIdleCallback(idle);
  }, [wanted, isLoaded]);
  return wanted && loaded ? createElement(loaded.component, props) : null;
}
