/** `npm run serve`: serves the site as last built. */
import { serveSite } from './lib/serve-site.ts';

const { url } = await serveSite('dist', Number(process.env['PORT'] ?? 4321));
console.log(`${url}/  (Ctrl C ends it)`);
