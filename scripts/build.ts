/** `npm run build`: checks the records, then builds the whole site into dist/. */
import { buildSite } from './lib/build-site.ts';
import { checkOrExit } from './lib/check-or-exit.ts';

await checkOrExit(process.cwd());
await buildSite(process.cwd());
