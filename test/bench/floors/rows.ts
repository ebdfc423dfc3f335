/** The same made-up log for the console and every floor: number `i` is always the same row. */
export interface FloorRow {
  readonly seq: number;
  readonly at: number;
  readonly author: string;
  readonly kind: string;
  readonly text: string;
}

const PEOPLE = ['Ana', 'Bo', 'Chi', 'Dee', 'Eli', 'Fay', 'Gus', 'Hal'];
const KINDS = ['note', 'note', 'note', 'decision', 'note', 'note', 'impact', 'note'];
const WORDS = (
  'db failover latency p99 rollback deploy canary shard queue backlog error rate pager customer impact ' +
  'mitigated primary replica cache timeout retry region us-east eu-west traffic shifted investigating confirmed'
).split(' ');

/** Row `i`, six to nineteen words long. */
export function floorRow(i: number): FloorRow {
  let state = (i * 2654435761) >>> 0;
  const words = Array.from({ length: 6 + (state % 14) }, () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return WORDS[state % WORDS.length];
  });
  return {
    seq: i,
    at: 1_700_000_000_000 + i * 1000,
    author: PEOPLE[i % PEOPLE.length] ?? '',
    kind: KINDS[i % KINDS.length] ?? '',
    text: `no ${i} ${words.join(' ')}`,
  };
}
