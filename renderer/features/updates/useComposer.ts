import { useState } from 'react';
import { useStore } from 'zustand';
import { isBlank } from '../../domain/decision';
import type { Audience, UpdateState } from '../../domain/events';
import { updatePrefill } from '../../domain/prefill';
import { REFUSAL_SENTENCES } from '../../domain/refusals';
import type { EpochMs } from '../../domain/time';
import { updateText, type UpdateContent } from '../../exports/updateText';
import { formatLocal } from '../../language/formatLocal';
import { run, sentenceOf, type Console } from '../../store/console';
import { shownZone } from '../../store/zone';
import { useNextUpdate, type NextUpdate } from './useNextUpdate';

interface Fields {
  readonly state: UpdateState;
  readonly impact: string;
  readonly known: string;
  readonly doing: string;
}

type Field = keyof Fields | 'next';

const FIELDS = ['state', 'impact', 'known', 'doing', 'next'] as const satisfies readonly Field[];

export interface Composer {
  readonly number: number;
  readonly fields: Fields;
  readonly audience: Audience;
  readonly next: NextUpdate;
  readonly problem: string | undefined;
  readonly copied: boolean;
  readonly set: (field: Field, text: string) => void;
  /** True when it was logged as sent. */
  readonly send: () => boolean;
  readonly copy: () => Promise<void>;
}

/** The update being written: kept as a draft with every key, prefilled from the log. */
export function useComposer(console: Console): Composer {
  const { session, drafts, ports } = console;
  const incident = useStore(session.store, (state) => state.incident);
  useStore(console.settings.store, (settings) => settings.clockZone);
  const timeZone = shownZone(console);
  const key = (field: Field | 'audience'): string => `composer:${incident.id ?? ''}:${field}`;
  const [fields, setFields] = useState<Fields>(() => restored(console, key));
  const next = useNextUpdate(console, fields.state, drafts.get(key('next')), timeZone);
  const audience = audienceOf(drafts.get(key('audience')));
  const [problem, setProblem] = useState<string>();
  const [copied, setCopied] = useState(false);
  const number = incident.updates.length + 1;

  const set = (field: Field, text: string): void => {
    drafts.set(key(field), text);
    setProblem(undefined);
    setCopied(false);
    if (field === 'next') return next.type(text);
    setFields({ ...fields, [field]: text });
    if (field !== 'state') return;
    next.offer();
    drafts.set(key('next'), '');
  };

  const send = (): boolean => {
    const promise = next.current();
    if (!promise.ok) return false;
    const ran = run(console, { type: 'send-update', audience, ...fields, nextDueAt: promise.at });
    setProblem(sentenceOf(ran));
    if (ran.ok) for (const field of [...FIELDS, 'audience'] as const) drafts.set(key(field), '');
    return ran.ok;
  };

  const copy = async (): Promise<void> => {
    if (!next.next.ok) return;
    const content: UpdateContent = { number, ...fields, nextDueAt: next.next.at };
    const refused = whyNotToCopy(content, next.mayEnd);
    if (refused !== undefined) return setProblem(refused);
    await ports.copy(updateText(incident, content, ports.now(), toTheMinute(timeZone)));
    setCopied(true);
  };

  return { number, fields, audience, next, problem, copied, set, send, copy };
}

/** For whom `/update` in the pad was asked to write; internal unless it said so. */
const audienceOf = (kept: string): Audience =>
  kept === 'executives' || kept === 'support' ? kept : 'internal';

/** Nothing leaves the window that could not be sent. */
function whyNotToCopy(content: UpdateContent, mayEnd: boolean): string | undefined {
  const { impact, known, doing, nextDueAt } = content;
  if ([impact, known, doing].every(isBlank)) return REFUSAL_SENTENCES['update-empty'];
  return nextDueAt === null && !mayEnd ? REFUSAL_SENTENCES['next-update-missing'] : undefined;
}

const toTheMinute =
  (timeZone: string) =>
  (at: EpochMs): string =>
    formatLocal(at, timeZone).slice(0, 16);

function restored({ drafts, session }: Console, key: (field: Field) => string): Fields {
  const fresh = updatePrefill(session.store.getState().incident);
  return {
    state: (drafts.get(key('state')) || fresh.state) as UpdateState,
    impact: drafts.get(key('impact')) || fresh.impact,
    known: drafts.get(key('known')) || fresh.known,
    doing: drafts.get(key('doing')) || fresh.doing,
  };
}
