import type { EpochMs } from '../../domain/time';
import { formatLocal } from '../../language/formatLocal';
import { readTime } from '../../language/readTime';
import { TIME_SENTENCES } from '../../language/timeProblems';
import type { Console } from '../../store/console';
import { shownZone } from '../../store/zone';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/Field';
import styles from './Declare.module.css';

/** What may be said when declaring and need not be; as typed. */
export interface More {
  readonly impactStartedAt: string;
  readonly detectedAt: string;
  readonly service: string;
  readonly bridge: string;
}

export const NO_MORE: More = { impactStartedAt: '', detectedAt: '', service: '', bridge: '' };

export const isUntouched = (more: More): boolean =>
  Object.keys(NO_MORE).every((field) => more[field as keyof More] === '');

interface MoreValues {
  readonly impactStartedAt?: EpochMs;
  readonly detectedAt?: EpochMs;
  readonly service?: string;
  readonly bridge?: string;
}

/** The values behind what was typed; not ok while a time can't be read (its field says why). */
export function readMore(
  more: More,
  console: Console,
): { readonly ok: true; readonly values: MoreValues } | { readonly ok: false } {
  const start = readField(more.impactStartedAt, console);
  const detected = readField(more.detectedAt, console);
  if (start.problem !== undefined || detected.problem !== undefined) return { ok: false };
  return {
    ok: true,
    values: {
      ...(start.at === undefined ? {} : { impactStartedAt: start.at }),
      ...(detected.at === undefined ? {} : { detectedAt: detected.at }),
      ...(more.service.trim() === '' ? {} : { service: more.service }),
      ...(more.bridge.trim() === '' ? {} : { bridge: more.bridge }),
    },
  };
}

function readField(text: string, console: Console): { at?: EpochMs; problem?: string; echo?: string } {
  if (text.trim() === '') return {};
  const timeZone = shownZone(console);
  const read = readTime(text, { now: console.ports.now(), timeZone });
  if (!read.ok) return { problem: TIME_SENTENCES[read.problem] };
  return { at: read.at, echo: `= ${formatLocal(read.at, timeZone)}` };
}

export function DeclareMore({
  more,
  set,
  shown,
  onToggle,
  console,
}: {
  readonly more: More;
  readonly set: (field: keyof More, text: string) => void;
  readonly shown: boolean;
  readonly onToggle: (shown: boolean) => void;
  readonly console: Console;
}) {
  const time = (field: 'impactStartedAt' | 'detectedAt', label: string) => {
    const { problem, echo } = readField(more[field], console);
    return (
      <TextField
        label={label}
        placeholder="-5m or 03:02"
        value={more[field]}
        problem={problem}
        hint={echo}
        onChange={(event) => set(field, event.target.value)}
      />
    );
  };
  const words = (field: 'service' | 'bridge', label: string, placeholder: string) => (
    <TextField
      label={label}
      placeholder={placeholder}
      value={more[field]}
      onChange={(event) => set(field, event.target.value)}
    />
  );
  return (
    <div className={styles['more']}>
      <Button tone="quiet" aria-expanded={shown} onClick={() => onToggle(!shown)}>
        <span aria-hidden="true">{shown ? '▾ ' : '▸ '}</span>
        More
      </Button>
      {shown && (
        <div className={styles['moreFields']}>
          {time('impactStartedAt', 'Impact started at')}
          {time('detectedAt', 'Detected at')}
          {words('service', 'Affected service', 'checkout')}
          {words('bridge', 'Bridge or chat channel', 'a link or a phone number')}
        </div>
      )}
    </div>
  );
}
