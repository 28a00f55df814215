/** `npm test`: every check of the code, the records and the built site. `npm run test:deep` adds the heavy runs. */
import { buildSite } from './lib/build-site.ts';
import { codeChecks } from './lib/code-checks.ts';
import { checkStage } from './lib/check-or-exit.ts';
import { findOrInstallChromium } from './lib/chromium.ts';
import { programsStage } from './lib/deep-programs.ts';
import { contentRoot } from './lib/site-records.ts';
import { runStages, stageTable, type Step } from './lib/stages.ts';
import { vitestStage } from './lib/vitest-stage.ts';

const deep = process.argv.includes('--deep');
const root = process.cwd();
if (deep) process.env['DEEP'] = '1';

const code = codeChecks();
const steps: Step[] = [
  ...code.slice(0, -1),
  // Each of these keeps one processor busy, or waits for a line.
  [...code.slice(-1).flat(), { name: 'browser', run: findOrInstallChromium }, checkStage(contentRoot)],
  // A build is one thread for most of its time.
  [
    vitestStage('units and contracts', 'tests/unit', 'tests/contract'),
    { name: 'build the site', run: async () => ({ ok: true, output: '', summary: await buildSite(root) }) },
  ],
  vitestStage('the built site', 'tests/site'),
  vitestStage('in the browser', 'tests/e2e'),
  // Builds of whole sites, which two at once refuse each other.
  ...(deep ? [programsStage(), vitestStage('heavy runs', 'tests/deep', '--no-file-parallelism')] : []),
];

const reports = await runStages(steps);
console.log(`\n${stageTable(reports)}\n`);

const sum = (key: 'passed' | 'failed') => reports.reduce((total, report) => total + (report[key] ?? 0), 0);
const broken = reports.filter(({ ok, failed }) => !ok && !failed).length;
console.log(
  `${String(sum('passed') + reports.filter(({ ok }) => ok).length)} passed, ${String(sum('failed') + broken)} failed`,
);
process.exit(reports.every(({ ok }) => ok) ? 0 : 1);
