/** The shape that says the severity without its colour: octagon, triangle, diamond, circle. */
const SHAPES: { readonly [level: number]: string } = {
  1: 'M5.3 1h5.4L15 5.3v5.4L10.7 15H5.3L1 10.7V5.3Z',
  2: 'M8 1.5 15.5 14.5H.5Z',
  3: 'M8 .8 15.2 8 8 15.2.8 8Z',
  4: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Z',
};

export function SeverityMark({ level, size = 14 }: { readonly level: number; readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" fill="currentColor">
      <path d={SHAPES[level] ?? SHAPES[4] ?? ''} />
    </svg>
  );
}
