import * as v from 'valibot';

/** Unsent text by field; '' is never kept. */
export type DraftTexts = ReadonlyMap<string, string>;

const lineShape = v.object({ key: v.string(), text: v.string() });

/** One change of one draft, as a line of `drafts.ndjson`; an empty text removes the draft. */
export function draftLine(key: string, text: string): string {
  return `${JSON.stringify({ key, text })}\n`;
}

/** Replays the lines of a drafts file. A torn or foreign line is passed over: the one before it counts. */
export function readDrafts(content: string): DraftTexts {
  const drafts = new Map<string, string>();
  for (const line of content.split('\n')) {
    const change = changeIn(line);
    if (change?.text) drafts.set(change.key, change.text);
    else if (change) drafts.delete(change.key);
  }
  return drafts;
}

function changeIn(line: string): { key: string; text: string } | null {
  try {
    return v.parse(lineShape, JSON.parse(line));
  } catch {
    return null;
  }
}
