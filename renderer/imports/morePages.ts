import type { ReadingUnderWay } from './readingUnderWay';
import { fieldsOf, textOf } from './recordFields';

/** Whether the pages that were saved are all there are; a file may be one page of many, or hold them all. */
export class MorePages {
  #open: { readonly sentence: string; readonly where: string } | undefined;
  #isLastHere = false;

  /** Takes what a page says of the ones behind it. */
  read(page: { readonly [field: string]: unknown }, where: string): void {
    const said = morePagesSaid(page);
    if (said === undefined) return;
    if (said === 'last') this.#isLastHere = true;
    else this.#open ??= { sentence: said, where };
  }

  /** Once all is read: a page that has others behind it is no loss if the last one is here. */
  tell(into: ReadingUnderWay): void {
    if (this.#open && !this.#isLastHere) into.warn(this.#open.sentence, this.#open.where);
  }
}

function morePagesSaid(page: { readonly [field: string]: unknown }): string | undefined {
  if ('log_entries' in page && typeof page['more'] === 'boolean') {
    return page['more']
      ? 'PagerDuty has more entries than are in this file (more: true); save the other pages too'
      : 'last';
  }
  if ('messages' in page && typeof page['has_more'] === 'boolean') {
    return page['has_more']
      ? 'Slack has more messages than are in this file (has_more: true); save the other pages too'
      : 'last';
  }
  if ('data' in page && ('paging' in page || 'requestId' in page || 'took' in page)) {
    return textOf(fieldsOf(page['paging'])['next']) === ''
      ? 'last'
      : 'Opsgenie may have more rows than are in this file (paging.next); save the other pages too';
  }
  return undefined;
}
