import { describe, expect, it } from 'vitest';
import { createNotices, type Notice } from '../../renderer/store/notices';

const notice = (id: string, text = id): Notice => ({ id, tone: 'info', text });

describe('notices', () => {
  it('stand in the order in which they came', () => {
    const notices = createNotices();
    notices.show(notice('a'));
    notices.show(notice('b'));
    expect(notices.store.getState()).toEqual([notice('a'), notice('b')]);
  });

  it('take the place of the one with the same id', () => {
    const notices = createNotices();
    notices.show(notice('a', 'old'));
    notices.show(notice('b'));
    notices.show(notice('a', 'new'));
    expect(notices.store.getState()).toEqual([notice('a', 'new'), notice('b')]);
  });

  it('go when dismissed; dismissing what is not there draws nothing', () => {
    const notices = createNotices();
    notices.show(notice('a'));
    const before = notices.store.getState();
    notices.dismiss('b');
    expect(notices.store.getState()).toBe(before);
    notices.dismiss('a');
    expect(notices.store.getState()).toEqual([]);
  });
});
