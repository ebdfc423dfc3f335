import { JSDOM } from 'jsdom';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { IncidentId } from '../../renderer/domain/ids';
import type { Incident } from '../../renderer/domain/incident';
import { exportText } from '../../renderer/exports/exportFormats';
import type { ExportFormat } from '../../renderer/exports/exportNames';
import { draftPostMortem } from '../../renderer/exports/draftPostMortem';
import type { PostMortemJson } from '../../renderer/exports/postMortemJson';
import { postMortemTree } from '../../renderer/exports/postMortemMarkdown';
import { allRows, startJournal } from '../electron/support/journalHarness';
import { note } from '../electron/support/rows';
import { tempFolder } from '../electron/support/tempFolder';
import { everyField } from './everyField';
import { at, declared } from './history';
import { HOSTILE_STRINGS, LONGEST } from './hostileStrings';
import { readCalendar } from './readCalendar';
import { readMarkdown, shapeOf } from './readMarkdown';

const now = at('2026-11-23T12:00:00Z');
const input = (incident: Incident) => ({ incident, now, timeZone: 'UTC' });
const written = (format: ExportFormat, incident: Incident): string =>
  exportText(format, 'inc-0142' as IncidentId, input(incident));

/** A log with a note for each string. */
function logged(texts: readonly string[]): Incident {
  const history = declared();
  for (const text of texts) history.write({ type: 'note-logged', kind: 'note', text });
  return history.incident;
}

/** Incidents in whose fields, from title to summary, each of the strings stands once. */
function inFields(): readonly Incident[] {
  const incidents: Incident[] = [];
  let next = 0;
  while (next < HOSTILE_STRINGS.length) {
    incidents.push(everyField(() => HOSTILE_STRINGS[next++ % HOSTILE_STRINGS.length] ?? ''));
  }
  return incidents;
}

describe('200 hostile strings', () => {
  it('are that many, and one of a million characters', () => {
    expect(HOSTILE_STRINGS.length).toBeGreaterThanOrEqual(200);
    expect(LONGEST).toHaveLength(1_000_000);
  });

  it('come back from the journal as they were, after a restart', async () => {
    const profile = tempFolder();
    const texts = [...HOSTILE_STRINGS, LONGEST];
    const first = await startJournal(profile);
    const rows = texts.map((text, i) => note(i + 1, text));
    expect(await first.journal.append('inc1', rows)).toMatchObject({ ok: true });
    await first.end();
    const second = await startJournal(profile);
    expect(await allRows(second.journal)).toEqual(rows);
  });

  it('[EXP10] come back from the JSON export as they were', () => {
    const texts = [...HOSTILE_STRINGS, LONGEST];
    const { timeline } = JSON.parse(written('json', logged(texts))) as PostMortemJson;
    expect(timeline.filter(({ kind }) => kind === 'note').map(({ text }) => text)).toEqual(texts);
  });

  it('[EXP4] are text in Markdown, whatever the field', () => {
    for (const incident of inFields()) {
      const read = shapeOf(readMarkdown(written('markdown', incident)));
      expect(read).toEqual(shapeOf(postMortemTree(draftPostMortem(input(incident)))));
    }
  });

  it('[FMT1] run, fetch and link nothing in HTML', () => {
    for (const incident of inFields()) {
      const { window } = new JSDOM(written('html', incident), { runScripts: 'outside-only' });
      const { document } = window;
      const live =
        'script, iframe, object, embed, form, link, base, img, svg, math, video, a, [href], [src], [srcdoc], [action]';
      expect(document.querySelectorAll(live)).toHaveLength(0);
      expect(document.querySelectorAll('meta[http-equiv="refresh"]')).toHaveLength(0);
      const names = [...document.querySelectorAll('*')].flatMap((one) => one.getAttributeNames());
      expect(names.filter((name) => name.startsWith('on') || name === 'style')).toEqual([]);
    }
  });

  it('[FMT2] make no column, row or formula in CSV', () => {
    for (const incident of [...inFields(), logged([...HOSTILE_STRINGS, LONGEST])]) {
      const { data } = Papa.parse<string[]>(written('csv', incident).trimEnd());
      expect(data).toHaveLength(draftPostMortem(input(incident)).timeline.log.length + 1);
      for (const row of data) {
        expect(row).toHaveLength(4);
        for (const cell of row) expect(cell).not.toMatch(/^[\s\0]*[=+\-@＝＋－＠]|^[\t\r\n\0]/);
      }
    }
  });

  it('[FMT3] make no property in a calendar', () => {
    const names = (incident: Incident): readonly string[] =>
      readCalendar(written('ics', incident)).map(({ name }) => name);
    const usual = names(declared().incident);
    for (const text of HOSTILE_STRINGS) expect(names(everyField(() => text))).toEqual(usual);
  });
});
