import type { RootContent } from 'mdast';
import type { PostMortemDraft } from './draftPostMortem';
import { keyEntries } from './markdownEntries';
import { bullets, heading, labelled, paragraph, plain, stated, statements, table } from './markdownNodes';
import { inBothZones, type Moment } from './moment';

/** From the attempts to the key timeline: what was done, by whom, and what was said outside. */
export function responseStory(draft: PostMortemDraft): RootContent[] {
  return [
    ...mitigation(draft),
    ...decisions(draft),
    ...people(draft),
    ...communications(draft),
    ...timeline(draft),
  ];
}

const when = (moment: Moment | null, otherwise: string): string =>
  moment === null ? otherwise : inBothZones(moment);

function mitigation({ mitigation: section }: PostMortemDraft): RootContent[] {
  const columns = ['Action', 'What', 'Owner', 'Started', 'Check back', 'Verdict', 'Took', 'Note'];
  const rows = section.attempts.map((attempt) => [
    attempt.action,
    attempt.what,
    attempt.owner || 'no owner',
    when(attempt.started, ''),
    when(attempt.checkBack, ''),
    attempt.verdict ?? 'No verdict',
    attempt.took ?? 'No verdict',
    [...(attempt.risk === undefined ? [] : [`Risk: ${attempt.risk}`]), attempt.note ?? ''].join(' '),
  ]);
  return [
    heading(2, 'Mitigation attempts'),
    rows.length > 0 ? table(columns, rows) : paragraph(plain('No attempt was logged.')),
    ...statements(section.prompts),
  ];
}

const decisions = ({ decisions: section }: PostMortemDraft): RootContent[] => [
  heading(2, 'Decisions'),
  section.taken.length > 0
    ? keyEntries(section.taken)
    : paragraph(plain('No decision was logged as a decision.')),
  ...(section.taken.length > 0 ? [heading(3, 'Still to say')] : []),
  ...statements(section.prompts),
];

function people({ people: section }: PostMortemDraft): RootContent[] {
  const rows = section.tenures.map((tenure) => [
    tenure.role,
    tenure.person,
    tenure.area ?? '',
    when(tenure.since, ''),
    when(tenure.until, 'still held'),
    tenure.held,
  ]);
  return [
    heading(2, 'People and command'),
    rows.length > 0
      ? table(['Role', 'Person', 'Area', 'Since', 'Until', 'Held'], rows)
      : paragraph(plain('No role was handed out in the log.')),
    ...statements([...section.facts, ...section.prompts]),
  ];
}

function communications({ communications: section }: PostMortemDraft): RootContent[] {
  const columns = ['Update', 'Audience', 'State', 'Promised', 'Sent', 'Kept', 'By'];
  const rows = section.ledger.map((row) => [
    String(row.number),
    row.audience,
    row.state,
    when(row.promised, 'no promise'),
    when(row.sent, ''),
    row.lateBy,
    row.by,
  ]);
  return [
    heading(2, 'Communications'),
    rows.length > 0 ? table(columns, rows) : paragraph(plain('No update was marked sent.')),
    bullets([
      labelled('Cadence kept', ...stated(section.cadence.says)),
      labelled('Longest silence', ...stated(section.longestSilence)),
    ]),
    ...(section.clock.length > 0 ? [heading(3, 'Snoozed, paused, changed'), keyEntries(section.clock)] : []),
    heading(3, 'Still to say'),
    ...statements(section.prompts),
  ];
}

function timeline({ timeline: section }: PostMortemDraft): RootContent[] {
  const scope = section.notesOnlyInLog
    ? 'The turns of the incident; every note stands in the appendix.'
    : `${section.keyBy === 'pins' ? 'The pinned entries' : 'Key entries'}; the full log stands in the appendix.`;
  return [
    heading(2, 'Timeline'),
    paragraph(plain(scope)),
    section.key.length > 0
      ? keyEntries(section.key)
      : paragraph(plain('The log has no entry that still stands.')),
  ];
}
