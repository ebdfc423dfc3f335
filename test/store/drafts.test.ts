import { describe, expect, it } from 'vitest';
import { createDrafts } from '../../renderer/store/drafts';

function started(kept: { readonly [key: string]: string } = {}) {
  const sent: [string, string][] = [];
  const drafts = createDrafts(kept, { setDraft: (key, text) => void sent.push([key, text]) });
  return { drafts, sent };
}

describe('unsent text', () => {
  it('is there again after a restart', () => {
    const { drafts } = started({ 'pad:inc-1': 'half a no' });
    expect(drafts.get('pad:inc-1')).toBe('half a no');
    expect(drafts.get('pad:inc-2')).toBe('');
  });

  it('goes out with every change, and only with a change', () => {
    const { drafts, sent } = started();
    drafts.set('pad:inc-1', '');
    drafts.set('pad:inc-1', 'a');
    drafts.set('pad:inc-1', 'a');
    drafts.set('pad:inc-1', 'ab');
    expect(sent).toEqual([
      ['pad:inc-1', 'a'],
      ['pad:inc-1', 'ab'],
    ]);
    expect(drafts.get('pad:inc-1')).toBe('ab');
  });

  it('is forgotten when it becomes empty', () => {
    const { drafts, sent } = started({ title: 'Check' });
    drafts.set('title', '');
    expect(drafts.get('title')).toBe('');
    expect(sent).toEqual([['title', '']]);
  });
});
