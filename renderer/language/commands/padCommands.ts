import type { ReadArgument } from '../padReading';
import { readAction } from './actionCommand';
import { readMitigate } from './mitigateCommand';
import { readNote, readPin } from './noteCommand';
import { readDrill, readHelp, readResolve, readUpdate } from './openingCommands';
import { readPhase } from './phaseCommand';
import { readHandover, readRole } from './roleCommand';
import { readSeverity } from './severityCommand';
import { readSnooze } from './snoozeCommand';
import { readVerdict } from './verdictCommand';

/** A command of the pad: its word, how it is described, and how what follows it is read. */
export interface PadCommand {
  /** Without the slash, in lower case. */
  readonly word: string;
  /** What follows it, for the list of completions and the help; '' when nothing does. */
  readonly hint: string;
  /** What it does, beside the hint. */
  readonly does: string;
  readonly read: ReadArgument;
}

/** Every command but `/at`, in the order in which they are offered. */
export const PAD_COMMANDS: readonly PadCommand[] = [
  { word: 'decide', hint: 'text', does: 'log a decision', read: readNote('decision', 'Decision') },
  { word: 'impact', hint: 'text', does: 'log what users notice', read: readNote('impact', 'Impact') },
  { word: 'sev', hint: '1–4 why', does: 'change the severity', read: readSeverity },
  { word: 'mitigate', hint: 'kind what @who check 5m', does: 'begin a mitigation', read: readMitigate },
  { word: 'worked', hint: 'note', does: 'the open attempt worked', read: readVerdict('worked') },
  { word: 'partly', hint: 'note', does: 'it worked in part', read: readVerdict('partly') },
  { word: 'didnt', hint: 'note', does: 'it did not work', read: readVerdict('didnt') },
  { word: 'worse', hint: 'note', does: 'it made things worse', read: readVerdict('worse') },
  { word: 'role', hint: 'role @name area', does: 'hand out a role', read: readRole },
  { word: 'action', hint: 'text @who due fri', does: 'add an action item', read: readAction },
  { word: 'phase', hint: 'name why', does: 'move to a phase', read: readPhase },
  { word: 'update', hint: 'audience what we know', does: 'write a stakeholder update', read: readUpdate },
  { word: 'snooze', hint: '5, 10 or 15 why', does: 'put the update off', read: readSnooze },
  { word: 'pin', hint: 'text', does: 'pin the newest entry, or log a pinned note', read: readPin },
  {
    word: 'observe',
    hint: 'text',
    does: 'log what somebody sees',
    read: readNote('observation', 'Observation'),
  },
  {
    word: 'hypothesis',
    hint: 'text',
    does: 'log a guess at the cause',
    read: readNote('hypothesis', 'Hypothesis'),
  },
  { word: 'did', hint: 'text', does: 'log what was done', read: readNote('action-taken', 'Action taken') },
  { word: 'result', hint: 'text', does: 'log what came of it', read: readNote('result', 'Result') },
  {
    word: 'told',
    hint: 'text',
    does: 'log who was told what',
    read: readNote('communication', 'Communication'),
  },
  { word: 'detect', hint: 'text', does: 'log how it was noticed', read: readNote('detection', 'Detection') },
  {
    word: 'escalate',
    hint: 'text',
    does: 'log who was called in',
    read: readNote('escalation', 'Escalation'),
  },
  { word: 'handover', hint: '@name', does: 'give command to somebody', read: readHandover },
  { word: 'resolve', hint: 'how it ended', does: 'open the resolve checklist', read: readResolve },
  { word: 'drill', hint: 'title', does: 'declare a drill', read: readDrill },
  { word: 'help', hint: '', does: 'show keys and commands', read: readHelp },
];

/** The command of that word, in any case, since Caps Lock is not a wish for a log entry. */
export const padCommand = (word: string): PadCommand | undefined =>
  PAD_COMMANDS.find((one) => one.word === word.toLowerCase());
