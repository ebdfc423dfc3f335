import { useEffect } from 'react';
import { useStore } from 'zustand';
import { standingSentence } from '../../store/mirrorSentences';
import type { Console } from '../../store/console';
import { shownZone } from '../../store/zone';
import { Button } from '../../ui/Button';
import { Section } from './Section';
import styles from './Settings.module.css';

/** The journal's second place: one disk is still one disk. */
export function MirrorSection({ console }: { readonly console: Console }) {
  const { mirror, busy, said, problem } = useStore(console.mirroring.store);
  const { mirroring, ports } = console;
  useEffect(() => void mirroring.look(), [mirroring]);
  const isOn = mirror !== null && mirror.folder !== null;
  return (
    <Section title="Mirror: a second copy of the journal">
      <p className={styles['hint']}>
        Every row is copied to another folder as well, right after it is saved: a USB stick, a network or a
        synced folder. Each laptop has a folder of its own there. Whoever can read that folder can read the
        log.
      </p>
      {isOn && <p className={styles['path']}>{mirror.folder}</p>}
      <p role="status" aria-live="polite" data-testid="mirror">
        {mirror && standingSentence(mirror, ports.now(), shownZone(console))}
      </p>
      <div className={styles['row']}>
        <Button aria-busy={busy} onClick={() => void mirroring.choose()}>
          {isOn ? 'Choose another folder…' : 'Copy the journal to another folder as well…'}
        </Button>
        {isOn && (
          <>
            <Button aria-busy={busy} onClick={() => void mirroring.restore()}>
              Add what only the mirror has
            </Button>
            <Button tone="quiet" aria-label="Show folder: mirror" onClick={() => void mirroring.show()}>
              Show folder
            </Button>
            <Button tone="quiet" aria-label="Turn off the mirror" onClick={() => void mirroring.turnOff()}>
              Turn off
            </Button>
          </>
        )}
      </div>
      <p role="status" aria-live="polite" className={styles['said']}>
        {said}
      </p>
      <p role="alert" className={problem === null ? styles['said'] : styles['problem']}>
        {problem}
      </p>
    </Section>
  );
}
