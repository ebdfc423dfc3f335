/** What stands where a secret stood. */
const REMOVED = '[secret removed]';
const PHONE_REMOVED = '[phone number removed]';

/** Shapes that nothing but a credential has. Each is linear: no part of one can match in two ways. */
const SHAPES: readonly RegExp[] = [
  /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[\s\S]{0,20000}?(?:-----END [A-Z ]{0,40}PRIVATE KEY-----|$)/g,
  /\bxox[a-z]-[A-Za-z0-9-]{8,}/g,
  /\bxapp-[A-Za-z0-9-]{8,}/g,
  /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g,
  /\bgh[pousr]_[A-Za-z0-9]{20,}/g,
  /\bgithub_pat_[A-Za-z0-9_]{20,}/g,
  /\bglpat-[A-Za-z0-9_-]{16,}/g,
  /\bglsa_[A-Za-z0-9_]{20,}/g,
  /\bsk-[A-Za-z0-9_-]{20,}/g,
  /\b[sr]k_(?:live|test)_[A-Za-z0-9]{10,}/g,
  /\bAIza[0-9A-Za-z_-]{35}/g,
  /\bnpm_[A-Za-z0-9]{30,}/g,
  /\bSG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}/g,
  /\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*/g,
];

/** `password: x`, `api_key=x`, `Authorization: Bearer x`: the word stays, what follows goes. */
const NAMED =
  /\b((?:[A-Za-z0-9]{1,20}[_-]){0,3}(?:password|passwd|pwd|secret|token|api[_-]?key|service[_-]?key|integration[_-]?key|routing[_-]?key|access[_-]?key|private[_-]?key)["']?\s{0,3}[:=]\s{0,3}["']?)([^\s"',;&<>)]{6,})/gi;
const BEARER = /\b((?:bearer|basic)\s{1,3})([A-Za-z0-9+/._~-]{16,}={0,2})/gi;

const URL_AT = /\bhttps?:\/\/[^\s<>"'`|)\]}]+/gi;
/** Parameters of an address that let somebody in. */
const TELLING =
  /(?:token|secret|key|sig|signature|pass|password|pwd|auth|credential|session|sid|code|jwt|^t$|^pub$|^x-amz-|^sv$|^se$)/i;
/** An address whose very path is the secret. */
const SECRET_PATHS =
  /^(https?:\/\/(?:hooks\.slack\.com\/(?:services|workflows|triggers)|discord(?:app)?\.com\/api\/webhooks|[a-z0-9-]+\.webhook\.office\.com\/webhookb2|events\.pagerduty\.com\/integration|api\.telegram\.org)\/).+/i;

const PHONE =
  /(?<![\w+./:-])(?:\+\d[\d]{9,14}(?!\d)|\+\d{1,3}[ ().-]{1,2}\d[\d ().-]{4,20}\d|\(\d{3}\) ?\d{3}[ -]\d{4}|\d{3}-\d{3}-\d{4})(?![\w-])/g;

/** The text without what lets somebody in or rings somebody's phone, and how much was taken out (IMP5). */
export function withoutSecrets(text: string): { readonly text: string; readonly removed: number } {
  let removed = 0;
  const cut = (by: string) => (): string => {
    removed += 1;
    return by;
  };
  const kept = (_all: string, before: string): string => {
    removed += 1;
    return `${before}${REMOVED}`;
  };
  let out = text.replace(URL_AT, (url) => {
    const clean = withoutKeys(url);
    if (clean !== url) removed += 1;
    return clean;
  });
  for (const shape of SHAPES) out = out.replace(shape, cut(REMOVED));
  out = out
    .replace(BEARER, kept)
    .replace(NAMED, (all: string, before: string, value: string) =>
      value.startsWith(REMOVED.slice(0, 7)) ? all : kept(all, before),
    );
  out = out.replace(PHONE, cut(PHONE_REMOVED));
  return { text: out, removed };
}

/** The address without user, password and telling parameters. */
function withoutKeys(url: string): string {
  const path = SECRET_PATHS.exec(url);
  if (path) return `${path[1] ?? ''}${REMOVED}`;
  const open = url.replace(/^(https?:\/\/)[^/?#@\s]{1,400}@/i, '$1');
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
