/** `npm run lint`, and with `-- --fix` also `npm run format`: style, types and unused code, each with its own tool. */
import { codeChecks } from './lib/code-checks.ts';
import { runStages, stageTable } from './lib/stages.ts';

const reports = await runStages(codeChecks(process.argv.includes('--fix')));
console.log(stageTable(reports));
process.exit(reports.every(({ ok }) => ok) ? 0 : 1);
