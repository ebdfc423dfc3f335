import { useEffect, useId, type ComponentProps, type ReactNode } from 'react';
import styles from './Field.module.css';

interface Labelled {
  readonly label: string;
  /** What is wrong with the value, in a sentence; shown beside it and read out with it. */
  readonly problem?: string | undefined;
  /** How the value was understood, or what is expected. */
  readonly hint?: ReactNode;
  /** The label is only read out: for places where position says it already. */
  readonly labelHidden?: boolean;
}

export type TextFieldProps = Labelled &
  Omit<ComponentProps<'input'>, 'type'> & {
    /** Offered while typing; anything else may be typed too. */
    readonly suggestions?: readonly string[];
  };

export function TextField({
  label,
  problem,
  hint,
  labelHidden,
  suggestions,
  className,
  ...input
}: TextFieldProps) {
  const id = useId();
  const list = suggestions && suggestions.length > 0 ? `${id}-list` : undefined;
  return (
    <Frame {...{ id, label, problem, hint, labelHidden, className }}>
      <input
        {...input}
        id={id}
        type="text"
        autoComplete="off"
        spellCheck={input.spellCheck ?? false}
        list={list}
        className={styles['input']}
        {...described(id, problem, hint)}
      />
      {list && (
        <datalist id={list}>
          {suggestions?.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </Frame>
  );
}

export type TextAreaProps = Labelled & ComponentProps<'textarea'>;

export function TextArea({ label, problem, hint, labelHidden, className, ...input }: TextAreaProps) {
  const id = useId();
  useEffect(() => {
    // What stands in it already is written on with: browsers start at its first character.
    const area = document.getElementById(id);
    if (area instanceof HTMLTextAreaElement) area.setSelectionRange(area.value.length, area.value.length);
  }, [id]);
  return (
    <Frame {...{ id, label, problem, hint, labelHidden, className }}>
      <textarea rows={2} {...input} id={id} className={styles['input']} {...described(id, problem, hint)} />
    </Frame>
  );
}

interface FrameProps extends Omit<Labelled, 'labelHidden'> {
  readonly id: string;
  readonly labelHidden: boolean | undefined;
  readonly className: string | undefined;
  readonly children: ReactNode;
}

function Frame({ id, label, problem, hint, labelHidden, className, children }: FrameProps) {
  return (
    <div className={[styles['field'], className].filter(Boolean).join(' ')}>
      <label htmlFor={id} className={labelHidden ? 'visually-hidden' : styles['label']}>
        {label}
      </label>
      {children}
      {hint !== undefined && (
        <div id={`${id}-hint`} className={styles['hint']}>
          {hint}
        </div>
      )}
      {problem !== undefined && (
        <div id={`${id}-problem`} className={styles['problem']} role="alert">
          {problem}
        </div>
      )}
    </div>
  );
}

function described(id: string, problem: string | undefined, hint: ReactNode) {
  const ids = [hint === undefined ? '' : `${id}-hint`, problem === undefined ? '' : `${id}-problem`];
  const by = ids.filter(Boolean).join(' ');
  return {
    ...(by === '' ? {} : { 'aria-describedby': by }),
    ...(problem === undefined ? {} : { 'aria-invalid': true }),
  };
}
