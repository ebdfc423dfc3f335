import type { Session } from './metrics';
import { placeText } from './places';
import { judgeGrowth, judgeLines, trusted } from './judging/judge';
import { growthTable, lineTable, type TableForm } from './judging/table';

/** Everything a person is told at the end. */
export function report(sessions: readonly Session[], machine: readonly string[], form: TableForm): string {
  const judged = trusted(sessions);
  const growths = judgeGrowth(judged);
  const gap = form === 'markdown' ? '\n\n' : '\n';
  return [
    lineTable(judgeLines(judged), form),
    ...(growths.length > 0 ? [growthTable(growths, form)] : []),
    machine.join(gap),
    ...listed(
      'Not measured',
      sessions.flatMap(({ skipped }) => skipped),
    ),
    ...listed('Problems', sessions.flatMap(named)),
  ].join('\n\n');
}

const named = ({ subject, place, size, round, problems }: Session): readonly string[] =>
  problems.map(
    (problem) => `${subject}, ${placeText({ name: place, size })}, round ${round + 1}: ${problem}`,
  );

function listed(title: string, sentences: readonly string[]): readonly string[] {
  const once = [...new Set(sentences)];
  return once.length === 0 ? [] : [[`${title}:`, ...once.map((one) => `- ${one}`)].join('\n')];
}
