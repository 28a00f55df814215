import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'astro';

/**
 * Builds the whole site into `dist/` below `root`. It is made beside the old one and takes its place only when it is
 * whole, so a build that fails or is stopped leaves the last good site as it was.
 * @throws when Astro cannot build; the message names the file.
 */
export async function buildSite(root: string): Promise<string> {
  const work = path.join(root, '.build');
  const made = path.join(work, `site-${String(process.pid)}`);
  const old = path.join(work, `old-${String(process.pid)}`);
  const dist = path.join(root, 'dist');
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  // What Astro ships to the browser depends on it, and the same tree should give the same bytes wherever it is built.
  process.env['NODE_ENV'] = 'production';
  await build({ root, outDir: made, logLevel: 'info' });
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(made, dist);
  rmSync(work, { recursive: true, force: true });
  return dist;
}
