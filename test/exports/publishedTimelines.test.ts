import { describe, expect, it } from 'vitest';
import { draftPostMortem } from '../../renderer/exports/draftPostMortem';
import { postMortemJson } from '../../renderer/exports/postMortemJson';
import { postMortemMarkdown } from '../../renderer/exports/postMortemMarkdown';
import { inBothZones, clockIn } from '../../renderer/exports/moment';
import { at } from './history';
import { publishedTimelines, replay, WRITTEN } from './publishedTimelines';
import { bulletTexts, cells, readMarkdown, section } from './readMarkdown';

const ZONE = 'Europe/London';

describe.each(publishedTimelines.map((source) => ({ slug: source.slug, source })))(
  'the published incident $slug (EXP)',
  ({ source }) => {
    const draft = draftPostMortem({ incident: replay(source).incident, now: at(WRITTEN), timeZone: ZONE });
    const root = readMarkdown(postMortemMarkdown(draft));

    it('[EXP9] gives the response times computed from its source, and none where one is missing', () => {
      const { metrics } = postMortemJson(draft);
      expect(metrics).toMatchObject(source.derivedMetrics);
    });

    it('[EXP9] prints the same figures for people', () => {
      const table = new Map(
        cells(section(root, 'Response times')).map(([name, , minutes]) => [name, minutes]),
      );
      const printed = (minutes: number | null | undefined): string => String(minutes ?? '–');
      expect(Object.fromEntries(table)).toMatchObject({
        'Time to detect': printed(source.derivedMetrics['startToDetectMin']),
        'Time to mitigate': printed(source.derivedMetrics['detectToMitigateMin']),
        'Time to mitigate, from impact': printed(source.derivedMetrics['startToMitigateMin']),
        'Time to resolve': printed(source.derivedMetrics['startToResolveMin']),
        'Time to resolve, from detection': printed(source.derivedMetrics['detectToResolveMin']),
      });
    });

    it('[EXP6] has every entry in order, with its exact time and its own words', () => {
      const notes = bulletTexts(section(root, 'Appendix: full log')).filter((text) =>
        text.includes('· note ·'),
      );
      const clock = clockIn(ZONE);
      const expected = source.entries.map((entry) => [inBothZones(clock.moment(at(entry.at))), entry.text]);
      expect(notes.map((note) => [note.split(' · ')[0], note.split('\n').slice(1).join('\n')])).toEqual(
        expected,
      );
    });

    it('[EXP10] has every entry in order in JSON', () => {
      const notes = postMortemJson(draft).timeline.filter((item) => item.kind === 'note');
      expect(notes.map(({ at: when, author, text }) => ({ when, author, text }))).toEqual(
        source.entries.map((entry) => ({
          when: new Date(entry.at).toISOString(),
          author: 'Scribe',
          text: entry.text,
        })),
      );
    });
  },
);
