import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { Console } from '../../store/console';
import type { Composer } from './useComposer';

/** `/update` in the pad while an update is being written: it comes to the front, with what the line says added. */
export function useComposerCall({ view }: Console, composer: Composer, focus: () => void): void {
  const call = useStore(view.store, ({ composerCall }) => composerCall);
  const answered = useRef(call);
  useEffect(() => {
    if (call === null || call === answered.current) return;
    answered.current = call;
    const { known } = composer.fields;
    if (call.known !== '') composer.set('known', known === '' ? call.known : `${known}\n${call.known}`);
    focus();
  }, [call, composer, focus]);
}
