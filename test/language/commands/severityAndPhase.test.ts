import { describe, expect, it } from 'vitest';
import { readPadLine, type PadLine } from '../../../renderer/language/padLine';
import { PAD_CONTEXT } from '../../support/padContext';

const read = (text: string): PadLine => readPadLine(text, PAD_CONTEXT);

describe('/sev', () => {
  it.each([
    ['/sev 2 EU only', 2, 'EU only'],
    ['/SEV 2 EU only', 2, 'EU only'],
    ['  /sev 1  all of checkout\nis down ', 1, 'all of checkout\nis down'],
    ['/sev 3: two hosts', 3, 'two hosts'],
    ['/sev sev 4 nobody notices', 4, 'nobody notices'],
    ['/sev sev2 EU only', 2, 'EU only'],
    ['/sev 2 3 of 5 hosts', 2, '3 of 5 hosts'],
  ])('[GRM4] "%s" changes the severity', (text, to, reason) => {
    expect(read(text)).toMatchObject({ kind: 'command', command: { type: 'change-severity', to, reason } });
  });

  it.each([
    ['/sev', 'level-missing'],
    ['/sev  ', 'level-missing'],
    ['/sev 5 x', 'level-missing'],
    ['/sev 22 x', 'level-missing'],
    ['/sev high x', 'level-missing'],
    ['/sev 2', 'level-reason-missing'],
    ['/sev 2:', 'level-reason-missing'],
  ])('[GRM3] "%s" stays as typed: %s', (text, problem) => {
    expect(read(text)).toMatchObject({ kind: 'problem', problem, text });
  });

  it('[GRM9] shows how it is understood', () => {
    expect(read('/sev 2 EU only')).toMatchObject({
      chips: [
        { label: 'Severity', value: 'Sev 2', typed: '2' },
        { label: 'Reason', value: 'EU only', typed: 'EU only' },
      ],
    });
    expect(read('/sev 2')).toMatchObject({ chips: [{ label: 'Severity', value: 'Sev 2', typed: '2' }] });
  });
});

describe('/phase', () => {
  it.each([
    ['/phase mitigation', 'mitigation'],
    ['/phase Mitigation', 'mitigation'],
    ['/phase mit', 'mitigation'],
    ['/phase res', 'resolution'],
    ['/phase post-mortem', 'post-mortem'],
    ['/phase postmortem', 'post-mortem'],
    ['/phase post mortem', 'post-mortem'],
    ['/phase pos', 'post-mortem'],
    ['/phase prevention', 'prevention'],
  ])('[GRM4] "%s" moves on', (text, to) => {
    expect(read(text)).toMatchObject({ kind: 'command', command: { type: 'move-phase', to } });
  });

  it('[GRM4] takes the reason for going back behind the name', () => {
    expect(read('/phase triage errors are back')).toMatchObject({
      command: { type: 'move-phase', to: 'triage', reason: 'errors are back' },
      chips: [
        { label: 'Phase', value: 'Triage' },
        { label: 'Reason', value: 'errors are back' },
      ],
    });
  });

  it.each(['/phase', '/phase p', '/phase mi', '/phase 3', '/phase mitigated', '/phase next'])(
    '[GRM3] "%s" asks which',
    (text) => {
      expect(read(text)).toMatchObject({ kind: 'problem', problem: 'phase-missing', text });
    },
  );
});

describe('/snooze', () => {
  it.each([
    ['/snooze 5 rollback is finishing', 5],
    ['/snooze 10m rollback is finishing', 10],
    ['/snooze 15 min rollback is finishing', 15],
    ['/snooze 5: rollback is finishing', 5],
  ])('[GRM4] "%s" puts the update off', (text, minutes) => {
    expect(read(text)).toMatchObject({
      command: { type: 'snooze-update', minutes, reason: 'rollback is finishing' },
    });
  });

  it.each([
    ['/snooze', 'snooze-minutes-missing'],
    ['/snooze rollback', 'snooze-minutes-missing'],
    ['/snooze 5x because', 'snooze-minutes-missing'],
    ['/snooze 5', 'snooze-reason-missing'],
    ['/snooze 5 m', 'snooze-reason-missing'],
  ])('[GRM3] "%s" stays as typed: %s', (text, problem) => {
    expect(read(text)).toMatchObject({ kind: 'problem', problem, text });
  });
});
