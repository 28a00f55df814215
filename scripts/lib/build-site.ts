import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'astro';
import { LANGS } from '../../src/model/localized.ts';
import { lockBuild } from './build-lock.ts';
import { jobsOfCard } from './card-files.ts';
import { cardsOfSite } from './cards-of-site.ts';
import { makeCards } from './make-cards.ts';
import { previewsOfSite } from './preview-files.ts';
import { siteRecords } from './site-records.ts';
import { writePocket } from './write-pocket.ts';

/**
 * Builds the whole site into `dist/` below `root`, or the folder that OUT_DIR names. It is made beside the old one and takes its place only when it is
 * whole, so a build that fails or is stopped leaves the last good site as it was.
 * @throws BuildRunning while another process builds here; whatever Astro throws when it cannot build.
 */
export async function buildSite(root: string): Promise<string> {
  const dist = path.resolve(root, process.env['OUT_DIR'] ?? 'dist');
  const work = path.join(path.dirname(dist), '.build');
  const made = path.join(work, 'site');
  const old = path.join(work, 'old');
  mkdirSync(work, { recursive: true });
  const lock = path.join(work, 'lock');
  const unlock = lockBuild(lock);
  try {
    // Stopped between the two renamings below, a build leaves the old site beside.
    if (!existsSync(dist) && existsSync(old)) renameSync(old, dist);
    for (const name of readdirSync(work)) {
      if (name !== path.basename(lock)) rmSync(path.join(work, name), { recursive: true, force: true });
    }
    // What Astro ships to the browser depends on it, and the same tree should give the same bytes wherever it is built.
    process.env['NODE_ENV'] = 'production';
    // Astro makes one file after another; the costly ones are made before, in all processors.
    const records = siteRecords();
    const cards = cardsOfSite(records).flatMap((card) => LANGS.flatMap((lang) => jobsOfCard(card, lang)));
    const previews = previewsOfSite(records).map(({ content }) => ({ kind: 'preview-png' as const, preview: content }));
    await makeCards([...cards, ...previews], root);
    await build({ root, outDir: made, logLevel: 'info' });
    await writePocket(root, made);
    if (existsSync(dist)) renameSync(dist, old);
    renameSync(made, dist);
    rmSync(old, { recursive: true, force: true });
  } finally {
    unlock();
  }
  return dist;
}
