import { describe, expect, it } from 'vitest';
import type { StorageFailure } from '../../electron/contract';
import { readRow } from '../../renderer/domain/upcast';
import { isErased } from '../../renderer/domain/redaction';
import { forgetUnsaved, keepUnsaved, unsavedIn } from '../../renderer/store/unsavedRows';
import { INC_A, INC_B, logOf, noteRow, rowOf } from '../support/logRows';
import { PageWorld } from '../support/pageWorld';
import { SessionUnderTest } from '../support/sessionForTests';
import { settle } from '../support/settle';

const FULL: StorageFailure = { reason: 'disk-full', path: '/journal', detail: 'ENOSPC' };

const keptIn = ({ drafts }: PageWorld) => unsavedIn(Object.fromEntries(drafts));
const notesIn = (world: PageWorld): readonly string[] =>
  keptIn(world).flatMap(({ event }) => (event.type === 'note-logged' ? event.text : []));

describe('rows that the journal has not acknowledged', () => {
  it('[LOG10] stand in the draft log from the moment they leave the field until they are acknowledged', async () => {
    const under = new SessionUnderTest();
    under.declare();
    await settle();
    under.log.hold('append');
    under.note('one');
    under.note('two');
    expect(notesIn(under.world)).toEqual(['one', 'two']);
    under.log.release('append');
    await settle();
    expect(keptIn(under.world)).toEqual([]);
  });

  it('[LOG10] are kept while they cannot be saved', async () => {
    const under = new SessionUnderTest();
    under.declare();
    await settle();
    under.log.failure = FULL;
    under.note('on a full disk');
    await settle();
    expect(notesIn(under.world)).toEqual(['on a full disk']);
  });

  it('[LOG10] go on their way again after a restart, and are shown at once', async () => {
    const before = new SessionUnderTest();
    const id = before.declare();
    await settle();
    before.log.hold('append');
    before.note('half way');
    const after = new SessionUnderTest();
    await after.log.append(await rowsOf(before, id));
    after.session.resume(keptIn(before.world));
    await after.session.open(id);
    await settle();
    expect(after.texts).toContain('half way');
    expect({ durable: after.state.durable, unsaved: after.state.unsaved }).toEqual({
      durable: 2,
      unsaved: 0,
    });
    expect(await rowsOf(after, id)).toHaveLength(2);
  });

  it('[LOG10] count once when the journal had them after all', async () => {
    const before = new SessionUnderTest();
    const id = before.declare();
    before.note('acknowledged too late');
    const kept = keptIn(before.world);
    await settle();
    const after = new SessionUnderTest();
    await after.log.append(await rowsOf(before, id));
    after.session.resume(kept);
    await after.session.open(id);
    await settle();
    expect(after.state.durable).toBe(2);
    expect(after.texts.filter((text) => text === 'acknowledged too late')).toHaveLength(1);
  });

  it('[LOG10] are kept without their text once it is redacted', async () => {
    const under = new SessionUnderTest();
    under.declare();
    await settle();
    under.log.hold('append');
    under.note('the first goes alone');
    under.note('hunter2');
    const secret = under.entries.find(({ text }) => text === 'hunter2');
    if (!secret) throw new Error('no such entry');
    under.session.run({ type: 'redact-entry', entry: secret.id, reason: '' }, 'Dana');
    expect([...under.world.drafts.values()].join('\n')).not.toContain('hunter2');
    expect(keptIn(under.world).some(isErased)).toBe(true);
  });

  it('come back in log order, each incident’s together, whatever else is a draft', () => {
    const world = new PageWorld();
    const rows = [...logOf(2, INC_B), ...logOf(2)];
    keepUnsaved(rows.toReversed(), world.ports.setDraft);
    world.ports.setDraft('pad:inc-a', 'half a sentence');
    world.ports.setDraft('unsaved:inc-a:nonsense', '{"not":"a row"');
    const back = keptIn(world);
    expect(back.filter(({ incidentId }) => incidentId === INC_A)).toEqual(logOf(2));
    expect(back.filter(({ incidentId }) => incidentId === INC_B)).toEqual(logOf(2, INC_B));
    forgetUnsaved([noteRow(1)], world.ports.setDraft);
    expect(keptIn(world)).toHaveLength(5);
  });

  it('come back whole when a later version wrote them', () => {
    const world = new PageWorld();
    const raw = { type: 'from-the-future', text: 'kept whole' };
    keepUnsaved([rowOf(1, { type: 'unrecognised', raw })], world.ports.setDraft);
    expect(keptIn(world)).toEqual([readRow({ ...rowOf(1, { type: 'unrecognised', raw }), event: raw })]);
  });
});

/** What the log of a session holds, as a restart would find it. */
async function rowsOf({ log }: SessionUnderTest, id: Parameters<typeof log.open>[0]) {
  return (await log.open(id, () => undefined)).rows;
}
