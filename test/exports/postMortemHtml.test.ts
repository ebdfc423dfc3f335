import { assert, property } from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { Incident } from '../../renderer/domain/incident';
import { NO_INCIDENT } from '../../renderer/domain/incident';
import { postMortemHtml } from '../../renderer/exports/postMortemHtml';
import { postMortemTree } from '../../renderer/exports/postMortemMarkdown';
import { draftOf } from './draftOf';
import { everyField } from './everyField';
import { at, declared } from './history';
import { hostileMix } from './hostileMix';
import { HOSTILE_TEXTS } from './hostileText';
import { textOf } from './readMarkdown';

/** All the file is made of; any other element came out of somebody's text. */
const ELEMENTS = new Set(
  'html head meta title style body h1 h2 h3 p ul li blockquote table thead tbody tr th td strong em del code pre br'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(['lang', 'charset', 'http-equiv', 'content', 'name', 'dir']);

/** As a browser builds it, scripts off. */
const read = (html: string): Document => new JSDOM(html).window.document;

/** What is said, without the blanks that only lay it out. */
const said = (text: string): string => text.replaceAll(/\s+/g, '');

function expectSafe(incident: Incident): void {
  const draft = draftOf(incident);
  const document = read(postMortemHtml(draft));
  const elements = [...document.querySelectorAll('*')];
  expect(elements.map(({ localName }) => localName).filter((name) => !ELEMENTS.has(name))).toEqual([]);
  const attributes = elements.flatMap((element) => element.getAttributeNames());
  expect(attributes.filter((name) => !ATTRIBUTES.has(name))).toEqual([]);
  expect(document.querySelectorAll('meta')).toHaveLength(4);
  expect(document.querySelectorAll('style')).toHaveLength(1);
  expect(document.querySelectorAll('h1')).toHaveLength(1);
  expect(said(document.body.textContent)).toBe(said(textOf(postMortemTree(draft))));
}

describe('the post-mortem as HTML (FMT)', () => {
  it('[FMT1] forbids by a policy of its own whatever could run or be fetched, and stands alone', () => {
    const document = read(postMortemHtml(draftOf(declared().incident)));
    const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]');
    expect(policy?.getAttribute('content')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    );
    expect(document.querySelector('meta')?.getAttribute('charset')).toBe('utf-8');
    expect(document.title).toBe('Post-mortem INC-0142: Checkout is down');
    expect(document.compatMode).toBe('CSS1Compat');
  });

  it('[FMT1] has the sections, tables and lists of the Markdown', () => {
    const draft = draftOf(declared().incident);
    const document = read(postMortemHtml(draft));
    const headings = postMortemTree(draft).children.filter(({ type }) => type === 'heading');
    expect([...document.querySelectorAll('h1, h2, h3')].map(({ textContent }) => textContent)).toEqual(
      headings.map(textOf),
    );
    expect(document.querySelectorAll('table thead th').length).toBeGreaterThan(4);
  });

  it('[FMT1] keeps the layout of what was pasted', () => {
    const history = declared();
    const text = 'trace:\n\n    at <main> & co\n\tat x';
    history.run({ type: 'log-note', kind: 'note', text, at: at('2026-11-23T03:00:00Z') });
    const fences = [...read(postMortemHtml(draftOf(history.incident))).querySelectorAll('pre')];
    expect(fences.map(({ textContent }) => textContent)).toContain(text);
  });

  it('[EXP8] begins with the notice of a drill', () => {
    const document = read(postMortemHtml(draftOf(declared({ drill: true, number: 3 }).incident)));
    expect(document.title).toMatch(/^THIS IS A DRILL/);
  });

  it('[EXP1] is whole for a log of no rows', () => expectSafe(NO_INCIDENT));

  it.each(HOSTILE_TEXTS)('[FMT1] %j in every field is text and nothing else', (hostile) => {
    expectSafe(everyField(() => hostile));
  });

  it('[FMT1] no mixture becomes an element, attribute or style', () => {
    assert(
      property(hostileMix, (text) => expectSafe(everyField(() => text))),
      { numRuns: 60 },
    );
  }, 120_000);
});
