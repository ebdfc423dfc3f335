import { freshFolder } from '../../support/freshFolder';
import type { Suite } from '../metrics';
import type { Subject } from './subject';

/** The floors, from the folder in which they were built. */
export function floorSubjects(folder: string): readonly Subject[] {
  const floor = (name: 'bare' | 'raw' | 'dexie', suites: readonly Suite[]): Subject => ({
    name,
    suites,
    appFolder: folder,
    switches: [`--floor-page=${name}.html`],
    fillsItself: name !== 'bare',
    seed: async () => freshFolder('profile'),
  });
  return [
    floor('bare', ['start', 'typing', 'memory']),
    floor('raw', ['start', 'typing', 'memory', 'commit', 'scroll']),
    floor('dexie', ['commit']),
  ];
}
