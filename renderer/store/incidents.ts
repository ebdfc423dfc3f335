import { createStore, type StoreApi } from 'zustand/vanilla';
import type { IncidentId } from '../domain/ids';
import { byUrgency, nextNumber, type IncidentSummary } from '../domain/summary';

/** The list of incidents; live ones first, then newest first. */
export interface Incidents {
  readonly store: StoreApi<readonly IncidentSummary[]>;
  readonly load: (summaries: readonly IncidentSummary[]) => void;
  readonly put: (summary: IncidentSummary) => void;
  readonly nextNumber: (drill: boolean) => number;
  /** A live incident of the same title: most likely the same thing, declared twice (DEC4). */
  readonly liveTwin: (title: string, drill: boolean) => IncidentSummary | undefined;
  readonly find: (id: IncidentId) => IncidentSummary | undefined;
}

export function createIncidents(): Incidents {
  const store = createStore<readonly IncidentSummary[]>(() => []);
  const { getState, setState } = store;
  return {
    store,
    load: (summaries) => {
      const known = getState().filter((one) => !summaries.some(({ id }) => id === one.id));
      setState([...known, ...summaries].toSorted(byUrgency), true);
    },
    put: (summary) => {
      const others = getState().filter((one) => one.id !== summary.id);
      setState([...others, summary].toSorted(byUrgency), true);
    },
    nextNumber: (drill) => nextNumber(getState(), drill),
    liveTwin: (title, drill) =>
      getState().find((one) => !one.isResolved && one.drill === drill && same(one.title, title)),
    find: (id) => getState().find((one) => one.id === id),
  };
}

/** As the domain keeps a title: on one line, any blanks as one. */
const same = (a: string, b: string): boolean => likened(a) === likened(b);

const likened = (title: string): string => title.replace(/\s+/g, ' ').trim().toLocaleLowerCase('en');
