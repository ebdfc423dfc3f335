import type { DraftContext } from './draftContext';
import { guess, prompts, type Statement } from './statement';

export interface ReviewSection {
  /** Sixty minutes in time boxes. */
  readonly agenda: readonly { readonly minutes: number; readonly topic: string }[];
  readonly attendees: Statement | null;
  readonly prompts: readonly Statement[];
}

const AGENDA: ReviewSection['agenda'] = [
  { minutes: 5, topic: 'Why we are here: the system, not people; who facilitates, who takes notes' },
  { minutes: 15, topic: 'Walk through the timeline; what did each of us see at the time?' },
  { minutes: 20, topic: 'Contributing factors; what made it hard; why were we surprised?' },
  { minutes: 5, topic: 'What went well, and where we got lucky' },
  { minutes: 10, topic: 'Action items: owner, day, how we will know' },
  { minutes: 5, topic: 'Who reads this, and where it is published' },
];

export function draftReview({ incident }: DraftContext): ReviewSection {
  const { people } = incident;
  return {
    agenda: AGENDA,
    attendees: people.length === 0 ? null : guess(`Named in the log: ${people.join(', ')}.`),
    prompts: prompts(
      'When is the meeting, and where?',
      'Who facilitates, and who else comes (engineering manager, stakeholders)?',
      'What was decided in the meeting?',
    ),
  };
}
