/** Shapes that nothing but a credential has. Each is linear: no part of one can match in two ways. */
export const SECRET_SHAPES: readonly RegExp[] = [
  /-----BEGIN [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----[\s\S]{0,20000}?(?:-----END [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----|$)/g,
  // Slack
  /\bxox[a-z]-[A-Za-z0-9-]{8,}/g,
  /\bxapp-[A-Za-z0-9-]{8,}/g,
  // Amazon, Google, DigitalOcean, Databricks
  /\b(?:AKIA|ASIA|ABIA|ACCA)[0-9A-Z]{16}\b/g,
  /\bAIza[0-9A-Za-z_-]{35}/g,
  /\bya29\.[A-Za-z0-9_-]{20,}/g,
  /\bGOCSPX-[A-Za-z0-9_-]{20,}/g,
  /\bdo[opr]_v1_[a-f0-9]{32,}/g,
  /\bdapi[0-9a-f]{32}\b/g,
  // GitHub, GitLab, Atlassian, Linear, Docker
  /\bgh[pousr]_[A-Za-z0-9]{20,}/g,
  /\bgithub_pat_[A-Za-z0-9_]{20,}/g,
  /\bgl(?:pat|dt|ptt|rt|cbt|ft|imt|agent|soat)-[A-Za-z0-9_-]{16,}/g,
  /\bATATT3[A-Za-z0-9_=-]{20,}/g,
  /\blin_api_[A-Za-z0-9]{20,}/g,
  /\bdckr_pat_[A-Za-z0-9_-]{20,}/g,
  // Grafana, New Relic, Vault, age
  /\bgl(?:sa|c)_[A-Za-z0-9_+/=]{20,}/g,
  /\beyJrIjoi[A-Za-z0-9+/_-]{20,}={0,2}/g,
  /\bNRAK-[A-Z0-9]{20,}/g,
  /\bhv[sbr]\.[A-Za-z0-9_-]{20,}/g,
  /\bAGE-SECRET-KEY-1[A-Z0-9]{20,}/g,
  // Shops, mail, messengers, models, packages
  /\bsk-[A-Za-z0-9_-]{20,}/g,
  /\b[sr]k_(?:live|test)_[A-Za-z0-9]{10,}/g,
  /\bwhsec_[A-Za-z0-9+/]{16,}={0,2}/g,
  /\bshp(?:at|ca|pa|ss)_[A-Fa-f0-9]{32}/g,
  /\bSG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}/g,
  /\bSK[0-9a-f]{32}\b/g,
  /\b\d{8,10}:AA[A-Za-z0-9_-]{33}/g,
  /\bhf_[A-Za-z0-9]{30,}/g,
  /\bPMAK-[a-f0-9-]{30,}/g,
  /\bnpm_[A-Za-z0-9]{30,}/g,
  /\bpypi-[A-Za-z0-9_-]{16,}/g,
  /\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*/g,
];

/** How each of them begins: one look instead of thirty, since most texts hold none. */
export const MAY_HOLD_SHAPE =
  /-----BEGIN |xox[a-z]-|xapp-|A(?:KIA|SIA|BIA|CCA)|AIza|ya29\.|GOCSPX-|do[opr]_v1_|dapi[0-9a-f]|gh[pousr]_|github_pat_|gl(?:pat|dt|ptt|rt|cbt|ft|imt|agent|soat)-|ATATT3|lin_api_|dckr_pat_|gl(?:sa|c)_|eyJ|NRAK-|hv[sbr]\.|AGE-SECRET|sk-|[sr]k_(?:live|test)_|whsec_|shp(?:at|ca|pa|ss)_|SG\.|SK[0-9a-f]|:AA|hf_|PMAK-|npm_|pypi-/;

/** A secret is the group `value` at the end; what stands before it stays. */
export const NAMED_SECRETS: readonly RegExp[] = [
  // `Authorization: Token token=x`
  /\bauthorization\\?["']?\s{0,3}[:=]\s{0,3}\\?["']?(?:basic|bearer|token|geniekey|apikey)\s{1,3}(?:token=)?["']?(?<value>[^\s"',;<>\\]{6,})/gi,
  // The words alone stand in many a sentence, so what follows must look like a key.
  /\b(?:[Bb]earer|BEARER|[Bb]asic|BASIC|[Gg]enie[Kk]ey|[Aa]pi[Kk]ey)\s{1,3}(?<value>(?=\S{0,200}\d|\S{0,200}[a-z][A-Z])[A-Za-z0-9+/._~-]{16,}={0,2})/g,
  /\b(?:set-)?cookie\s{0,3}:\s{0,3}(?<value>[^\n"']{6,2000})/gi,
  // `"password": "with blanks"`, then `password: x`, `api_key=x`
  named(String.raw`(?<quote>["'])(?<value>(?!\k<quote>)[^\n"'\\]{4,400})(?=\k<quote>)`),
  named(String.raw`\\?["']?(?<value>[^\s"',;&<>)\\]{6,})`),
  // `--password x`
  /\s--(?:[a-z]{1,20}-){0,2}(?:password|passwd|token|secret|api-key|access-key)\s{1,3}["']?(?<value>[^\s"',;&<>)-][^\s"',;&<>)]{3,})/gi,
  // `curl -u user:x`
  /\bcurl\s[^\n]{0,200}?-u\s?["']?[^\s:"']{1,100}:(?<value>[^\s"']{3,})/g,
];

/** A cheap look for whether there is any sense in looking for a named secret. */
export const MAY_NAME_SECRET = /pass|pwd|secret|token|key|bearer|basic|authorization|cookie|curl/i;

function named(value: string): RegExp {
  const words = [
    'password|passwd|passphrase|passcode|pwd|secret|token|client[_-]?secret',
    '(?:api|service|integration|routing|access|private|account|auth|license)[_-]?key',
  ].join('|');
  return new RegExp(
    String.raw`\b[A-Za-z0-9]{0,20}(?:[_-][A-Za-z0-9]{1,20}){0,3}[_-]?(?:${words})\\?["']?\s{0,3}[:=]\s{0,3}${value}`,
    'gi',
  );
}

/** Something that connects with a user and a password before its host. */
export const USER_IN_ADDRESS = /\b([a-z][a-z0-9+.-]{1,20}:\/\/)[^\s/?#"'<>@]{0,200}:[^\s/?#"'<>]{1,400}@/gi;

/** Addresses whose very path is the secret. */
export const SECRET_PATHS =
  /^(https?:\/\/(?:hooks\.slack(?:-gov)?\.com\/(?:services|workflows|triggers)|(?:[a-z]+\.)?discord(?:app)?\.com\/api\/webhooks|[a-z0-9-]+\.webhook\.office\.com\/webhookb2|outlook\.office(?:365)?\.com\/webhook|events\.(?:eu\.)?pagerduty\.com\/integration|api\.telegram\.org|hooks\.zapier\.com\/hooks\/catch|maker\.ifttt\.com\/trigger)\/).+/i;

/** No number is shorter. */
export const MAY_HOLD_PHONE = /(?:\d[ ()./-]{0,3}){7}/;

const DIGITS = String.raw`\d[\d ().-]{4,20}\d`;

/** Telephone numbers as people and pagers write them; a run of digits alone may be anything. */
export const PHONES: readonly RegExp[] = [
  // With a country: +15550101234, +49 (0)30 1234567; a sum such as +12 345 678 is none.
  new RegExp(
    String.raw`(?<![\w+./-])\+(?:\d{10,15}(?!\d)|(?!\d{1,3}(?: \d{3}){1,2}(?! ?[\d-]))\d{1,3}[ ().-]{1,2}${DIGITS})(?![\w-])`,
    'g',
  ),
  // 0049 30 1234567, 00491701234567; 020 7946 0958, 0171 1234567, 01 23 45 67 89: ten or eleven digits in groups
  /(?<![\w+./:-])00[1-9](?:\d{0,2}[ -](?=(?:[ ()-]{0,2}\d){7,13}(?!\d))\d[\d ()-]{5,20}\d|\d{10,12})(?![\w:-])/g,
  /(?<![\w+./:,-]|\d )(?=(?:\d[ /-]?){10,11}(?![ /-]?\d))0[1-9]\d{0,3}[ /-]\d[\d -]{4,12}\d(?![\w:.-])/g,
  /(?<![\w+./:-])\(0\d{1,4}\) ?\d[\d -]{4,12}\d(?![\w-])/g,
  // (555) 010-1234, 555-010-1234, 1-555-010-1234, 555.010.1234
  /(?<![\w+./:-])(?:1[-. ])?(?:\(\d{3}\) ?\d{3}[ -]\d{4}|\d{3}-\d{3}-\d{4}|[2-9]\d\d\.\d{3}\.\d{4})(?![\w.-]\w)/g,
  // Said to be one.
  /(?<=\b(?:tel|phone|telephone|mobile|cell|fax|whatsapp|telefon|handy|call (?:me|him|her|them|us))(?:[ .:=]| at| on| number| no\.?){1,4})(?!\d{4}-\d\d-\d\d|\d{1,3}(?:\.\d{1,3}){3})\(?\d[\d ().-]{5,18}\d/gi,
];
