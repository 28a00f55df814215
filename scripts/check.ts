/** `npm run check`: everything that is wrong in content/, how much of the curriculum is taught, how balanced the questions are. `--format json` too. */
import { parseArgs } from 'node:util';
import { reportJson } from '../src/check/report-json.ts';
import { reportText } from '../src/check/report-text.ts';
import { checkContent } from './lib/check-content.ts';
import { CHECK_TOOLS } from './lib/check-tools.ts';
import { paintFor } from './lib/paint-terminal.ts';
import { contentRoot } from './lib/site-records.ts';
import { siteUrl } from './lib/site-url.ts';
import { today } from './lib/today.ts';

const { values } = parseArgs({ options: { format: { type: 'string', default: 'text' } } });

const { issues, coverage, questions, isBroken, lang } = await checkContent(
  contentRoot,
  { ...CHECK_TOOLS, today: today() },
  siteUrl(),
);

console.log(
  values.format === 'json'
    ? reportJson(issues, coverage, questions())
    : reportText(issues, { lang, coverage, questions: questions(), paint: paintFor(process.stdout) }),
);
process.exitCode = isBroken ? 1 : 0;
