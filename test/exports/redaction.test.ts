import { describe, expect, it } from 'vitest';
import { fold } from '../../renderer/domain/fold';
import { draftPostMortem } from '../../renderer/exports/draftPostMortem';
import { postMortemJson } from '../../renderer/exports/postMortemJson';
import { postMortemMarkdown } from '../../renderer/exports/postMortemMarkdown';
import {
  attempted,
  by,
  clock,
  declared,
  edited,
  history,
  noted,
  redacted,
  resolved,
  updated,
} from '../support/histories';

const SECRET = 'hunter2-Zq8';

const incident = fold(
  history(
    declared(1, { title: SECRET }),
    noted(`the key is ${SECRET}`, 'impact'),
    edited(1, { text: SECRET }),
    attempted(SECRET, { owner: SECRET, risk: SECRET }),
    updated('identified', clock('03:30'), { impact: SECRET, known: SECRET, doing: SECRET }),
    resolved,
    ...[0, 1, 3, 4].map((index) => by('Sam', redacted(index, 'a key'))),
  ),
);
const draft = draftPostMortem({ incident, now: clock('04:00'), timeZone: 'UTC' });

describe('exports of a redacted log (RED)', () => {
  it('[RED3] the Markdown draft says what was redacted by whom, and never the text', () => {
    const text = postMortemMarkdown(draft);
    expect(text).not.toContain('hunter2');
    expect(text.replaceAll('\\', '')).toContain('[redacted]');
    expect(text).toMatch(/redacted 2026-11-23 03:07:00.*by Sam · reason: a key/);
    expect(text).toContain('The text of 4 entries was erased for good.');
  });

  it('[RED3] the JSON draft carries the redaction beside the line', () => {
    const json = postMortemJson(draft);
    expect(JSON.stringify(json)).not.toContain(SECRET);
    expect(json.title).toBe('[redacted]');
    expect(json.timeline.find(({ kind }) => kind === 'impact')).toMatchObject({
      text: '[redacted]',
      redacted: true,
      redaction: { at: '2026-11-23T03:07:00.000Z', by: 'Sam', reason: 'a key' },
      earlier: [{ text: '[redacted]' }],
    });
  });
});
