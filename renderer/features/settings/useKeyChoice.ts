import { useCallback, useState } from 'react';
import { keyLabel } from '../../keymap/chords';
import { entryNamed, type KnownEntry } from '../../keymap/keymap';
import { whyNever } from '../../keymap/neverKeys';
import { holderOf, withKey, withoutChoice } from '../../keymap/remap';
import type { Console } from '../../store/console';
import { useKeyRecording, type KeyRecording, type Recorded } from './useKeyRecording';

/** What came of the last key pressed for an entry. */
interface Answer {
  readonly of: string;
  readonly text: string;
  /** The key is another's; a person may take it from there. */
  readonly take?: () => void;
}

export interface KeyChoice {
  readonly recording: KeyRecording;
  readonly answer: Answer | null;
  readonly begin: (entry: KnownEntry) => void;
  readonly reset: (entry: KnownEntry) => void;
  readonly resetAll: () => void;
  readonly leave: () => void;
}

/** Gives keys to actions: records a press, refuses what belongs to somebody else, asks where another has it. */
export function useKeyChoice(console: Console, platform: string): KeyChoice {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const recorded = useCallback(
    (of: string, what: Recorded): void => {
      const entry = entryNamed(of);
      if (entry) setAnswer(answerTo(entry, what, { console, platform, said: setAnswer }));
    },
    [console, platform],
  );
  const recording = useKeyRecording(platform, recorded);
  return {
    recording,
    answer,
    begin: (entry) => {
      setAnswer(null);
      recording.begin(entry.id);
    },
    reset: (entry) => {
      const { keys } = console.settings.store.getState();
      console.settings.change({ keys: withoutChoice(entry.id, keys) });
      setAnswer({ of: entry.id, text: `${entry.label} has its first key again.` });
    },
    resetAll: () => {
      console.settings.change({ keys: {} });
      setAnswer({ of: '', text: 'All keys are as they were at first.' });
    },
    leave: () => setAnswer(null),
  };
}

interface Place {
  readonly console: Console;
  readonly platform: string;
  readonly said: (answer: Answer) => void;
}

function answerTo(entry: KnownEntry, recorded: Recorded, { console, platform, said }: Place): Answer | null {
  const { keys } = console.settings.store.getState();
  const of = entry.id;
  if (recorded.kind === 'kept') return null;
  if (recorded.kind === 'none') {
    console.settings.change({ keys: { ...keys, [of]: [] } });
    return { of, text: `${entry.label} has no key now. The palette still has it.` };
  }
  const { chord } = recorded;
  const shown = keyLabel(chord, platform);
  const never = whyNever(chord, entry.context);
  if (never !== undefined) return { of, text: `${shown} can’t be used. ${never}` };
  const give = (): Answer => {
    console.settings.change({ keys: withKey(chord, entry, console.settings.store.getState().keys) });
    return { of, text: `${shown} now does “${entry.label}”.` };
  };
  const holder = holderOf(chord, entry, keys);
  if (!holder) return give();
  return { of, text: `${shown} does “${holder.label}” already.`, take: () => said(give()) };
}
