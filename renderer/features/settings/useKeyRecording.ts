import { useEffect, useState } from 'react';
import { chordsOf, isModifier } from '../../keymap/chords';

/** What the next key press is for; the press itself is handed to whoever asked. */
export interface KeyRecording {
  readonly of: string | null;
  readonly begin: (of: string) => void;
  readonly stop: () => void;
}

/** What was pressed: a combination, Escape (keep), Backspace (none), or Tab, which goes on as always. */
export type Recorded =
  { readonly kind: 'chord'; readonly chord: string } | { readonly kind: 'none' } | { readonly kind: 'kept' };

/** Takes the next key press away from everything else, so that it can be given a meaning. */
export function useKeyRecording(
  platform: string,
  onRecorded: (of: string, recorded: Recorded) => void,
): KeyRecording {
  const [of, setOf] = useState<string | null>(null);
  useEffect(() => {
    if (of === null) return undefined;
    const take = (event: KeyboardEvent): void => {
      if (isModifier(event.key) || event.isComposing) return;
      const recorded = recordedFrom(event, platform);
      if (event.key !== 'Tab') {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
      setOf(null);
      onRecorded(of, recorded);
    };
    window.addEventListener('keydown', take, { capture: true });
    return () => window.removeEventListener('keydown', take, { capture: true });
  }, [of, platform, onRecorded]);
  return { of, begin: setOf, stop: () => setOf(null) };
}

function recordedFrom(event: KeyboardEvent, platform: string): Recorded {
  const bare = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
  if (event.key === 'Tab' || (bare && event.key === 'Escape')) return { kind: 'kept' };
  if (bare && event.key === 'Backspace') return { kind: 'none' };
  if (event.getModifierState('AltGraph')) return { kind: 'chord', chord: `Alt+${event.key.toLowerCase()}` };
  return { kind: 'chord', chord: chordsOf(event, platform)[0] ?? event.key };
}
