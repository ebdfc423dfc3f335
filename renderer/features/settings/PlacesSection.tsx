import { useStore } from 'zustand';
import type { Console } from '../../store/console';
import { Button } from '../../ui/Button';
import { Section } from './Section';
import styles from './Settings.module.css';

const PLACES = [
  ['profile', 'Everything'],
  ['journal', 'The log'],
  ['backups', 'Backups'],
  ['exports', 'Exports'],
] as const;

/** Where the data lives: on this computer and nowhere else. */
export function PlacesSection({ console }: { readonly console: Console }) {
  const places = useStore(console.safekeeping.store, (state) => state.places);
  return (
    <Section title="Where your data lives">
      <p className={styles['hint']}>
        On this computer and nowhere else, unless you choose a mirror below. The log can be read with any text
        editor.
      </p>
      <dl className={styles['places']}>
        {PLACES.map(([place, name]) => (
          <div key={place} className={styles['place']}>
            <dt>{name}</dt>
            <dd className={styles['path']}>{places?.[place] ?? '…'}</dd>
            <dd>
              <Button
                tone="quiet"
                aria-label={`Show folder: ${name}`}
                onClick={() => void console.safekeeping.show(place)}
              >
                Show folder
              </Button>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
