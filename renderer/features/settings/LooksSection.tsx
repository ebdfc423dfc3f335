import { useStore } from 'zustand';
import type { Console } from '../../store/console';
import type { Theme } from '../../store/settings';
import { Choice } from './Choice';
import { Section } from './Section';

const THEMES: readonly { readonly value: Theme; readonly label: string }[] = [
  { value: 'auto', label: 'As the system' },
  { value: 'dark', label: 'Dark' },
  { value: 'light', label: 'Light' },
];

/** Colours, and the zone that times are shown and read in. */
export function LooksSection({ console }: { readonly console: Console }) {
  const { theme, clockZone } = useStore(console.settings.store);
  const { change } = console.settings;
  const zones = [
    { value: 'local', label: `Local (${console.ports.timeZone})` },
    { value: 'utc', label: 'UTC' },
  ] as const;
  return (
    <Section title="Looks and times">
      <Choice legend="Theme" options={THEMES} value={theme} onChange={(to) => change({ theme: to })} />
      <Choice legend="Times" options={zones} value={clockZone} onChange={(to) => change({ clockZone: to })} />
    </Section>
  );
}
