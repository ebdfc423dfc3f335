import { useState } from 'react';
import { useStore } from 'zustand';
import type { UpdateState } from '../../domain/events';
import { nextDue } from '../../domain/evolveUpdates';
import { updatePrefill } from '../../domain/prefill';
import type { EpochMs } from '../../domain/time';
import { cadence } from '../../domain/updateClock';
import { updateText, type UpdateContent } from '../../exports/updateText';
import { formatLocal } from '../../language/formatLocal';
import { readComingTime } from '../../language/readComingTime';
import type { TimeProblem } from '../../language/timeProblems';
import { run, sentenceOf, type Console } from '../../store/console';
import { shownZone } from '../../store/zone';

interface Fields {
  readonly state: UpdateState;
  readonly impact: string;
  readonly known: string;
  readonly doing: string;
  /** As typed; '' = no further update. */
  readonly next: string;
}

type Next =
  { readonly ok: true; readonly at: EpochMs | null } | { readonly ok: false; readonly problem: TimeProblem };

const FIELDS = ['state', 'impact', 'known', 'doing', 'next'] as const;

export interface Composer {
  readonly number: number;
  readonly fields: Fields;
  readonly next: Next;
  readonly problem: string | undefined;
  readonly copied: boolean;
  readonly set: (field: keyof Fields, text: string) => void;
  /** True when it was logged as sent. */
  readonly send: () => boolean;
  readonly copy: () => Promise<void>;
}

/** The update being written: kept as a draft with every key, prefilled from the log. */
export function useComposer(console: Console): Composer {
  const { session, drafts, ports } = console;
  const incident = useStore(session.store, (state) => state.incident);
  const timeZone = shownZone(console);
  const key = (field: keyof Fields): string => `composer:${incident.id ?? ''}:${field}`;
  const [fields, setFields] = useState<Fields>(() => restored(console, key));
  const [problem, setProblem] = useState<string>();
  const [copied, setCopied] = useState(false);
  const number = incident.updates.length + 1;

  const next = readNext(fields.next, ports.now(), timeZone);
  const content = (nextDueAt: EpochMs | null): UpdateContent => {
    const { next: _typed, ...said } = fields;
    return { number, ...said, nextDueAt };
  };

  const set = (field: keyof Fields, text: string): void => {
    const changed = { ...fields, [field]: text };
    if (field === 'state') changed.next = offeredNext(console, changed.state);
    setFields(changed);
    setProblem(undefined);
    setCopied(false);
    drafts.set(key(field), text);
  };

  const send = (): boolean => {
    if (!next.ok) return false;
    const { number: _number, ...said } = content(next.at);
    const ran = run(console, { type: 'send-update', audience: 'internal', ...said });
    setProblem(sentenceOf(ran));
    if (ran.ok) for (const field of FIELDS) drafts.set(key(field), '');
    return ran.ok;
  };

  const copy = async (): Promise<void> => {
    if (!next.ok) return;
    await ports.copy(updateText(incident, content(next.at), ports.now(), toTheMinute(timeZone)));
    setCopied(true);
  };

  return { number, fields, next, problem, copied, set, send, copy };
}

const toTheMinute =
  (timeZone: string) =>
  (at: EpochMs): string =>
    formatLocal(at, timeZone).slice(0, 16);

function restored(console: Console, key: (field: keyof Fields) => string): Fields {
  const { drafts, session } = console;
  const fresh = updatePrefill(session.store.getState().incident);
  const state = (drafts.get(key('state')) || fresh.state) as UpdateState;
  return {
    state,
    impact: drafts.get(key('impact')) || fresh.impact,
    known: drafts.get(key('known')) || fresh.known,
    doing: drafts.get(key('doing')) || fresh.doing,
    next: drafts.get(key('next')) || offeredNext(console, state),
  };
}

/** The next promise by the cadence of that state, in the zone shown; '' when there is none. */
function offeredNext(console: Console, state: UpdateState): string {
  const { incident } = console.session.store.getState();
  const now = console.ports.now();
  const clock = incident.clock && { ...incident.clock, state };
  const at =
    clock && cadence(clock, incident.severity) !== null ? nextDue({ ...incident, clock }, now) : null;
  return at === null ? '' : formatLocal(at, shownZone(console)).slice(0, 16);
}

function readNext(text: string, now: EpochMs, timeZone: string): Next {
  if (text.trim() === '') return { ok: true, at: null };
  const read = readComingTime(text, { now, timeZone });
  return read.ok ? { ok: true, at: read.at } : { ok: false, problem: read.problem };
}
