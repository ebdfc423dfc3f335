import { describe, expect, it } from 'vitest';
import { entries } from '../../renderer/domain/timeline';
import { after } from '../support/givenWhenThen';
import { attempted, declared, itemAdded, itemMoved, judged } from '../support/histories';

describe('what a line is about (TML)', () => {
  it('[TML9] a verdict names the attempt it judges, a move the action item it moves', () => {
    const incident = after(
      declared(),
      attempted('web to 2.3'),
      judged(1, 'worked', 'errors gone'),
      itemAdded('Alert on 5xx'),
      itemMoved(3, 'done', 'INC-7 closed'),
    );
    const lines = [...entries(incident.timeline)].map((entry) => entry.text);
    expect(lines).toContain('Roll back: web to 2.3 · Worked: errors gone');
    expect(lines).toContain('Alert on 5xx · Action item done: INC-7 closed');
  });
});
