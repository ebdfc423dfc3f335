import { describe, expect, it } from 'vitest';
import { isoFine } from '../../../renderer/imports/recordTimes';
import { alerts } from './golden/alerts';
import type { GoldenRow } from './golden/golden';
import { CHAT_LISTS } from './golden/chatLists';
import { OTHER_LISTS } from './golden/otherLists';
import { opsgenieLogs } from './golden/opsgenieLogs';
import { opsgenieWebhooks } from './golden/opsgenieWebhooks';
import { pagerDuty } from './golden/pagerDuty';
import { slackNasty } from './golden/slackNasty';
import { slackPlain } from './golden/slackPlain';
import { tables } from './golden/tables';
import { readSample } from './support';

const ALL = {
  ...slackPlain,
  ...slackNasty,
  ...pagerDuty,
  ...opsgenieLogs,
  ...opsgenieWebhooks,
  ...alerts,
  ...tables,
};

describe('the rows of every sample (IMP)', () => {
  it.each(Object.entries(ALL))('[IMP2] gives the rows of %s as they always were', async (name, expected) => {
    const { rows } = await readSample(name);
    const found = rows.map((row): GoldenRow => ({
      at: isoFine(row),
      kind: row.kind,
      author: row.author,
      text: row.text.replace(/A{100,}/, 'AAA…'),
      where: row.where,
      key: row.key,
      ...(row.noise ? { noise: true } : {}),
    }));
    expect(found).toEqual(expected);
  });

  it.each(Object.entries({ ...CHAT_LISTS, ...OTHER_LISTS }))(
    '[IMP2] says of %s what it always did',
    async (name, expected) => {
      const { format, duplicates, unreadable, warnings, people } = await readSample(name);
      expect({
        format,
        duplicates: duplicates.map(({ row, reason }) => ({ where: row.where, reason })),
        unreadable,
        warnings,
        people,
      }).toEqual(expected);
    },
  );

  it('[IMP4] names each record once, the same at every reading', async () => {
    for (const name of Object.keys(ALL)) {
      const [first, second] = [await readSample(name), await readSample(name)];
      const keys = first.rows.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      expect(second.rows.map(({ key }) => key)).toEqual(keys);
    }
  });
});
