/** `npm run bench:cards`: how many faces of cards a second, on one core: drawn and written anew, and from the cache. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { SIDES } from '../src/cards/face.ts';
import { LANGS } from '../src/model/localized.ts';
import { drawJobs, fileOfJob, jobsOfCard } from './lib/card-files.ts';
import { drawerOf } from './lib/card-scenes.ts';
import { cardsOfSite } from './lib/cards-of-site.ts';
import { loadRecordsOrThrow } from './lib/load-records.ts';
import { contentRoot } from './lib/site-records.ts';

const cards = cardsOfSite(loadRecordsOrThrow(contentRoot));
const draws = cards.flatMap((card) => SIDES.flatMap((side) => LANGS.flatMap((lang) => drawJobs(card, side, lang))));
const files = cards.flatMap((card) => LANGS.flatMap((lang) => jobsOfCard(card, lang)));

// A cache of its own, beside the real one; everything else is this checkout's.
mkdirSync('.cache', { recursive: true });
const own = mkdtempSync(path.resolve('.cache/bench-'));
for (const part of ['node_modules', 'src', 'scripts', 'package.json'])
  symlinkSync(path.resolve(part), path.join(own, part));
// The same place by another name, so that nothing is remembered from the first run.
const again = `${own}/../${path.basename(own)}`;
try {
  for (const [run, root] of [
    ['cold', own],
    ['cached', again],
  ] as const) {
    const began = process.cpuUsage();
    for (const { face, size } of draws) drawerOf(root).draw(face, size);
    const drawn = process.cpuUsage(began);
    for (const job of files) if (job.kind === 'face-pdf') fileOfJob(job, root);
    const written = process.cpuUsage(began);
    for (const job of files) if (job.kind === 'phone-png') fileOfJob(job, root);
    const pictured = process.cpuUsage(began);
    const milliseconds = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1000;
    const [drawMs, pdfMs, pictureMs] = [drawn, written, pictured].map(milliseconds) as [number, number, number];
    const rate = (what: string, count: number, ms: number) =>
      `${what} ${String(count)} in ${(ms / 1000).toFixed(1)} s: ${(ms / count).toFixed(1)} ms each, ${((count * 1000) / ms).toFixed(0)} a second`;
    const pictures = files.filter(({ kind }) => kind === 'phone-png').length;
    console.log(`${run}\n  ${rate('faces laid out', draws.length, drawMs)}`);
    console.log(`  ${rate('faces as PDF', files.length - pictures, pdfMs - drawMs)}`);
    console.log(`  ${rate('phone pictures', pictures, pictureMs - pdfMs)}`);
    console.log(`  ${rate('all faces, laid out and written', draws.length, pictureMs)}`);
  }
} finally {
  rmSync(own, { recursive: true, force: true });
}
