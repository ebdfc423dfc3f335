import { useState } from 'react';
import type { ColumnRole, ImportQuestions as Questions } from '../../imports/importTypes';
import { visibleLine } from '../../exports/visibleText';
import { AMBIGUOUS_ZONES } from '../../domain/zoneOffsets';
import { isTimeZone } from '../../language/wallTime';
import type { Console } from '../../store/console';
import type { ImportView } from '../../store/importView';
import { TextField } from '../../ui/Field';
import styles from './Importing.module.css';
import { Select } from './Select';

const ROLES: readonly (readonly [ColumnRole, string])[] = [
  ['time', 'Time'],
  ['date', 'Day'],
  ['zone', 'Time zone'],
  ['kind', 'Kind'],
  ['author', 'Author'],
  ['text', 'Text'],
  ['none', 'Not imported'],
];

interface Props {
  readonly console: Console;
  readonly shown: ImportView;
  readonly questions: Questions;
}

/** What the file does not tell; each answer reads it anew (IMP6). */
export function ImportQuestions({ console, shown, questions }: Props) {
  const { choices } = shown;
  const { zone, zones, dateOrder, baseDate, overlap, columns } = questions;
  const { importing } = console;
  return (
    <>
      {(zone || zones.length > 0 || dateOrder || baseDate || overlap) && (
        <div className={styles['questions']} role="group" aria-label="How times are meant">
          {zone && <Zone console={console} value={choices.timeZone} />}
          {zones.map((name) => (
            <Select
              key={name}
              label={`${name} is the time of`}
              value={String(choices.zones?.[name] ?? '')}
              options={[['', 'not said yet: left out'], ...meanings(name)]}
              onChange={(value) => void importing.choose({ zones: withZone(choices.zones, name, value) })}
            />
          ))}
          {dateOrder && (
            <Select
              label="Dates like 03/04/2020 are"
              value={choices.dateOrder}
              options={[
                ['day-first', 'day, then month'],
                ['month-first', 'month, then day'],
              ]}
              onChange={(value) => void importing.choose({ dateOrder: value })}
            />
          )}
          {baseDate && (
            <label className={styles['choice']}>
              Day of times without one
              <input
                type="date"
                value={choices.baseDate ?? ''}
                onChange={({ target }) => void importing.choose({ baseDate: target.value || null })}
              />
            </label>
          )}
          {overlap && (
            <Select
              label="Times that happened twice are the"
              value={choices.overlap}
              options={[
                ['earlier', 'earlier one'],
                ['later', 'later one'],
              ]}
              onChange={(value) => void importing.choose({ overlap: value })}
            />
          )}
        </div>
      )}
      {columns.length > 0 && (
        <details>
          <summary>Columns</summary>
          <div className={styles['questions']} role="group" aria-label="Columns">
            {columns.map(({ name, role }, i) => (
              <Select
                key={name}
                label={visibleLine(name)}
                value={role}
                options={ROLES}
                onChange={(value) =>
                  void importing.choose({ columns: columns.map((one, j) => (j === i ? value : one.role)) })
                }
              />
            ))}
          </div>
        </details>
      )}
    </>
  );
}

/** `UTC+5:30 · India` and the like. */
const meanings = (name: string): readonly (readonly [string, string])[] =>
  (AMBIGUOUS_ZONES.get(name) ?? []).map(([minutes, meant]) => {
    const size = Math.abs(minutes);
    const rest = size % 60 === 0 ? '' : `:${String(size % 60).padStart(2, '0')}`;
    return [String(minutes), `${meant} (UTC${minutes < 0 ? '−' : '+'}${Math.floor(size / 60)}${rest})`];
  });

function withZone(
  zones: ImportView['choices']['zones'],
  name: string,
  value: string,
): { readonly [abbreviation: string]: number } {
  const { [name]: _before, ...others } = zones ?? {};
  return value === '' ? others : { ...others, [name]: Number(value) };
}

/** Taken when it is left or on Enter: the file is read anew for it, and half a name may be another zone's. */
function Zone({ console, value }: { readonly console: Console; readonly value: string }) {
  const [problem, setProblem] = useState<string>();
  const take = (typed: string): void => {
    const zone = typed.trim();
    const isKnown = zone === '' || isTimeZone(zone);
    setProblem(
      isKnown ? undefined : `No zone is called “${visibleLine(zone)}”. Times are still read as ${value}.`,
    );
    if (isKnown && zone !== '' && zone !== value) void console.importing.choose({ timeZone: zone });
  };
  return (
    <TextField
      label="Times without a zone are in"
      hint="For example UTC or Europe/Berlin."
      defaultValue={value}
      suggestions={[...new Set(['UTC', console.ports.timeZone])]}
      problem={problem}
      onBlur={({ target }) => take(target.value)}
      onKeyDown={(event) => {
        const { value: typed } = event.currentTarget;
        if (event.key !== 'Enter' || typed.trim() === value) return;
        // Enter imports; here it first says what the zone is.
        event.preventDefault();
        take(typed);
      }}
    />
  );
}
