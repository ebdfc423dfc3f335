import { TIME_SENTENCES, type TimeProblem } from './timeProblems';

/** Why a line of the pad could not be taken: a state of affairs, as a value. */
export type PadProblem =
  | TimeProblem
  | 'level-missing'
  | 'level-reason-missing'
  | 'role-missing'
  | 'role-person-missing'
  | 'role-person-unclear'
  | 'action-missing'
  | 'mitigation-what-missing'
  | 'no-open-attempt'
  | 'which-attempt'
  | 'audience-unknown'
  | 'todo-missing'
  | 'phase-missing'
  | 'snooze-minutes-missing'
  | 'snooze-reason-missing'
  | 'handover-person-missing'
  | 'note-text-missing'
  | 'nothing-follows'
  | 'now-only';

/** What the person reads above the pad: what is missing, and a line that works. */
export const PAD_SENTENCES: { readonly [P in PadProblem]: string } = {
  ...TIME_SENTENCES,
  'level-missing': 'Give the level, 1 to 4, and why: /sev 2 EU only.',
  'level-reason-missing': 'Say why the severity changes; it is kept in the log: /sev 2 EU only.',
  'role-missing': 'Say which role: /role ic, comms, scribe, deputy or sme, then @name.',
  'role-person-missing': 'Say who takes the role: /role comms @ana.',
  'role-person-unclear':
    'Put an @ before the expert’s name, so that it can be told from the area: /role sme @sam payments.',
  'action-missing':
    'Say what kind of thing is tried: /mitigate rollback, shift, disable, restart, scale, failover, block or other, then what.',
  'mitigation-what-missing': 'Say what is tried: /mitigate rollback web to 2026.11.22.4 @sam check 5m.',
  'no-open-attempt': 'No mitigation attempt is open. Begin one with /mitigate, or log a note.',
  'which-attempt': 'More than one attempt is open. Say which, by what is tried, before your note:',
  'audience-unknown':
    'That is not an audience of updates: /update internal, executives or support, then what we know.',
  'todo-missing': 'Say what is to be done: /action alert on 5xx burn @priya due fri.',
  'phase-missing':
    'Say which phase: /phase detection, triage, mitigation, resolution, post-mortem or prevention; going back needs a reason behind it.',
  'snooze-minutes-missing':
    'Say for how many minutes, 5, 10 or 15, and why: /snooze 5 rollback is finishing.',
  'snooze-reason-missing':
    'Say why the update can wait; it is kept in the log: /snooze 5 rollback is finishing.',
  'handover-person-missing': 'Say who takes command: /handover @maria.',
  'note-text-missing': 'Say what is to be logged: the text follows the command.',
  'nothing-follows': 'Nothing follows that command.',
  'now-only': 'That takes effect when you press Enter and can’t be given another time. Leave /at out.',
};

/** The sentence, with the names to choose from where it asks for one. */
export function problemSentence(problem: PadProblem, names: readonly string[] = []): string {
  const sentence = PAD_SENTENCES[problem];
  return names.length === 0 ? sentence : `${sentence} ${names.map((name) => `“${name}”`).join(', ')}.`;
}

/** What a line still lacks, in a word or two, for the preview; absent where no word would do. */
export const STILL_NEEDED: { readonly [P in PadProblem]?: string } = {
  'time-missing': 'a time',
  'time-unreadable': 'a time',
  'no-such-time': 'a day and time that exist',
  'time-skipped': 'a time that existed: the clocks went forward over it',
  'time-twice': 'which of two, since the clocks went back; Enter asks',
  'time-in-future': 'a time that has passed',
  'zone-by-letters': 'the time in UTC with a Z',
  'day-or-month': 'which number is the month; Enter asks',
  'day-or-clock': 'a colon in the time, or the month by its name',
  'half-of-day': 'am or pm; Enter asks',
  'midnight-of-day': '00:00 and the day that begins then',
  'time-of-day-missing': 'the time of day',
  'text-missing': 'what happened',
  'level-missing': 'a level, 1–4, and why',
  'level-reason-missing': 'why',
  'role-missing': 'which role',
  'role-person-missing': '@name',
  'role-person-unclear': 'an @ before the name',
  'action-missing': 'what kind',
  'mitigation-what-missing': 'what',
  'which-attempt': 'which attempt',
  'todo-missing': 'what is to be done',
  'phase-missing': 'which phase',
  'snooze-minutes-missing': '5, 10 or 15, and why',
  'snooze-reason-missing': 'why',
  'handover-person-missing': '@name',
  'note-text-missing': 'the text',
};
