/**
 * Everything the page may do, from nothing upwards. Scripts and styles come from the package alone,
 * nothing is sent anywhere, and with Trusted Types even a forgotten `innerHTML` throws.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
  "webrtc 'block'",
].join('; ');

/** On every answer, whatever it says. */
export const HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

/** What one request is answered with. Not a `Response`: Node loads its whole `fetch` for the first (ADR 0031). */
export interface PageAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export function plain(status: number, text: string): PageAnswer {
  return { status, headers: { ...HEADERS, 'Content-Type': 'text/plain' }, body: Buffer.from(text) };
}
