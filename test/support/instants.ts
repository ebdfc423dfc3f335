import { epochMs, type EpochMs } from '../../renderer/domain/time';

/** The instant a full ISO 8601 text names; throws on anything else, so that a typo fails the test. */
export function instant(text: string): EpochMs {
  if (!/T.*(Z|[+-]\d\d:\d\d)$/.test(text)) throw new TypeError(`no zone in ${text}`);
  return epochMs(Date.parse(text));
}
