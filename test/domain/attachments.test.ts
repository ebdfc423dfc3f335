import { describe, expect, it } from 'vitest';
import { fileNameOf, MOST_IMAGES, type Attachment } from '../../renderer/domain/attachments';
import { entries } from '../../renderer/domain/timeline';
import { upcast } from '../../renderer/domain/upcast';
import { redactRow } from '../../renderer/domain/redaction';
import { ConsoleUnderTest } from '../support/consoleForTests';

const image = (n = 0): Attachment => ({
  sha256: n.toString(16).padStart(64, '0'),
  type: 'jpeg',
  bytes: 340_000,
  width: 800,
  height: 600,
});

const at = (test: ConsoleUnderTest) => ({ type: 'log-note', kind: 'note', at: test.world.now }) as const;

function declared(): ConsoleUnderTest {
  const test = new ConsoleUnderTest();
  test.declare();
  return test;
}

describe('notes with images (ATT)', () => {
  it('[ATT1] need no text, and stand on the timeline with them', () => {
    const test = declared();
    test.run({ ...at(test), text: ' ', attachments: [image()] });
    expect(test.lastWritten).toMatchObject({ kind: 'note', text: '', attachments: [image()] });
  });

  it('[ATT1] have eight at most, and one without either is refused', () => {
    const test = declared();
    const log = (count: number) =>
      test.console.session.run(
        { ...at(test), text: '', attachments: Array.from({ length: count }, (_, i) => image(i)) },
        'Dana',
      );
    expect(log(MOST_IMAGES)).toEqual({ ok: true });
    expect(log(MOST_IMAGES + 1)).toEqual({ ok: false, refusal: 'too-many-images' });
    expect(log(0)).toEqual({ ok: false, refusal: 'note-empty' });
  });

  it('[ATT1] may lose all their text in an edit, and keep their images', () => {
    const test = declared();
    test.run({ ...at(test), text: 'graph', attachments: [image()] });
    const entry = test.lastWritten;
    test.run({ type: 'edit-entry', entry: entry?.id ?? ('' as never), text: '' });
    const [, edited] = [...entries(test.incident.timeline)];
    expect(edited).toMatchObject({ text: '', attachments: [image()] });
  });

  it('[ATT4] lose them at once when they are redacted, in the row and on the timeline', () => {
    const test = declared();
    test.run({ ...at(test), text: 'graph', attachments: [image()] });
    const id = test.lastWritten?.id ?? ('' as never);
    test.run({ type: 'redact-entry', entry: id });
    expect([...entries(test.incident.timeline)].some((entry) => entry.attachments)).toBe(false);
    const event = redactRow({
      ...({} as Parameters<typeof redactRow>[0]),
      event: { type: 'note-logged', kind: 'note', text: 'x', attachments: [image()] },
    }).event;
    expect(event).toEqual({ type: 'note-logged', kind: 'note', text: '', redacted: true });
  });

  it('read as before without images, and are kept whole when their images cannot be read', () => {
    const old = { type: 'note-logged', kind: 'note', text: 'x' };
    expect(upcast(old)).toBe(old);
    for (const attachments of [
      'x',
      [{}],
      [{ ...image(), sha256: '../x' }],
      [{ ...image(), type: 'svg' }],
      [{ ...image(), width: 0 }],
      [{ ...image(), height: 1.5 }],
    ]) {
      const raw = { ...old, attachments };
      expect(upcast(raw)).toEqual({ type: 'unrecognised', raw });
    }
  });

  it('name their files by hash and kind alone', () => {
    expect(fileNameOf(image())).toBe(`${'0'.repeat(64)}.jpg`);
  });
});
