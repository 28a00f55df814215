/** `npm start`: builds the whole site and serves it. */
import { buildOrExit } from './lib/build-or-exit.ts';
import { serveSite } from './lib/serve-site.ts';
import { contentRoot } from './lib/site-records.ts';

const port = Number(process.env['PORT'] ?? 4321);

const dist = await buildOrExit(process.cwd(), contentRoot);
const { url } = await serveSite(dist, port).catch((error: unknown) => {
  const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  console.error(
    taken
      ? `Port ${String(port)} is taken. Choose another: PORT=4322 npm start`
      : `The site could not be served: ${String(error)}`,
  );
  process.exit(1);
});
console.log(`\n  服务随身册 · Pocketbook\n  ${url}/  (Ctrl C ends it)\n`);
