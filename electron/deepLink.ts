import type { DeepLink } from './contract';

const SCHEME = 'icc:';
/** A title of 500 characters, each percent-encoded from four bytes, and room for the rest. */
const LONGEST_LINK = 8000;
/** As long as a title may be (DEC1). */
const LONGEST_TITLE = 500;
/** An id, or a name such as INC-0001. Matched as it came: parsing would take `..` for a way up. */
const INCIDENT = /^icc:\/\/incident\/([A-Za-z0-9_-]{1,64})\/?$/i;
/** Control and format characters and lone surrogates: what turns text around, hides it or breaks a line. */
const UNFIT = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\ufffd]/u;

/** The links on a command line. A second start hands its own on. */
export function linksNamed(argv: readonly string[]): readonly string[] {
  return argv.slice(1).filter((argument) => argument.slice(0, SCHEME.length).toLowerCase() === SCHEME);
}

/**
 * What a link asks for; null for anything that is not exactly one of the two forms. Whoever wrote the link
 * is a stranger: it may open an incident and fill a form in, and a person does the rest (LNK2).
 *
 * @example readDeepLink('icc://declare?title=Checkout%20down&sev=2')
 */
export function readDeepLink(text: string): DeepLink | null {
  if (text.length > LONGEST_LINK || UNFIT.test(text)) return null;
  const id = INCIDENT.exec(text)?.[1];
  if (id !== undefined) return { kind: 'incident', id };
  return URL.canParse(text) ? declareLink(new URL(text)) : null;
}

function declareLink(url: URL): DeepLink | null {
  const { pathname, searchParams } = url;
  if (url.protocol !== SCHEME || url.hostname.toLowerCase() !== 'declare') return null;
  if (`${url.username}${url.password}${url.port}${url.hash}` !== '') return null;
  if (pathname !== '' && pathname !== '/') return null;
  const [title = '', ...titles] = searchParams.getAll('title');
  const [sev, ...sevs] = searchParams.getAll('sev');
  if (titles.length > 0 || sevs.length > 0) return null;
  if (title.length > LONGEST_TITLE || UNFIT.test(title)) return null;
  if (sev !== undefined && !/^[1-4]$/.test(sev)) return null;
  return { kind: 'declare', title: title.trim(), severity: sev === undefined ? null : Number(sev) };
}
