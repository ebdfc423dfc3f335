import { useEffect, useRef, useState, type RefObject } from 'react';
import { useStore } from 'zustand';
import { REFUSAL_SENTENCES } from '../../domain/refusals';
import { formatLength, HOUR, isInstant, ms, type EpochMs } from '../../domain/time';
import { plainNote, readPadLine, type PadLine } from '../../language/padLine';
import { TIME_SENTENCES } from '../../language/timeProblems';
import { run, type Console } from '../../store/console';
import { shownZone } from '../../store/zone';

/** A time this far before everything else in the incident is asked about once. */
const FAR_BACK = ms(12 * HOUR);

export interface PadState {
  readonly problem: string | undefined;
  /** The two instants a clock showed twice. */
  readonly choices: readonly EpochMs[];
  readonly chip: { readonly at: EpochMs; readonly backdated: boolean } | undefined;
  readonly typed: () => void;
  /** `plain` logs the line as it stands, no command read. */
  readonly log: (plain: boolean) => void;
  readonly choose: (at: EpochMs) => void;
}

/** What the pad knows besides its text: the first keystroke, and what is wrong with the line. */
export function usePad(console: Console, area: RefObject<HTMLTextAreaElement | null>): PadState {
  const openId = useStore(console.session.store, (state) => state.openId);
  const firstKeystroke = useRef<EpochMs | undefined>(undefined);
  const askedFor = useRef('');
  const [problem, setProblem] = useState<string>();
  const [choices, setChoices] = useState<readonly EpochMs[]>([]);
  const [chip, setChip] = useState<PadState['chip']>();
  const { drafts, ports } = console;
  const textKey = `pad:${openId ?? ''}`;
  const startedKey = `padStarted:${openId ?? ''}`;

  useEffect(() => {
    const kept = drafts.get(textKey);
    const started = Number(drafts.get(startedKey));
    firstKeystroke.current = kept !== '' && isInstant(started) ? started : undefined;
    if (area.current) area.current.value = kept;
    setProblem(undefined);
    setChoices([]);
    setChip(
      firstKeystroke.current === undefined ? undefined : { at: firstKeystroke.current, backdated: false },
    );
  }, [area, drafts, textKey, startedKey]);

  const read = (text: string): PadLine =>
    readPadLine(text, {
      now: ports.now(),
      firstKeystroke: firstKeystroke.current ?? ports.now(),
      timeZone: shownZone(console),
    });

  const typed = (): void => {
    const text = area.current?.value ?? '';
    drafts.set(textKey, text);
    // Undefined setters cost nothing; only a changed chip or problem draws the pad again.
    setProblem(undefined);
    setChoices((before) => (before.length === 0 ? before : []));
    if (text === '') {
      firstKeystroke.current = undefined;
      drafts.set(startedKey, '');
      return setChip(undefined);
    }
    if (firstKeystroke.current === undefined) {
      firstKeystroke.current = ports.now();
      drafts.set(startedKey, String(firstKeystroke.current));
    }
    const next = chipOf(read(text), firstKeystroke.current);
    setChip((before) => (same(before, next) ? before : next));
  };

  const clear = (): void => {
    if (area.current) area.current.value = '';
    firstKeystroke.current = undefined;
    askedFor.current = '';
    drafts.set(textKey, '');
    drafts.set(startedKey, '');
    setChip(undefined);
    setProblem(undefined);
    setChoices([]);
  };

  const write = (text: string, at: EpochMs): void => {
    const ran = run(console, { type: 'log-note', kind: 'note', text, at });
    if (ran.ok) clear();
    else setProblem(REFUSAL_SENTENCES[ran.refusal]);
  };

  const log = (plain: boolean): void => {
    const text = area.current?.value ?? '';
    if (text.trim() === '') return setProblem(REFUSAL_SENTENCES['note-empty']);
    const started = firstKeystroke.current ?? ports.now();
    const line = plain ? plainNote(text, { firstKeystroke: started }) : read(text);
    if (line.kind === 'problem') {
      setChoices(line.candidates ?? []);
      return setProblem(TIME_SENTENCES[line.problem]);
    }
    const early = howEarly(console, line);
    if (early !== undefined && askedFor.current !== text) {
      askedFor.current = text;
      return setProblem(`That is ${early} before anything else here. Press Enter again to log it.`);
    }
    write(line.text, line.at);
  };

  const choose = (at: EpochMs): void => {
    const line = read(area.current?.value ?? '');
    if (line.kind === 'problem') write(line.note, at);
    area.current?.focus();
  };

  return { problem, choices, chip, typed, log, choose };
}

function chipOf(line: PadLine, started: EpochMs): PadState['chip'] {
  if (line.kind === 'note') return { at: line.at, backdated: line.backdated };
  if (line.at !== undefined) return { at: line.at, backdated: true };
  return { at: started, backdated: false };
}

const same = (a: PadState['chip'], b: PadState['chip']): boolean =>
  a?.at === b?.at && a?.backdated === b?.backdated;

/** A clock or a length that lands long before the incident; a full date is taken at its word. */
function howEarly(console: Console, line: Extract<PadLine, { kind: 'note' }>): string | undefined {
  if (line.precise === undefined || line.precise === 'full') return undefined;
  const { stamps } = console.session.store.getState().incident;
  const start = stamps.impactStart?.at ?? stamps.declared?.at;
  if (start === undefined || start - line.at <= FAR_BACK) return undefined;
  return formatLength(ms(start - line.at));
}
