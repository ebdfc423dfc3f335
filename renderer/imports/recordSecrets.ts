import { fieldsOf, textOf } from './recordFields';
import {
  MAY_HOLD_PHONE,
  MAY_HOLD_SHAPE,
  MAY_NAME_SECRET,
  NAMED_SECRETS,
  PHONES,
  SECRET_PATHS,
  SECRET_SHAPES,
  USER_IN_ADDRESS,
} from './secretShapes';

/** What stands where a secret stood. */
const REMOVED = '[secret removed]';
const PHONE_REMOVED = '[phone number removed]';

const URL_AT = /\bhttps?:\/\/[^\s<>"'`|)\]}]+/gi;
/** Parameters of an address that let somebody in. */
const TELLING =
  /(?:token|secret|key|sig|signature|pass|password|pwd|auth|credential|session|sid|code|jwt|^t$|^pub$|^x-amz-|^sv$|^se$)/i;

/** The text without what lets somebody in or rings somebody's phone, and how much was taken out (IMP5). */
export function withoutSecrets(text: string): { readonly text: string; readonly removed: number } {
  let removed = 0;
  const cut = (by: string) => (): string => {
    removed += 1;
    return by;
  };
  const kept = (all: string, ...groups: readonly unknown[]): string => {
    const value = textOf(fieldsOf(groups.at(-1))['value']);
    // It is taken out already.
    if (/\[(?:secret|phone)/.test(value)) return all;
    removed += 1;
    return `${all.slice(0, all.length - value.length)}${REMOVED}`;
  };
  let out = text.replace(URL_AT, (url) => {
    const clean = withoutKeys(url);
    if (clean !== url) removed += 1;
    return clean;
  });
  if (out.includes('://')) {
    out = out.replace(USER_IN_ADDRESS, (_all, scheme: string) => {
      removed += 1;
      return scheme;
    });
  }
  if (MAY_HOLD_SHAPE.test(out)) for (const shape of SECRET_SHAPES) out = out.replace(shape, cut(REMOVED));
  if (MAY_NAME_SECRET.test(out)) for (const shape of NAMED_SECRETS) out = out.replace(shape, kept);
  if (MAY_HOLD_PHONE.test(out)) for (const shape of PHONES) out = out.replace(shape, cut(PHONE_REMOVED));
  return { text: out, removed };
}

/** The address without user, password and telling parameters. */
function withoutKeys(url: string): string {
  const path = SECRET_PATHS.exec(url);
  if (path) return `${path[1] ?? ''}${REMOVED}`;
  const open = url.replace(/^(https?:\/\/)[^/?#\s]{1,400}@/i, '$1');
  const at = open.search(/[?#]/);
  if (at === -1) return open;
  const parameters = open.slice(at + 1).split(/[&#]/);
  const isTelling = (parameter: string): boolean => {
    const [name = '', value = ''] = parameter.split('=', 2);
    return (
      TELLING.test(name) || (value.length >= 32 && /^[A-Za-z0-9+/_~%-]+$/.test(value) && /\d/.test(value))
    );
  };
  return parameters.some(isTelling) ? open.slice(0, at) : open;
}

/** An address without anything behind its path: links to files carry tokens there (formats.md §1). */
export const bareUrl = (url: string): string => withoutKeys(url).replace(/[?#].*$/s, '');
