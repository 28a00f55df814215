/** `npm run build`: checks the records, then builds the whole site into dist/. */
import { buildSite } from './lib/build-site.ts';
import { checkOrExit } from './lib/check-or-exit.ts';
import { contentRoot } from './lib/site-records.ts';

await checkOrExit(contentRoot);
await buildSite(process.cwd());
