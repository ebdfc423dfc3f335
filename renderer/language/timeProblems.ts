/** Why a typed time could not be taken: a state of affairs, as a value. */
export type TimeProblem =
  | 'time-missing'
  | 'time-unreadable'
  | 'no-such-time'
  | 'time-skipped'
  | 'time-twice'
  | 'time-in-future'
  | 'time-in-past'
  | 'time-of-day-missing'
  | 'zone-by-letters'
  | 'day-or-month'
  | 'day-or-clock'
  | 'half-of-day'
  | 'midnight-of-day'
  | 'text-missing';

/** What the person reads beside the field: what is the case, and what to type instead. */
export const TIME_SENTENCES: { readonly [P in TimeProblem]: string } = {
  'time-missing': 'Give a time, for example 14:32, -7m or 2026-11-23T14:32Z.',
  'time-unreadable':
    'That is not a time this field knows. These work: 14:32, 1432, 0215Z, -7m, -90s, 2026-11-23 14:32, 2026-11-23T14:32:10Z, 2:30 pm, half past two, 7 min, ten minutes ago, yesterday 14:32, friday at 9:00, 1 oct 14:32.',
  'no-such-time': 'There is no such day or time of day. Check the numbers.',
  'time-skipped':
    'That time did not exist: the clocks went forward over it. Give a time before or after the change, or in UTC with a Z at its end.',
  'time-twice':
    'That time happened twice: the clocks went back over it. Say which one you mean, or give it in UTC with a Z at its end.',
  'time-in-future': 'That time lies in the future. Give the time at which it happened.',
  'time-in-past': 'That time has passed. Give one that is still to come.',
  'time-of-day-missing': 'Give the time of day, too, for example yesterday 14:32.',
  'zone-by-letters':
    'A zone by its letters can be several, and summer and winter differ. Give the time in UTC with a Z at its end, or with its offset: 2026-11-23T14:32+01:00.',
  'day-or-month':
    'Either number may be the month. Say which day you mean, or write the month by its name: 1 oct 14:32.',
  'day-or-clock':
    'That may be a time of day or a day. Write a time with a colon, 01:10, or a day with its month by name and its time: 1 oct 14:32.',
  'half-of-day':
    'That may be in the morning or in the afternoon. Say which one you mean, or write am or pm behind it.',
  'midnight-of-day':
    'Midnight may be the beginning or the end of that day. Give 00:00 with the day that begins then.',
  'text-missing': 'Say what happened then: the note’s text follows the time.',
};
