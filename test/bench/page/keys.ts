import { afterPaint } from './afterPaint';

/** One key that changed the field: when it was pressed, and when its letter was painted. */
export interface KeyTimes {
  readonly pressed: number;
  painted: number;
}

const keys: KeyTimes[] = [];

export function watchKeys(): void {
  let pressed: number | undefined;
  addEventListener('keydown', ({ timeStamp }) => (pressed = timeStamp), true);
  addEventListener(
    'input',
    () => {
      if (pressed === undefined) return;
      const key: KeyTimes = { pressed, painted: Number.NaN };
      pressed = undefined;
      keys.push(key);
      afterPaint((now) => (key.painted = now));
    },
    true,
  );
}

/** The keys since last asked. */
export const takeKeys = (): KeyTimes[] => keys.splice(0);
