import type { EpochMs } from '../../domain/time';
import type { PadLine } from '../../language/padLine';
import { meantCommand, type MeantCommand } from '../../language/meantCommand';
import { problemSentence, STILL_NEEDED } from '../../language/padProblems';
import type { Chip } from '../../language/padReading';

/** How the line reads so far, as shown while one types. */
export interface Preview {
  /** The note's time: the first keystroke, or what `/at` says. */
  readonly chip: { readonly at: EpochMs; readonly backdated: boolean } | undefined;
  /** The parts of a command; none for a plain note. */
  readonly parts: readonly Chip[];
  /** What a command still lacks. */
  readonly needs: string | undefined;
  /** Why Enter would turn it down, whatever else is typed. */
  readonly refused: string | undefined;
  /** Something but a plain note: it may be logged as text instead. */
  readonly isCommand: boolean;
  /** For a text: the command that its first word nearly is (GRM13). */
  readonly meant?: MeantCommand;
}

export const EMPTY_PREVIEW: Preview = {
  chip: undefined,
  parts: [],
  needs: undefined,
  refused: undefined,
  isCommand: false,
};

/** How much of a part's text is shown; the whole of it stands in the pad. */
const LONGEST = 60;

/** `refused`: what stands against the line as things are. */
export function previewOf(
  line: PadLine,
  started: EpochMs,
  text: string,
  refused: string | undefined,
): Preview {
  const parts = (line.chips ?? []).map(shortened);
  const isCommand = line.kind !== 'note' || line.backdated || parts.length > 0;
  const meant = line.kind === 'note' && parts.length === 0 ? meantCommand(text) : undefined;
  const needs = refused === undefined && line.kind === 'problem' ? STILL_NEEDED[line.problem] : undefined;
  const isHopeless = line.kind === 'problem' && needs === undefined;
  const why = refused ?? (isHopeless ? problemSentence(line.problem, line.names) : undefined);
  const preview = { chip: timeOf(line, started), parts, needs, refused: why, isCommand };
  return meant ? { ...preview, meant } : preview;
}

function timeOf(line: PadLine, started: EpochMs): Preview['chip'] {
  if (line.kind === 'opening') return { at: started, backdated: false };
  if (line.kind === 'problem') return { at: line.at ?? started, backdated: line.at !== undefined };
  return { at: line.at, backdated: line.backdated };
}

function shortened(part: Chip): Chip {
  const line = part.value.slice(0, 4 * LONGEST).replace(/\s+/g, ' ');
  return { ...part, typed: '', value: line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line };
}

/** True when nothing that is shown differs. */
export function samePreview(one: Preview, other: Preview): boolean {
  return (
    one.chip?.at === other.chip?.at &&
    one.chip?.backdated === other.chip?.backdated &&
    one.needs === other.needs &&
    one.refused === other.refused &&
    one.isCommand === other.isCommand &&
    one.meant?.insert === other.meant?.insert &&
    one.meant?.to === other.meant?.to &&
    one.parts.length === other.parts.length &&
    one.parts.every((part, i) => part.label === other.parts[i]?.label && part.value === other.parts[i]?.value)
  );
}
