import { assert, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Incident } from '../../renderer/domain/incident';
import { NO_INCIDENT } from '../../renderer/domain/incident';
import { folded, textValue, utcValue } from '../../renderer/exports/calendarLines';
import { reviewCalendar } from '../../renderer/exports/reviewCalendar';
import { visibleLine, visibleText } from '../../renderer/exports/visibleText';
import { draftOf } from './draftOf';
import { everyField } from './everyField';
import { at, declared } from './history';
import { hostileMix } from './hostileMix';
import { HOSTILE_TEXTS } from './hostileText';
import { readCalendar } from './readCalendar';

const NAMES =
  'BEGIN VERSION PRODID CALSCALE METHOD BEGIN UID DTSTAMP SEQUENCE DTSTART DTEND SUMMARY DESCRIPTION STATUS TRANSP BEGIN ACTION DESCRIPTION TRIGGER END END END'.split(
    ' ',
  );

const calendarOf = (incident: Incident, now = at('2026-11-23T12:00:00Z'), startsAt?: number): string =>
  reviewCalendar(draftOf(incident, now), {
    incidentId: 'inc-0142',
    ...(startsAt === undefined ? {} : { startsAt }),
  });

function valueOf(file: string, name: string): string | undefined {
  return readCalendar(file).find((one) => one.name === name)?.value;
}

function resolved(iso: string): Incident {
  const history = declared().clock(iso);
  history.run({ type: 'resolve', unticked: [] });
  return history.incident;
}

describe('the review invitation (FMT)', () => {
  it('[FMT3] is one tentative event of 60 minutes with what the review is about', () => {
    const file = calendarOf(resolved('2026-11-23T04:20:00Z'));
    const read = readCalendar(file);
    expect(read.map(({ name }) => name)).toEqual(NAMES);
    expect(valueOf(file, 'UID')).toBe('inc-0142-review@incident-console.invalid');
    expect(valueOf(file, 'DTSTAMP')).toBe('20261123T120000Z');
    expect(valueOf(file, 'DTSTART')).toBe('20261125T040000Z');
    expect(valueOf(file, 'DTEND')).toBe('20261125T050000Z');
    expect(valueOf(file, 'SUMMARY')).toBe('Review: Post-mortem INC-0142: Checkout is down');
    expect(valueOf(file, 'DESCRIPTION')).toContain('Agenda:\n5 min: Why we are here');
  });

  it('[FMT3] is at the time given', () => {
    const file = calendarOf(declared().incident, undefined, at('2026-12-01T09:30:00Z'));
    expect([valueOf(file, 'DTSTART'), valueOf(file, 'DTEND')]).toEqual([
      '20261201T093000Z',
      '20261201T103000Z',
    ]);
  });

  it('[FMT3] is a day ahead, on the hour, when the review is overdue or nothing is resolved', () => {
    const overdue = calendarOf(resolved('2026-11-23T04:20:00Z'), at('2026-11-29T10:10:00Z'));
    expect(valueOf(overdue, 'DTSTART')).toBe('20261130T110000Z');
    expect(valueOf(calendarOf(NO_INCIDENT), 'DTSTART')).toBe('20261124T120000Z');
  });

  it('[FMT3] exported again keeps its UID and has a higher sequence', () => {
    const { incident } = declared();
    const first = calendarOf(incident, at('2026-11-23T12:00:00Z'));
    const second = calendarOf(incident, at('2026-11-23T12:00:01Z'));
    expect(valueOf(second, 'UID')).toBe(valueOf(first, 'UID'));
    expect([valueOf(first, 'SEQUENCE'), valueOf(second, 'SEQUENCE')]).toEqual(['32400', '32401']);
  });

  it('[EXP2] is the same bytes for the same log and time', () => {
    expect(calendarOf(declared().incident)).toBe(calendarOf(declared().incident));
  });

  it('[EXP8] says of a drill that it is one', () => {
    const file = calendarOf(declared({ drill: true, number: 3 }).incident);
    expect(valueOf(file, 'SUMMARY')).toContain('THIS IS A DRILL');
    expect(valueOf(file, 'DESCRIPTION')?.startsWith('THIS IS A DRILL')).toBe(true);
  });

  it('[FMT3] a title that holds an attendee stays one property', () => {
    const title = 'x\r\nATTENDEE:mailto:evil@example.com\r\nEND:VCALENDAR';
    const file = calendarOf(everyField(() => title));
    expect(readCalendar(file).map(({ name }) => name)).toEqual(NAMES);
    expect(valueOf(file, 'SUMMARY')).toContain('x ⏎ ATTENDEE:mailto:evil@example.com ⏎ END:VCALENDAR');
  });

  const expectSafe = (text: string): void => {
    const incident = everyField(() => text);
    const file = calendarOf(incident);
    expect(readCalendar(file).map(({ name }) => name)).toEqual(NAMES);
    const { heading } = draftOf(incident).header;
    expect(valueOf(file, 'SUMMARY')).toBe(visibleLine(`Review: ${heading}`));
  };

  it.each(HOSTILE_TEXTS)('[FMT3] %j in every field adds no property', (hostile) => expectSafe(hostile));

  it('[FMT3] no mixture adds a property, splits a character or makes a line of more than 75 octets', () => {
    assert(property(hostileMix, expectSafe), { numRuns: 300 });
  }, 60_000);

  it('[FMT3] a text is read back as it was shown', () => {
    assert(
      property(hostileMix, (text) => {
        const [read] = readCalendar(folded(`SUMMARY:${textValue(text)}`));
        expect(read?.value).toBe(visibleText(text));
      }),
      { numRuns: 500 },
    );
  });

  it('[FMT3] a time no calendar can write becomes the nearest it can', () => {
    expect([utcValue(8.64e15), utcValue(-8.64e15)]).toEqual(['99991231T220000Z', '00010101T000000Z']);
  });
});
