const UNITS = ['bytes', 'kB', 'MB', 'GB'] as const;

/**
 * A size for people, in steps of a thousand.
 *
 * @example sizeText(1_234_567) // '1.2 MB'
 */
export function sizeText(bytes: number): string {
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const size = bytes / 1000 ** step;
  return `${step === 0 ? size : size.toFixed(1)} ${UNITS[step] ?? ''}`;
}
