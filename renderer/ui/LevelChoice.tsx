import { useId, type RefObject } from 'react';
import styles from './LevelChoice.module.css';
import { SeverityMark } from './SeverityMark';

export interface LevelOption<L extends number> {
  readonly level: L;
  readonly label: string;
  /** What the level means, in a sentence; read out with the label. */
  readonly means: string;
}

/** Radios for a graded choice, each with its shape, its word and its meaning. Arrows move. */
export function LevelChoice<L extends number>({
  legend,
  legendHidden = false,
  options,
  value,
  onChange,
  chosenRef,
}: {
  readonly legend: string;
  readonly legendHidden?: boolean;
  readonly options: readonly LevelOption<L>[];
  readonly value: L;
  readonly onChange: (level: L) => void;
  readonly chosenRef?: RefObject<HTMLInputElement | null>;
}) {
  const id = useId();
  return (
    <fieldset className={styles['levels']}>
      <legend className={legendHidden ? 'visually-hidden' : styles['legend']}>{legend}</legend>
      {options.map(({ level, label, means }) => (
        <div key={level} className={styles['level']} data-chosen={level === value}>
          <input
            type="radio"
            name={id}
            id={`${id}-${level}`}
            ref={level === value ? chosenRef : undefined}
            checked={level === value}
            onChange={() => onChange(level)}
            aria-describedby={`${id}-${level}-means`}
          />
          <label htmlFor={`${id}-${level}`} className={styles[`mark${level}`]}>
            <SeverityMark level={level} />
            {label}
          </label>
          <span id={`${id}-${level}-means`} className={styles['means']}>
            {means}
          </span>
        </div>
      ))}
    </fieldset>
  );
}
