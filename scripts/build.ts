/** `npm run build`: checks the records, then builds the whole site into dist/; with `--only-pages`, pages and search alone. */
import { buildOrExit } from './lib/build-or-exit.ts';
import { contentRoot } from './lib/site-records.ts';

await buildOrExit(process.cwd(), contentRoot, { onlyPages: process.argv.includes('--only-pages') });
