import { describe, expect, it } from 'vitest';
import type { Stamp } from '../../renderer/domain/ids';
import { ConsoleUnderTest } from '../support/consoleForTests';
import { settle } from '../support/settle';
import { SessionUnderTest } from '../support/sessionForTests';

const SECRET = 'hunter2-Zq8';
const failure = { reason: 'disk-full', path: '/p/journal', detail: 'ENOSPC' } as const;

/** Notes a secret and redacts it; the entry's name. */
function leak(under: SessionUnderTest): Stamp {
  under.declare();
  under.note(SECRET);
  const id = under.entries.at(-1)?.id;
  if (id === undefined) throw new Error('nothing was noted');
  under.session.run({ type: 'redact-entry', entry: id }, 'Sam');
  return id;
}

describe('redacting in the open incident (RED)', () => {
  it('[RED3] hides the line in the same turn', () => {
    const under = new SessionUnderTest();
    leak(under);
    expect(under.texts).toEqual(['Declared Sev 1: Checkout errors', '[redacted]']);
    expect(under.entries.at(-1)?.redacted?.by).toBe('Sam');
  });

  it('[RED4] hides, once it is saved, all that was made from the text', async () => {
    const under = new SessionUnderTest();
    under.declare(SECRET);
    await settle();
    expect(under.summaries.at(-1)?.title).toBe(SECRET);
    const [first] = under.entries;
    under.session.run({ type: 'redact-entry', entry: first?.id as Stamp }, 'Sam');
    await under.session.settled();
    expect(under.state.incident.title).toBe('[redacted]');
    expect(under.summaries.at(-1)?.title).toBe('[redacted]');
    under.note('on we go');
    await under.session.settled();
    expect(JSON.stringify(under.log.keeps.at(-1))).not.toContain(SECRET);
    expect(under.state.durable).toBe(3);
  });

  it('[RED6] a text that was not saved yet is not written at all', async () => {
    const under = new SessionUnderTest();
    under.log.failure = failure;
    leak(under);
    await settle();
    under.log.failure = undefined;
    under.session.retry();
    await under.session.settled();
    const last = under.log.appends.at(-1);
    expect(last).toHaveLength(3);
    expect(JSON.stringify(last)).not.toContain(SECRET);
    expect(JSON.stringify(under.session.unsavedRows())).not.toContain(SECRET);
  });

  it('[RED6] the row is not copied before it is carried out, also in an incident left meanwhile', async () => {
    const under = new SessionUnderTest();
    under.log.hold('append');
    leak(under);
    under.declare('another');
    under.log.release('append');
    await under.session.settled();
    expect(under.log.keeps.flatMap(({ rows }) => rows.map(({ event }) => event.type))).not.toContain(
      'entry-redacted',
    );
  });

  it('[RED8] a text that stays on the disk is told of until it is gone', async () => {
    const under = new SessionUnderTest();
    under.log.inner.unerasable = failure;
    leak(under);
    await under.session.settled();
    expect(under.state.unerased).toEqual(failure);
    expect(under.texts.at(-1)).toBe('[redacted]');
    under.log.inner.unerasable = undefined;
    under.session.eraseAgain();
    await under.session.settled();
    expect(under.state.unerased).toBeNull();
  });

  it('[RED8] stands in the notice bar with what to do', async () => {
    const under = new ConsoleUnderTest();
    under.declare();
    const log = under.log as { unerasable?: typeof failure | undefined };
    log.unerasable = failure;
    under.note(SECRET);
    under.run({ type: 'redact-entry', entry: under.lastWritten?.id as Stamp });
    await under.console.session.settled();
    expect(under.notices).toEqual([
      'The redacted text is hidden here, but still on the disk. “/p/journal” has no space left. Free some space, then try again. The redaction itself is saved, and is carried out at the next start at the latest, if the disk can be written.',
    ]);
    log.unerasable = undefined;
    const [notice] = under.console.notices.store.getState();
    const [again] = notice?.actions ?? [];
    expect([notice?.standing, again?.label]).toEqual([true, 'Try again']);
    again?.perform();
    await under.console.session.settled();
    expect(under.notices).toEqual([]);
  });
});
