import { describe, expect, it } from 'vitest';
import type { IncidentId } from '../../renderer/domain/ids';
import { minutes } from '../../renderer/domain/time';
import { draftPostMortem } from '../../renderer/exports/draftPostMortem';
import { exportInPieces, rehearsal } from '../../renderer/exports/exportFormats';
import { postMortemMarkdown } from '../../renderer/exports/postMortemMarkdown';
import { at, declared, type History } from './history';
import { NO_INCIDENT, type Incident } from '../../renderer/domain/incident';
import { bulletTexts, cells, headings, readMarkdown, section, shapeOf, textOf } from './readMarkdown';

const SECTIONS = [
  'Summary',
  'Impact',
  'Response times',
  'Detection',
  'Lead-up and trigger',
  'Root cause and contributing factors',
  'Mitigation attempts',
  'Decisions',
  'People and command',
  'Communications',
  'Timeline',
  'Went well, went badly, got lucky',
  'Action items',
  'Review meeting',
  'Cost',
  'External message',
  'Evidence',
  'Appendix: full log',
];

const NOW = at('2026-11-23T12:00:00Z');
const INCIDENT = 'inc-0142' as IncidentId;

const markdownOf = (incident: Incident, timeZone = 'Europe/Berlin'): string =>
  postMortemMarkdown(draftPostMortem({ incident, now: NOW, timeZone }));

const note = (history: History, text: string, iso = '2026-11-23T03:00:00Z') =>
  history.run({ type: 'log-note', kind: 'note', text, at: at(iso) });

describe('the post-mortem in Markdown (EXP)', () => {
  it.each([
    ['an incident of one row', declared({ commander: '' }).incident],
    ['a log without any row', NO_INCIDENT],
  ])('[EXP1] has every section for %s', (_what, incident) => {
    expect(headings(readMarkdown(markdownOf(incident)), 2)).toEqual(SECTIONS);
  });

  it('[EXP1] has something to read or to answer in every section', () => {
    const root = readMarkdown(markdownOf(NO_INCIDENT));
    for (const title of SECTIONS) expect(section(root, title)).not.toEqual([]);
  });

  it('[EXP2] is the same bytes twice, and ends in one line feed', () => {
    const history = declared();
    note(history, 'p99 up');
    expect(markdownOf(history.incident)).toBe(markdownOf(history.incident));
    expect(markdownOf(history.incident)).toMatch(/[^\n]\n$/);
  });

  it('[EXP3] asks people in italics and marks a guess in bold', () => {
    const history = declared();
    history.run({ type: 'log-note', kind: 'impact', text: 'EU cannot pay', at: at('2026-11-23T03:00:00Z') });
    const markdown = markdownOf(history.incident);
    expect(markdown).toContain(
      '- **Who was affected:** **Guess from the log:** EU cannot pay (the last impact note).',
    );
    expect(markdown).toContain('- *Was data lost or shown to others? How do we know?*');
  });

  it('[EXP8] starts with THIS IS A DRILL for a drill, and only then', () => {
    expect(markdownOf(declared({ drill: true, number: 3 }).incident)).toMatch(
      /^# THIS IS A DRILL · Post-mortem DR-3: /,
    );
    expect(markdownOf(declared().incident)).not.toContain('DRILL');
  });

  it('[EXP13] puts attempts in a table', () => {
    const history = declared();
    history.run({
      type: 'attempt-mitigation',
      action: 'rollback',
      what: 'checkout | to 4.1',
      owner: '',
      risk: 'loses a day',
      checkBackIn: minutes(10),
    });
    const [head, row] = cells(section(readMarkdown(markdownOf(history.incident)), 'Mitigation attempts'));
    expect(head).toEqual(['Action', 'What', 'Owner', 'Started', 'Check back', 'Verdict', 'Took', 'Note']);
    expect(row).toEqual([
      'Roll back',
      'checkout | to 4.1',
      'no owner',
      '2026-11-23 03:00:00 UTC (04:00:00 +01:00)',
      '2026-11-23 03:10:00 UTC (04:10:00 +01:00)',
      'No verdict',
      'No verdict',
      'Risk: loses a day',
    ]);
  });

  it('[EXP6] keeps the lines of a note, and fences a pasted excerpt whole', () => {
    const history = declared();
    note(history, 'two\n\nlines');
    const excerpt = 'error:\n  at pay()\n\n```\n\tat main()';
    note(history, excerpt);
    const root = readMarkdown(markdownOf(history.incident));
    const [prose, pasted] = bulletTexts(section(root, 'Appendix: full log')).slice(-2);
    expect(prose?.split('\n').slice(1)).toEqual(['two', '', 'lines']);
    expect(pasted?.split('\n').slice(1).join('\n')).toBe(excerpt);
    const fenced = section(root, 'Appendix: full log').flatMap((block) =>
      block.type === 'list' ? block.children.flatMap((item) => item.children.map((child) => child.type)) : [],
    );
    expect(fenced.slice(-3)).toEqual(['paragraph', 'paragraph', 'code']);
  });

  it('[EXP6] strikes a retracted entry through in the log and leaves it out of the timeline', () => {
    const history = declared();
    const entry = note(history, '~~wrong~~ incident');
    history.run({ type: 'retract-entry', entry, reason: 'other one' });
    const root = readMarkdown(markdownOf(history.incident));
    expect(bulletTexts(section(root, 'Timeline')).join('\n')).not.toContain('wrong');
    const struck = JSON.stringify(section(root, 'Appendix: full log').map(shapeOf));
    expect(struck).toContain('{"type":"delete","children":[{"type":"text","value":"~~wrong~~ incident"}]}');
    expect(struck).toContain('retracted 2026-11-23 03:00:00 UTC by Ada · reason: other one');
  });

  it('[EXP6] shows when an entry was written, and what it said before', () => {
    const history = declared();
    history.clock('2026-11-23T03:20:00Z', 'Bo');
    const entry = note(history, 'first');
    history.run({ type: 'edit-entry', entry, text: 'second' });
    const markdown = markdownOf(history.incident);
    expect(markdown).toContain(
      [
        '- `2026-11-23 03:00:00 UTC` (04:00:00 +01:00) · note · Bo · logged +20 min, at 2026-11-23 03:20:00 UTC · edited 1 time\\',
        '  second',
        '  - Until 2026-11-23 03:20:00 UTC (changed by Bo), at 2026-11-23 03:00:00 UTC (04:00:00 +01:00):\\',
        '    first',
      ].join('\n'),
    );
  });

  it('[EXP10] carries an unread event unchanged', () => {
    const history = declared();
    const raw = { type: 'page-received', who: ['Bo', '\u202E```'], depth: { n: 1.5, none: null } };
    history.write({ type: 'unrecognised', raw });
    const list = section(readMarkdown(markdownOf(history.incident)), 'Appendix: full log')[0];
    const last = list?.type === 'list' ? list.children.at(-1) : undefined;
    const code = last?.children.find((child) => child.type === 'code');
    expect(JSON.parse(code ? textOf(code) : '')).toEqual(raw);
  });

  it('[EXP18] finishes with 10,000 entries, each one there', () => {
    const history = declared();
    for (let i = 0; i < 10_000; i += 1) note(history, `entry *${i}* of <many>`);
    const markdown = markdownOf(history.incident);
    expect(markdown.match(/· note · Ada/g)).toHaveLength(10_000);
    expect(markdown).toContain('entry \\*9999\\* of \\<many>');
  });

  it('[EXP18] is made in pieces, so that a window stays usable meanwhile', () => {
    const history = declared();
    for (let i = 0; i < 5_000; i += 1) note(history, `entry ${i}`);
    const { incident } = history;
    const work = exportInPieces('markdown', INCIDENT, { incident, now: NOW, timeZone: 'Europe/Berlin' });
    let pieces = 0;
    let step = work.next();
    for (; !step.done; step = work.next()) pieces += 1;
    expect(pieces).toBeGreaterThan(25);
    expect(step.value.join('')).toBe(markdownOf(incident));
  });

  it('[EXP18] is rehearsed with the beginning of a log alone', () => {
    const history = declared();
    for (let i = 0; i < 5_000; i += 1) note(history, `entry ${i}`);
    const { incident } = history;
    const pieces = [...rehearsal({ incident, now: NOW, timeZone: 'Europe/Berlin' })];
    expect(pieces.length).toBeLessThan(25);
  });

  it('[EXP18] finishes with a note of a million characters, however they are laid out', () => {
    for (const unit of ['x', '\n', '*', 'a\n', '[', '| ', '\u202E']) {
      const history = declared({ commander: '' });
      history.write({ type: 'note-logged', kind: 'impact', text: unit.repeat(1_000_000 / unit.length) });
      const entry = history.write({ type: 'note-logged', kind: 'note', text: 'a\n'.repeat(100_000) });
      history.run({ type: 'retract-entry', entry });
      expect(markdownOf(history.incident).length).toBeGreaterThan(200_000);
    }
  });
});
