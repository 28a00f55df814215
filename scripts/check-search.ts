/** `npm run check:search`: does every title and alias in content/ bring its topic first? */
import { reportText } from '../src/check/report-text.ts';
import { checkSearch } from '../src/check/rules/check-search.ts';
import { loadRecordsOrThrow } from './lib/load-records.ts';
import { paintFor } from './lib/paint-terminal.ts';
import { contentRoot } from './lib/site-records.ts';

const records = loadRecordsOrThrow(contentRoot);
const issues = checkSearch(records);
console.log(reportText(issues, { lang: records.site.data.defaultLang, paint: paintFor(process.stdout) }));
process.exitCode = issues.length > 0 ? 1 : 0;
