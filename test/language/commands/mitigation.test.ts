import { describe, expect, it } from 'vitest';
import { minutes } from '../../../renderer/domain/time';
import { readPadLine, type PadLine } from '../../../renderer/language/padLine';
import { problemSentence } from '../../../renderer/language/padProblems';
import type { OpenAttempt } from '../../../renderer/language/padReading';
import { PAD_CONTEXT, ROLLBACK, SHIFT } from '../../support/padContext';

const read = (text: string, attempts: readonly OpenAttempt[] = []): PadLine =>
  readPadLine(text, { ...PAD_CONTEXT, attempts });

describe('/mitigate', () => {
  it.each([
    ['/mitigate rollback web to 2.3 @sam check 10m', 'rollback', 'web to 2.3', 'Sam', 10],
    ['/mitigate rollback web to 2.3 check 10m @sam', 'rollback', 'web to 2.3', 'Sam', 10],
    ['/mitigate rollback web to 2.3', 'rollback', 'web to 2.3', 'Dana', 5],
    ['/mitigate ROLLBACK web @Sam Lee', 'rollback', 'web', 'Sam Lee', 5],
    ['/mitigate roll-back web', 'rollback', 'web', 'Dana', 5],
    ['/mitigate shift EU to Dublin check back in 15 minutes', 'shift', 'EU to Dublin', 'Dana', 15],
    ['/mitigate disable recommendations check 1h', 'disable', 'recommendations', 'Dana', 60],
    ['/mitigate restart web-3 check 5', 'restart', 'web-3', 'Dana', 5],
    [
      '/mitigate block traffic from @bad_actor at the edge',
      'block',
      'traffic from @bad_actor at the edge',
      'Dana',
      5,
    ],
    ['/mitigate failover db01 mail ops@example.com', 'failover', 'db01 mail ops@example.com', 'Dana', 5],
    ['/mitigate scale web to 40, then check', 'scale', 'web to 40, then check', 'Dana', 5],
    [
      '/mitigate other double check 5m things @sam @priya',
      'other',
      'double check 5m things @sam',
      'Priya Nair',
      5,
    ],
  ])('[GRM4] "%s" begins an attempt', (text, action, what, owner, check) => {
    expect(read(text)).toMatchObject({
      kind: 'command',
      command: { type: 'attempt-mitigation', action, what, owner, checkBackIn: minutes(check) },
    });
  });

  it('has no owner where nobody has said who writes', () => {
    const line = readPadLine('/mitigate block x', { ...PAD_CONTEXT, writer: '' });
    expect(line).toMatchObject({ command: { owner: '' } });
  });

  it.each([
    ['/mitigate', 'action-missing'],
    ['/mitigate web to 2.3', 'action-missing'],
    ['/mitigate rollback', 'mitigation-what-missing'],
    ['/mitigate rollback @sam check 5m', 'mitigation-what-missing'],
  ])('[GRM3] "%s" stays as typed: %s', (text, problem) => {
    expect(read(text)).toMatchObject({ kind: 'problem', problem, text });
  });

  it('[GRM9] shows what follows without being typed', () => {
    expect(read('/mitigate rollback web')).toMatchObject({
      chips: [
        { label: 'Mitigation', value: 'Roll back', typed: 'rollback' },
        { label: 'What', value: 'web', typed: 'web' },
        { label: 'Who', value: 'Dana', typed: '' },
        { label: 'Check back in', value: '5 min', typed: '' },
      ],
    });
  });
});

describe('/worked, /partly, /didnt, /worse', () => {
  it.each(['worked', 'partly', 'didnt', 'worse'])('[GRM5] /%s judges the one open attempt', (word) => {
    expect(read(`/${word}`, [ROLLBACK])).toMatchObject({
      command: { type: 'judge-mitigation', attempt: ROLLBACK.id, verdict: word },
    });
    expect(read(`/${word} 5xx at 0.1 %`, [ROLLBACK])).toMatchObject({
      command: { type: 'judge-mitigation', attempt: ROLLBACK.id, verdict: word, note: '5xx at 0.1 %' },
    });
  });

  it('[GRM5] leaves the whole note to the note when only one is open', () => {
    expect(read('/worked rollback is done', [ROLLBACK])).toMatchObject({
      command: { note: 'rollback is done' },
    });
  });

  it.each([
    ['/worked web to 2.3', ROLLBACK.id, undefined],
    ['/worked WEB to 2.3 errors gone', ROLLBACK.id, 'errors gone'],
    ['/worked rollback errors gone', ROLLBACK.id, 'errors gone'],
    ['/worked shift', SHIFT.id, undefined],
    ['/worked EU to Dublin: latency is fine', SHIFT.id, 'latency is fine'],
  ])('[GRM5] "%s" names one of several', (text, attempt, note) => {
    const line = read(text, [ROLLBACK, SHIFT]);
    expect(line).toMatchObject({ command: { type: 'judge-mitigation', attempt } });
    expect(line.kind === 'command' && 'note' in line.command ? line.command.note : undefined).toBe(note);
  });

  it('[GRM5] asks which when several are open and none is named', () => {
    for (const text of ['/worked', '/worked errors gone', '/worked web to 2.31']) {
      const line = read(text, [ROLLBACK, SHIFT]);
      expect(line).toMatchObject({ problem: 'which-attempt', text, names: ['web to 2.3', 'EU to Dublin'] });
    }
    expect(problemSentence('which-attempt', ['web to 2.3', 'EU to Dublin'])).toMatch(
      /“web to 2.3”, “EU to Dublin”\.$/,
    );
  });

  it('[GRM5] does not guess between two of a kind, nor between two of the same words', () => {
    const second: OpenAttempt = { ...SHIFT, action: 'rollback' };
    expect(read('/worked rollback', [ROLLBACK, second])).toMatchObject({ problem: 'which-attempt' });
    const twin: OpenAttempt = { ...SHIFT, what: ROLLBACK.what };
    expect(read('/worked web to 2.3', [ROLLBACK, twin])).toMatchObject({ problem: 'which-attempt' });
  });

  it('[GRM5] takes the longer of two names that begin alike', () => {
    const longer: OpenAttempt = { ...SHIFT, what: 'web to 2.3 in EU' };
    expect(read('/worked web to 2.3 in EU too', [ROLLBACK, longer])).toMatchObject({
      command: { attempt: longer.id, note: 'too' },
    });
  });

  const CACHE: OpenAttempt = { ...ROLLBACK, action: 'restart', what: 'cache' };
  const WEB: OpenAttempt = { ...SHIFT, action: 'restart', what: 'web in Dublin' };

  it.each([
    ['/worked restart cache back', CACHE.id, 'back', 'restart cache'],
    ['/worked Restart: cache, back', CACHE.id, 'back', 'Restart: cache,'],
    ['/worked cache is warm', CACHE.id, 'is warm', 'cache'],
    ['/worked restart web in Dublin all green', WEB.id, 'all green', 'restart web in Dublin'],
    ['/worked restart web all green', WEB.id, 'all green', 'restart web'],
    ['/worked web in all green', WEB.id, 'all green', 'web in'],
    ['/worked restart cac fine', CACHE.id, 'fine', 'restart cac'],
    ['/worked web in Dub', WEB.id, undefined, 'web in Dub'],
  ])('[GRM5] "%s" takes as much of the name as stands there', (text, attempt, note, typed) => {
    const line = read(text, [CACHE, WEB]);
    if (line.kind !== 'command' || !('attempt' in line.command)) throw new Error(line.kind);
    expect([line.command.attempt, 'note' in line.command ? line.command.note : undefined]).toEqual([
      attempt,
      note,
    ]);
    expect(line.chips.find(({ label }) => label === 'Attempt')?.typed).toBe(typed);
  });

  it('[GRM5] takes the whole name of the only one out of the note, and no single word', () => {
    for (const [text, note] of [
      ['/worked restart cache back', 'back'],
      ['/worked restart cache', undefined],
      ['/worked cache is back', 'cache is back'],
      ['/worked restarted twice', 'restarted twice'],
    ] as const) {
      const line = read(text, [CACHE]);
      expect([
        text,
        line.kind === 'command' && 'note' in line.command ? line.command.note : undefined,
      ]).toEqual([text, note]);
    }
  });

  it('[GRM5] prefers a whole name to a longer part of another one', () => {
    const longer: OpenAttempt = { ...SHIFT, action: 'restart', what: 'cache in Dublin' };
    expect(read('/worked cache fine', [CACHE, longer])).toMatchObject({ command: { attempt: CACHE.id } });
    expect(read('/worked cache in Dublin', [CACHE, longer])).toMatchObject({
      command: { attempt: longer.id },
    });
    expect(read('/worked restart', [CACHE, longer])).toMatchObject({ problem: 'which-attempt' });
  });

  it('[GRM3] says so when nothing is open', () => {
    expect(read('/didnt 5xx still up')).toMatchObject({
      problem: 'no-open-attempt',
      text: '/didnt 5xx still up',
    });
  });
});
