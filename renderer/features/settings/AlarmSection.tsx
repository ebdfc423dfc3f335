import { useState } from 'react';
import { useStore } from 'zustand';
import type { Console } from '../../store/console';
import { playAlarm } from '../../ui/alarmSound';
import { Button } from '../../ui/Button';
import { Section } from './Section';
import styles from './Settings.module.css';

const ANSWERS = [
  ['Yes, both', 'Good. It will ring like this when an update is due.'],
  [
    'Not seen',
    'Let the system show notifications of Incident Console, and switch “do not disturb” off. The console’s own panel shows in any case.',
  ],
  ['Not heard', 'Turn the computer’s sound up, and check which speaker or headset it goes to.'],
] as const;

/** The sound can be muted, the panel can't; both can be tried before they are needed. */
export function AlarmSection({ console }: { readonly console: Console }) {
  const muted = useStore(console.settings.store, (settings) => settings.muted);
  const [asking, setAsking] = useState(false);
  const [answer, setAnswer] = useState('');
  const test = (): void => {
    setAnswer('');
    setAsking(true);
    if (!muted) playAlarm();
    void console.ports.storage.testAlarm();
  };
  return (
    <Section title="Alarm">
      <label className={styles['option']}>
        <input
          type="checkbox"
          checked={muted}
          onChange={(event) => console.settings.change({ muted: event.target.checked })}
        />
        Mute the sound
      </label>
      <div className={styles['row']}>
        <Button onClick={test}>Test alarm</Button>
        <p role="status" aria-live="polite" className={styles['grow']}>
          {answer || (asking ? question(muted) : '')}
        </p>
      </div>
      {asking && (
        <div className={styles['row']}>
          {ANSWERS.map(([label, advice]) => (
            <Button key={label} onClick={() => setAnswer(advice)}>
              {label}
            </Button>
          ))}
        </div>
      )}
    </Section>
  );
}

const question = (muted: boolean): string =>
  muted ? 'The sound is muted. Did you see the notification?' : 'Did you see and hear it?';
