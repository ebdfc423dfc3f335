import type { RootContent } from 'mdast';
import type { PostMortemDraft } from './draftPostMortem';
import { excerpt } from './excerpt';
import { fullEntries } from './markdownEntries';
import {
  bullets,
  heading,
  labelled,
  lines,
  paragraph,
  plain,
  stated,
  statements,
  table,
} from './markdownNodes';
import { inBothZones } from './moment';

/** From the lessons to the full log: what follows from it, and what it rests on. */
export function closing(draft: PostMortemDraft): RootContent[] {
  return [
    ...learning(draft),
    ...actions(draft),
    ...review(draft),
    ...cost(draft),
    ...externalMessage(draft),
    ...evidence(draft),
    ...appendix(draft),
  ];
}

const learning = ({ learning: section }: PostMortemDraft): RootContent[] => [
  heading(2, 'Went well, went badly, got lucky'),
  heading(3, 'Went well'),
  ...statements(section.well),
  heading(3, 'Went badly'),
  ...statements(section.badly),
  heading(3, 'Got lucky'),
  ...statements(section.lucky),
];

const actions = ({ actions: section }: PostMortemDraft): RootContent[] => [
  heading(2, 'Action items'),
  ...section.groups.flatMap(({ label, items }): RootContent[] => [
    heading(3, label),
    table(
      ['Action', 'Owner', 'Due', 'State', 'Note'],
      items.map((item) => [
        item.text,
        item.owner || 'No owner yet',
        item.dueOn || 'No day yet',
        item.state,
        item.note ?? '',
      ]),
    ),
  ]),
  ...(section.groups.length > 0 ? [heading(3, 'Still to say')] : []),
  ...statements(section.prompts),
];

const review = ({ review: section }: PostMortemDraft): RootContent[] => [
  heading(2, 'Review meeting'),
  table(
    ['Minutes', 'Topic'],
    section.agenda.map(({ minutes, topic }) => [String(minutes), topic]),
  ),
  ...statements([...(section.attendees ? [section.attendees] : []), ...section.prompts]),
];

const cost = ({ cost: section }: PostMortemDraft): RootContent[] => [
  heading(2, 'Cost'),
  ...statements([section.known, ...section.prompts]),
];

const externalMessage = ({ externalMessage: section }: PostMortemDraft): RootContent[] => [
  heading(2, 'External message'),
  paragraph(...stated(section.message)),
  ...statements(section.prompts),
];

function evidence({ evidence: section }: PostMortemDraft): RootContent[] {
  const changes = section.severityChanges.map((change) => [
    inBothZones(change.at),
    change.from,
    change.to,
    change.by,
    change.reason,
  ]);
  const edited = section.edited.map((line) =>
    labelled(
      line.at.utc,
      plain(`edited ${line.earlier.map((form) => form.replacedAt.utc).join(', ')};`),
      { type: 'text', value: ' now: ' },
      ...lines(excerpt(line.readable)),
    ),
  );
  return [
    heading(2, 'Evidence'),
    ...statements(section.facts),
    ...(changes.length > 0
      ? [heading(3, 'Severity changes'), table(['When', 'From', 'To', 'By', 'Reason'], changes)]
      : []),
    ...(edited.length > 0 ? [heading(3, 'Later edits'), bullets(edited)] : []),
  ];
}

const appendix = ({ timeline: { log } }: PostMortemDraft): RootContent[] => [
  heading(2, 'Appendix: full log'),
  log.length > 0 ? fullEntries(log) : paragraph(plain('The log has no entries.')),
];
