import { draftCadence } from './cadenceKept';
import { commandGaps } from './commandCover';
import { attemptName, type DraftContext } from './draftContext';
import { counted, guess, prompts, type Statement } from './statement';

export interface LearningSection {
  readonly well: readonly Statement[];
  readonly badly: readonly Statement[];
  readonly lucky: readonly Statement[];
}

export function draftLearning(context: DraftContext): LearningSection {
  return {
    well: [...guessedWell(context), ...prompts('What helped, and is worth keeping or spreading?')],
    badly: [
      ...guessedBadly(context),
      ...prompts('What cost time or made the impact larger, and which condition was behind it?'),
    ],
    lucky: prompts('What went in our favour by chance, and would not the next time?'),
  };
}

function guessedWell(context: DraftContext): readonly Statement[] {
  const helped = context.incident.attempts.filter((one) => one.judged?.verdict === 'worked');
  const cadence = draftCadence(context);
  const cover = commandGaps(context);
  return [
    ...helped.map((attempt) => guess(`A mitigation worked: ${attemptName(attempt)}`)),
    ...(cadence.keptPercent === 100 ? [guess('Every promised update was sent in time.')] : []),
    ...(cover.state === 'known' && cover.gaps.length === 0 ? [guess('Command was held without a gap.')] : []),
  ];
}

function guessedBadly(context: DraftContext): readonly Statement[] {
  const { late, promises } = draftCadence(context);
  const cover = commandGaps(context);
  const lateEntries = context.log.filter((line) => line.late !== undefined).length;
  return [
    ...(late > 0
      ? [guess(`${late} of ${counted(promises, 'promised update')} came late or not at all.`)]
      : []),
    ...(cover.state === 'known' && cover.gaps.length > 0
      ? [guess(`Nobody held command for ${cover.total}.`)]
      : []),
    ...(lateEntries > 0
      ? [guess(`Written down late: ${counted(lateEntries, 'entry', 'entries')} of the log.`)]
      : []),
  ];
}
