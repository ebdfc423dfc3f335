import { describe, expect, it } from 'vitest';
import type { Attachment } from '../../renderer/domain/attachments';
import { draftPostMortem } from '../../renderer/exports/draftPostMortem';
import { plainLog } from '../../renderer/exports/plainLog';
import { postMortemHtml } from '../../renderer/exports/postMortemHtml';
import { postMortemJson } from '../../renderer/exports/postMortemJson';
import { postMortemMarkdown } from '../../renderer/exports/postMortemMarkdown';
import { at, declared } from './history';

const IMAGE: Attachment = { sha256: 'ab'.repeat(32), type: 'jpeg', bytes: 9, width: 4, height: 3 };
const FILE = `attachments/${'ab'.repeat(32)}.jpg`;

function incident(by = 'Ada', text = '') {
  const history = declared();
  history.clock('2026-11-23T03:14:00Z', by);
  const when = at('2026-11-23T03:14:00Z');
  const note = history.run({ type: 'log-note', kind: 'note', text, at: when, attachments: [IMAGE] });
  return { history, note };
}

function draft({ history }: ReturnType<typeof incident>) {
  return draftPostMortem({
    incident: history.incident,
    now: at('2026-11-23T12:00:00Z'),
    timeZone: 'UTC',
  });
}

describe('images in exports (ATT)', () => {
  it('[ATT6] are linked below their entry in the full log, with words of the console’s own', () => {
    const markdown = postMortemMarkdown(draft(incident('](x) ![', 'the graph')));
    const links = markdown.match(/!\[[^\]]*\]\([^)]*\)/g);
    expect(links).toEqual([`![Image 1 of the entry of 2026-11-23 03:14:00 UTC](${FILE})`]);
    expect(markdown).toContain('1 image');
  });

  it('[ATT6] stand alone where there is no text', () => {
    const markdown = postMortemMarkdown(draft(incident()));
    expect(markdown).toContain(`](${FILE})`);
    expect(markdown).not.toContain('undefined');
  });

  it('[ATT6] are listed in JSON by file, hash, kind and size', () => {
    const items = postMortemJson(draft(incident())).timeline.filter(({ images }) => images !== undefined);
    expect(items).toHaveLength(1);
    expect(items[0]?.images).toEqual([{ file: FILE, ...IMAGE }]);
  });

  it('[ATT6] are named, not shown, in HTML, which fetches nothing', () => {
    const html = postMortemHtml(draft(incident()));
    expect(html).toContain(`<code>${FILE}</code>`);
    expect(html).not.toContain('<img');
  });

  it('are named in the plain log', () => {
    expect(plainLog(incident().history.incident)).toContain(`image ${'ab'.repeat(32)}.jpg`);
  });

  it('[ATT4] are in none after a redaction', () => {
    const made = incident();
    made.history.run({ type: 'redact-entry', entry: made.note });
    expect(JSON.stringify(draft(made))).not.toContain(IMAGE.sha256);
    expect(postMortemMarkdown(draft(made))).not.toContain('attachments/');
  });
});
