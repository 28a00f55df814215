/** `npm run build`: checks the records, then builds the whole site into dist/. */
import { buildOrExit } from './lib/build-or-exit.ts';
import { contentRoot } from './lib/site-records.ts';

await buildOrExit(process.cwd(), contentRoot);
