import type { PlaceName, SubjectName, Suite } from '../metrics';

/** Something to be started and measured: the console or a floor. */
export interface Subject {
  readonly name: Exclude<SubjectName, 'strings'>;
  /** What there is to measure of it. */
  readonly suites: readonly Suite[];
  readonly appFolder: string;
  /** Switches of its own. */
  readonly switches: readonly string[];
  /** A profile for a place, seeded but never opened. */
  readonly seed: (place: PlaceName, size: number) => Promise<string>;
  /** True when it fills its profile only from inside its page (`fillFloor`). */
  readonly fillsItself: boolean;
}

/** A profile and a home that one start may use up. */
export interface Ground {
  readonly profile: string;
  readonly home: string;
}
