import { HOUR } from '../domain/time';
import { folded, textValue, utcValue } from './calendarLines';
import type { PostMortemDraft } from './draftPostMortem';
import { visibleLine } from './visibleText';

/** What of an invitation is not in the draft. */
export interface Invitation {
  /** The incident's id: the same incident keeps the same event in everybody's calendar. */
  readonly incidentId: string;
  /** Epoch milliseconds; left out, `suggestedReview` says when. */
  readonly startsAt?: number;
}

/** The review takes an hour; its agenda adds up to that. */
const MINUTES = 60;
const REMINDER_MINUTES = 15;
const REVIEW_WITHIN = 48 * HOUR;
const DAY = 24 * HOUR;
const MOST_SEQUENCE = 2_147_483_647;

/**
 * An iCalendar file (RFC 5545) with the post-mortem review: one event of 60 minutes.
 *
 * Whatever people typed stays inside its property (FMT3). The UID follows from the incident and SEQUENCE
 * rises with time, so that importing it again moves the event instead of adding one. Nobody is invited
 * by mail address, for the log has names only.
 */
export function reviewCalendar(draft: PostMortemDraft, invitation: Invitation): string {
  const startsAt = invitation.startsAt ?? suggestedReview(draft);
  const { heading, name, writtenAt } = draft.header;
  const drill = draft.notice === null ? '' : `${draft.notice} · `;
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Incident Console//Post-mortem review//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${invitation.incidentId.replaceAll(/[^\w-]/g, '-')}-review@incident-console.invalid`,
    `DTSTAMP:${utcValue(writtenAt.epochMs)}`,
    `SEQUENCE:${sequence(draft)}`,
    `DTSTART:${utcValue(startsAt)}`,
    `DTEND:${utcValue(startsAt + MINUTES * 60_000)}`,
    `SUMMARY:${textValue(visibleLine(`Review: ${heading}`))}`,
    `DESCRIPTION:${textValue(description(draft))}`,
    'STATUS:TENTATIVE',
    'TRANSP:OPAQUE',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${textValue(`${drill}Review of ${name} in ${REMINDER_MINUTES} minutes`)}`,
    `TRIGGER:-PT${REMINDER_MINUTES}M`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
    .map(folded)
    .join('');
}

/** When the review is due (EXP12), on the hour before; a day from now when that has passed or is unknown. */
export function suggestedReview({ header, response }: PostMortemDraft): number {
  const now = header.writtenAt.epochMs;
  const resolved = response.stamps.find(({ name }) => name === 'resolved')?.at?.epochMs;
  const due = resolved === undefined ? now : resolved + REVIEW_WITHIN;
  const onTheHour = Math.floor(due / HOUR) * HOUR;
  return onTheHour > now ? onTheHour : Math.ceil((now + DAY) / HOUR) * HOUR;
}

/** Seconds since declaring: higher each time, and the same for the same draft. */
function sequence({ header, response }: PostMortemDraft): number {
  const declared = response.stamps.find(({ name }) => name === 'declared')?.at?.epochMs;
  const seconds = Math.floor((header.writtenAt.epochMs - (declared ?? header.writtenAt.epochMs)) / 1000);
  return Math.min(Math.max(0, seconds), MOST_SEQUENCE);
}

function description({ notice, blameless, review }: PostMortemDraft): string {
  return [
    ...(notice === null ? [] : [notice, '']),
    blameless,
    '',
    'The time is a suggestion; move it to when everybody can come.',
    '',
    'Agenda:',
    ...review.agenda.map(({ minutes, topic }) => `${minutes} min: ${topic}`),
    ...(review.attendees === null ? [] : ['', `Who could come: ${review.attendees.text}`]),
  ].join('\n');
}
