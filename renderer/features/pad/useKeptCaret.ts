import { useEffect, type RefObject } from 'react';
import type { Console } from '../../store/console';

/**
 * Brings the caret back to where it stood when the page died or the console ended, and answers what keeps it.
 * At the end of the text, where it nearly always is, nothing has to be kept.
 */
export function useKeptCaret(
  { drafts }: Pick<Console, 'drafts'>,
  openId: string,
  area: RefObject<HTMLTextAreaElement | null>,
): () => void {
  const key = `caret:${openId}`;
  useEffect(() => {
    const element = area.current;
    if (!element) return;
    const end = element.value.length;
    const [from = Number.NaN, to = Number.NaN] = drafts.get(key).split(' ').map(Number);
    const isThere = Number.isInteger(from) && from <= to && to <= end;
    // Browsers start before the first character; restored text is written on with.
    element.setSelectionRange(isThere ? from : end, isThere ? to : end);
  }, [area, drafts, key]);
  return () => {
    if (!area.current) return;
    const { selectionStart, selectionEnd, textLength } = area.current;
    drafts.set(key, selectionStart === textLength ? '' : `${selectionStart} ${selectionEnd}`);
  };
}
