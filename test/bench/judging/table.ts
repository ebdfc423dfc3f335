import type { JudgedGrowth, JudgedLine } from './judge';
import type { Comparison, Estimate } from './statistics';

type Cells = readonly string[];

export type TableForm = 'text' | 'markdown';

/** Figures against floors and goals. */
export function lineTable(lines: readonly JudgedLine[], form: TableForm): string {
  const logs = lines.filter(({ line }) => line.place === 'log');
  const severalSizes = new Set(logs.map(({ size }) => size)).size > 1;
  const head = ['from → to', 'console', 'floor', 'against it [95 %]', 'goal', 'met'];
  return asTable([head, ...lines.map((line) => lineCells(line, severalSizes))], form);
}

/** Growth exponents, with the figures they come from. */
export function growthTable(growths: readonly JudgedGrowth[], form: TableForm): string {
  const head = ['grows with the log', 'figures', 'slope', 'goal', 'met'];
  const rows = growths.map(({ goal, points, slope, verdict }) => [
    goal.label,
    points.map(([size, value]) => `${whole(size)}: ${short(value)}`).join(' · '),
    slope.toFixed(3),
    `≤ ${goal.most}`,
    verdict,
  ]);
  return asTable([head, ...rows], form);
}

function lineCells({ line, size, ours, floor, estimate, verdict }: JudgedLine, namesSize: boolean): Cells {
  const atSize = namesSize && line.place === 'log' ? `, ${whole(size)}` : '';
  return [
    line.label + atSize,
    `${short(ours)} ${line.unit}`,
    line.floor === null ? '–' : `${short(floor)} ${line.unit} (${line.floor})`,
    line.how === 'alone' && Number.isNaN(estimate.low) ? '–' : withInterval(estimate, line.how),
    goalText(line.limit, line.how, line.unit),
    verdict === 'no goal' ? '–' : verdict,
  ];
}

function withInterval({ value, low, high }: Estimate, how: Comparison): string {
  if (Number.isNaN(value)) return '–';
  const sign = how === 'ratio' ? '× ' : how === 'difference' ? 'less it: ' : '';
  const written = how === 'ratio' ? (figure: number) => figure.toFixed(2) : short;
  const interval = Number.isNaN(low) ? '' : ` [${written(low)}, ${written(high)}]`;
  return `${sign}${written(value)}${interval}`;
}

function goalText(limit: number | null, how: Comparison, unit: string): string {
  if (limit === null) return '–';
  if (how === 'ratio') return `× ≤ ${limit}`;
  return how === 'difference' ? `≤ floor + ${limit} ${unit}` : `≤ ${limit} ${unit}`;
}

/** Three figures at most: more would say more than was measured. */
function short(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  return size >= 100 ? whole(value) : value.toFixed(size >= 10 ? 1 : 2);
}

const whole = (value: number): string => Math.round(value).toLocaleString('en-US');

function asTable(rows: readonly Cells[], form: TableForm): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  const padded = rows.map((cells) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)));
  if (form === 'text') return padded.map((cells) => cells.join('  ').trimEnd()).join('\n');
  const lines = padded.map((cells) => `| ${cells.join(' | ')} |`);
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}
