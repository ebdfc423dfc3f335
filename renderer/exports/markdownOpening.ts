import type { ListItem, RootContent, PhrasingContent } from 'mdast';
import type { PostMortemDraft } from './draftPostMortem';
import { excerpt } from './excerpt';
import { keyEntries } from './markdownEntries';
import {
  bullets,
  heading,
  labelled,
  lines,
  listItem,
  paragraph,
  plain,
  question,
  stated,
  statements,
  strong,
  table,
} from './markdownNodes';
import { inBothZones, type Moment } from './moment';
import type { Statement } from './statement';

/** From the heading to the causes: what happened, and how long everything took. */
export function opening(draft: PostMortemDraft): RootContent[] {
  return [
    ...header(draft),
    ...summary(draft),
    ...impact(draft),
    ...response(draft),
    ...detection(draft),
    ...leadUp(draft),
    ...causes(draft),
  ];
}

function header({ header: facts, blameless, notice }: PostMortemDraft): RootContent[] {
  const { peakSeverity: peak, finalSeverity: final } = facts;
  const row = (label: string, text: string | undefined): ListItem[] =>
    text === undefined ? [] : [labelled(label, plain(text))];
  return [
    heading(1, facts.heading),
    ...(notice === null ? [] : [paragraph(strong(`${notice}.`))]),
    bullets([
      ...row('Severity at its worst', `${peak.name}. ${peak.definition}`),
      ...row('Severity in the end', `${final.name}. ${final.definition}`),
      ...row('Service', facts.service),
      ...row('Call', facts.bridge),
      ...row('Status', facts.status),
      labelled('Owner', ...facts.owner.flatMap(inOneLine)),
      labelled('Review due', ...stated(facts.review)),
      ...row(
        'Drafted',
        `${inBothZones(facts.writtenAt)}; times in UTC${facts.timeZone === 'UTC' ? '' : ` and ${facts.timeZone}`}`,
      ),
    ]),
    paragraph(
      plain('What the log knows is filled in. What was put together from it is marked'),
      { type: 'text', value: ' ' },
      strong('Guess from the log:'),
      { type: 'text', value: ' ' },
      plain('and wants checking.'),
      { type: 'text', value: ' ' },
      question('Questions like this one are for people.'),
    ),
    { type: 'blockquote', children: [paragraph(plain(blameless))] },
  ];
}

const inOneLine = (one: Statement, i: number): PhrasingContent[] =>
  i === 0 ? stated(one) : [{ type: 'text', value: ' ' }, ...stated(one)];

const summary = ({ summary: section }: PostMortemDraft): RootContent[] => [
  heading(2, 'Summary'),
  bullets(section.lines.map(({ label, says }) => labelled(label, ...stated(says)))),
];

function impact({ impact: section }: PostMortemDraft): RootContent[] {
  const told = section.told.map(({ at, audience, text }) =>
    listItem(
      paragraph(
        plain(`Told ${audience}, ${inBothZones(at)}:`),
        { type: 'text', value: ' ' },
        ...lines(excerpt(text)),
      ),
    ),
  );
  return [
    heading(2, 'Impact'),
    paragraph(...stated(section.window)),
    ...(section.notes.length > 0 ? [keyEntries(section.notes)] : []),
    ...(told.length > 0 ? [heading(3, 'As it was told'), bullets(told)] : []),
    ...(section.notes.length + told.length > 0 ? [heading(3, 'Still to say')] : []),
    ...statements(section.prompts),
  ];
}

function response({ header: facts, response: section }: PostMortemDraft): RootContent[] {
  const zones = facts.timeZone === 'UTC' ? ['UTC'] : ['UTC', 'Local'];
  const stampCells = (at: Moment | null): readonly string[] =>
    at === null ? zones.map(() => 'Missing') : [at.utc, at.local ?? at.utc].slice(0, zones.length);
  return [
    heading(2, 'Response times'),
    table(
      ['Measure', 'Time', 'Minutes', 'State', 'Basis'],
      section.rows.map((row) => [row.name, row.value, row.minutes, row.state, row.basis]),
    ),
    heading(3, 'Times of the incident'),
    table(
      ['Time', ...zones, 'Source'],
      section.stamps.map((stamp) => [stamp.label, ...stampCells(stamp.at), stamp.source]),
    ),
    ...(section.corrections.length > 0
      ? [heading(3, 'Set by hand, and why'), keyEntries(section.corrections)]
      : []),
  ];
}

const detection = ({ detection: section }: PostMortemDraft): RootContent[] => [
  heading(2, 'Detection'),
  ...statements([...section.facts, ...section.prompts]),
];

const leadUp = ({ leadUp: section }: PostMortemDraft): RootContent[] => [
  heading(2, 'Lead-up and trigger'),
  ...(section.before.length > 0
    ? [
        paragraph(strong('Guess from the log:'), { type: 'text', value: ' entries from before detection.' }),
        keyEntries(section.before),
        heading(3, 'Still to say'),
      ]
    : []),
  ...statements(section.prompts),
];

const causes = ({ causes: section }: PostMortemDraft): RootContent[] => [
  heading(2, 'Root cause and contributing factors'),
  paragraph(plain('There is rarely one. List every condition that had to be true.')),
  ...statements(section.factors),
  heading(3, 'What made it hard'),
  ...statements(section.hard),
  heading(3, 'Why were we surprised'),
  ...statements(section.surprised),
];
