/**
 * `npm run test:faults`: the long version of the fault tests, with the figures of docs/reliability.md.
 * What follows is handed on to Playwright: `npm run test:faults -- -g kill`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { closingLine, totalOf } from './counts';
import { figuresIn, figureTable } from './faultFigures';
import { playwrightReportOf, runPlaywright, stages } from './stages';

process.env['FAULTS'] = 'long';
process.exitCode = await faults(process.argv.slice(2));

async function faults(passedOn: readonly string[]): Promise<number> {
  const before = [await stages.system([]), await stages.build([])];
  const outcome = await runPlaywright('faults', passedOn, 180);
  const report = playwrightReportOf('faults');
  if (existsSync(report)) console.log(`\n${figureTable(figuresIn(readFileSync(report, 'utf8')))}\n`);
  for (const { failure } of [...before, outcome])
    if (failure !== undefined) console.log(`failed: ${failure}`);
  const total = totalOf([...before, outcome]);
  for (const skipped of total.skipped) console.log(`skipped: ${skipped}`);
  console.log(closingLine(total));
  return total.failed === 0 ? 0 : 1;
}
