import type { Code, ListItem, Paragraph, PhrasingContent } from 'mdast';
import { fileNameOf } from '../domain/attachments';
import { authorName } from './authorName';
import type { EntryList } from './entryList';
import { excerpt } from './excerpt';
import { authorOf, type EarlierForm, type LogLine } from './logLine';
import { bullets, lines, linesOf, listItem, orEmpty, paragraph, plain } from './markdownNodes';
import { inBothZones } from './moment';
import { counted } from './statement';
import { visibleJson, visibleLine, visibleText } from './visibleText';

/** Entries as the key timeline shows them: when, what kind, who, what. */
export const keyEntries = (entries: readonly LogLine[]): EntryList => ({
  type: 'entries',
  lines: entries,
  item: keyEntry,
  mayRepeat: readsTheSame,
});

/** Entries with all their history: earlier forms, retractions, and what could not be read. */
export const fullEntries = (entries: readonly LogLine[]): EntryList => ({
  type: 'entries',
  lines: entries,
  item: fullEntry,
  mayRepeat: () => false,
});

/** True for an entry that reads the same in both kinds of list. */
const readsTheSame = (line: LogLine): boolean =>
  line.late === undefined &&
  line.pinned === undefined &&
  line.attachments === undefined &&
  line.raw === undefined &&
  line.earlier.length === 0 &&
  excerpt(line.readable) === line.readable;

const keyEntry = (line: LogLine): ListItem =>
  listItem(...said(line, excerpt(line.readable), line.late === undefined ? [] : [line.late]));

function fullEntry(line: LogLine): ListItem {
  const late = [
    ...(line.pinned ? ['pinned'] : []),
    ...(line.late === undefined ? [] : [`${line.late}, at ${line.recordedAt.utc}`]),
  ];
  const item = listItem(...said(line, line.readable, late));
  if (line.attachments) item.children.push(...pictures(line));
  if (line.raw !== undefined) item.children.push(fenced(visibleJson(line.raw), 'json'));
  if (line.earlier.length > 0) item.children.push(bullets(line.earlier.map(earlierItem)));
  return item;
}

function said(line: LogLine, text: string, first: readonly string[]): ListItem['children'] {
  const head: PhrasingContent[] = [time(line), factsOf(line, first)];
  if (text === '' && line.attachments !== undefined) return [paragraph(...head)];
  const asProse = line.retracted !== undefined && text.length <= LONGEST_PROSE;
  return asProse ? [paragraph(...head, BREAK, struck(text))] : withBody(head, text);
}

/** Set as code: in a column of entries the times stand below each other. */
const time = (line: LogLine): PhrasingContent => ({ type: 'inlineCode', value: line.at.utc });

/** A header, and below it what was said: as text, or fenced where the layout is part of the message. */
function withBody(head: readonly PhrasingContent[], text: string): ListItem['children'] {
  const shown = visibleText(text);
  if (text.length > LONGEST_PROSE || isLaidOut(shown)) return [paragraph(...head), fenced(shown, null)];
  return [paragraph(...head, BREAK, ...linesOf(orEmpty(shown)))];
}

function factsOf(line: LogLine, first: readonly string[]): PhrasingContent {
  const { retracted } = line;
  const facts: string[] = [line.kind, authorOf(line)];
  if (line.source) facts.push(`from ${line.source.tool}, ${line.source.file}, ${line.source.where}`);
  if (line.mergedInto !== undefined) facts.push('merged into another entry');
  facts.push(...first);
  if (line.attachments) facts.push(counted(line.attachments.length, 'image'));
  if (line.earlier.length > 0) facts.push(`edited ${counted(line.earlier.length, 'time')}`);
  if (retracted) facts.push(`retracted ${retracted.at.utc} by ${authorName(retracted.by)}`);
  if (retracted?.reason !== undefined) facts.push(`reason: ${retracted.reason}`);
  if (line.redacted) facts.push(...redactionOf(line.redacted));
  const local = inBothZones(line.at).slice(line.at.utc.length);
  return { type: 'text', value: ` ${visibleLine(`${local} · ${facts.join(' · ')}`)}` };
}

/** Links to the copies beside the document; the words are the console's own, never a person's (EXP4). */
function pictures({ attachments = [], at }: LogLine): Paragraph[] {
  return attachments.map((image, i) =>
    paragraph({
      type: 'image',
      url: `attachments/${fileNameOf(image)}`,
      alt: `Image ${i + 1} of the entry of ${at.utc}`,
    }),
  );
}

function redactionOf({ at, by, reason }: NonNullable<LogLine['redacted']>): readonly string[] {
  const when = at === undefined ? '' : ` ${at.utc}`;
  const who = by === undefined ? '' : ` by ${authorName(by)}`;
  return [`redacted${when}${who}`, ...(reason === undefined ? [] : [`reason: ${reason}`])];
}

function earlierItem(form: EarlierForm): ListItem {
  const was = form.kind === undefined ? '' : `, ${form.kind}`;
  const until = `Until ${form.replacedAt.utc} (changed by ${authorName(form.replacedBy)})${was}`;
  return listItem(...withBody([plain(`${until}, at ${inBothZones(form.at)}:`)], form.text));
}

const BREAK: PhrasingContent = { type: 'break' };

/** Blanks at its edges stay outside the marks: `~~ x ~~` would not strike anything. */
const struck = (text: string): PhrasingContent => ({ type: 'delete', children: lines(text.trim()) });

/** A pasted log excerpt: indented lines, or more of them than anybody types as prose. `shown` is visible text. */
function isLaidOut(shown: string): boolean {
  if (!shown.includes('\n')) return false;
  const all = shown.split('\n');
  return all.length > MOST_PROSE_LINES || all.some((line) => /^(?: {2}|\t)/.test(line));
}

const MOST_PROSE_LINES = 12;

/**
 * UTF-16 code units. Longer texts are pastes too, and the serializer's escaping of prose takes many
 * seconds for a million characters, during which the window would stand still; a fence takes none.
 */
const LONGEST_PROSE = 4_000;

/** The serializer picks a fence longer than any inside. */
const fenced = (value: string, lang: string | null): Code => ({ type: 'code', lang, value });
