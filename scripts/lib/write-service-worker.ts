import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const SOURCE = 'src/client/service-worker.js';

/**
 * Writes the worker that keeps pages for when there is no network as `sw.js` into the site at `dist`: it names the
 * scripts and styles of this build and a version made of every file, so that equal sites have equal workers.
 */
export function writeServiceWorker(root: string, dist: string): void {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(path.join(dist, file)).isFile())
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(readFileSync(path.join(dist, file)));
  const assets = files.filter((file) => /^_astro\/.*\.(?:js|css)$/.test(file));
  const worker = readFileSync(path.join(root, SOURCE), 'utf8')
    .replace('§VERSION§', hash.digest('hex').slice(0, 16))
    .replace("['§ASSETS§']", JSON.stringify(['favicon.svg', ...assets]));
  writeFileSync(path.join(dist, 'sw.js'), worker);
}
