import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'astro';
import { buildTexts, type StageName } from '../../src/i18n/build.ts';
import type { Lang } from '../../src/model/localized.ts';
import { LOCK, lockFolders } from './build-lock.ts';
import { faceFiles, writeFaceFiles } from './face-files.ts';
import { makeFaces } from './make-faces.ts';
import { searchFiles } from './search-files-of-site.ts';
import { showProgress } from './show-progress.ts';
import { siteRecords } from './site-records.ts';
import { startClock, tellReport, type StageClock } from './stage-clock.ts';
import { timePages } from './time-pages.ts';
import { writePocket } from './write-pocket.ts';

export interface BuildOptions {
  /** Has counted what went before; left out, one that begins now. */
  clock?: StageClock;
  /** Leaves out cards, pictures, papers and exports, to measure what pages and search take. */
  onlyPages?: boolean;
}

/**
 * Builds the whole site into `dist/` below `root`, or the folder that OUT_DIR names. It is made beside the old one and takes its place only when it is
 * whole, so a build that fails or is stopped leaves the last good site as it was. At its end it tells what each stage took.
 * @throws BuildRunning while another process builds here; whatever Astro throws when it cannot build.
 */
export async function buildSite(
  root: string,
  { clock = startClock(), onlyPages = false }: BuildOptions = {},
): Promise<string> {
  const dist = path.resolve(root, process.env['OUT_DIR'] ?? 'dist');
  const work = path.join(path.dirname(dist), '.build');
  const made = path.join(work, 'site');
  const old = path.join(work, 'old');
  // A site that is made outside the folder it is started in has its programs in .astro/ there, with all others such.
  const unlock = lockFolders(made.startsWith(process.cwd()) ? [work] : [work, path.resolve('.astro')]);
  const stop = new AbortController();
  let lang: Lang;
  try {
    // Stopped between the two renamings below, a build leaves the old site beside.
    if (!existsSync(dist) && existsSync(old)) renameSync(old, dist);
    for (const name of readdirSync(work)) {
      if (name !== LOCK) rmSync(path.join(work, name), { recursive: true, force: true });
    }
    // What Astro ships to the browser depends on it, and the same tree should give the same bytes wherever it is built.
    process.env['NODE_ENV'] = 'production';
    // Astro makes one file after another; the costly ones are made meanwhile, in all processors.
    const records = await clock.time('records', siteRecords);
    lang = records.site.data.defaultLang;
    const { stages } = buildTexts(lang);
    const progressOf = (stage: StageName) => showProgress(process.stdout, `${stages[stage]} {done}/{all}`);
    const faces = onlyPages ? undefined : makeFaces(records, root, { clock, progressOf, signal: stop.signal });
    // Whoever waits for them is told; until then nobody listens.
    faces?.catch(() => undefined);
    await clock.time('search', () => searchFiles(records));
    const files = onlyPages ? undefined : faceFiles(records);
    let addresses: readonly string[] = [];
    const onFiles = (own: readonly string[]) => (addresses = own);
    const pages = timePages({ clock, files, onFiles, made: faces });
    await build({ root, outDir: made, logLevel: 'info', integrations: [pages] });
    await clock.time('waiting for threads', () => faces);
    if (files) await clock.time('files written', () => writeFaceFiles(files, addresses, made));
    await clock.time('finish', () => writePocket(root, made));
    if (existsSync(dist)) renameSync(dist, old);
    renameSync(made, dist);
    rmSync(old, { recursive: true, force: true });
  } finally {
    stop.abort();
    unlock();
  }
  tellReport(clock.report(), lang);
  return dist;
}
