/**
 * `npm run bench:scale -- --topics 100,300,1000`: generated sites of so many topics in two languages, with their
 * questions, diagrams and search, built cold beside a stock Starlight site of the same pages; time by stage, memory, size,
 * and how each grows. `--faces` makes cards, pictures, papers and exports as well, which takes over four times the processor.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { generateContent } from './lib/generate-content.ts';
import { loadRecords } from './lib/load-records.ts';
import { measureProgram, sizeOf, type Measured } from './lib/measure-program.ts';
import { contentRoot } from './lib/site-records.ts';
import { writeStockSite } from './lib/stock-site.ts';

const { values } = parseArgs({
  options: {
    topics: { type: 'string', default: '100,300,1000' },
    faces: { type: 'boolean', default: false },
    stock: { type: 'boolean', default: true },
  },
  allowNegative: true,
});

/** What one size came to. */
interface Size {
  topics: number;
  own: Measured;
  stock: Measured | undefined;
  files: number;
  bytes: number;
}

// Below this checkout, so that the stock site finds the same packages.
mkdirSync('.cache', { recursive: true });
const work = mkdtempSync(path.resolve('.cache/bench-'));
const sizes: Size[] = [];
try {
  for (const topics of values.topics.split(',').map(Number)) {
    const at = (name: string) => path.join(work, String(topics), name);
    generateContent(contentRoot, at('records'), topics, '1');
    const own = await measureProgram({
      args: ['scripts/build.ts', ...(values.faces ? [] : ['--only-pages'])],
      cwd: process.cwd(),
      env: { OUT_DIR: at('site/dist'), CACHE_DIR: at('astro'), FILE_CACHE: at('files'), CONTENT_ROOT: at('records') },
      scratch: work,
    });
    const size = sizeOf(at('site/dist'));
    const stock = values.stock ? await buildStock(at('site/dist'), at('stock'), at('records')) : undefined;
    sizes.push({ topics, own, stock, ...size });
    console.log(growthTable(sizes));
    rmSync(path.join(work, String(topics)), { recursive: true, force: true });
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
function buildStock(dist: string, folder: string, records: string): Promise<Measured> {
  writeStockSite(dist, folder, loadRecords(records).draft);
  return measureProgram({ args: [path.join(folder, 'build.mjs')], cwd: folder, env: {}, scratch: work });
}

function namesOf({ report }: Measured): number {
  return report?.stages.find(({ name }) => name === 'names')?.seconds ?? 0;
}

/** A column a size: seconds by stage, then what a topic takes, memory and size; each also as a multiple of the first. */
function growthTable(all: Size[]): string {
  const line = (name: string, of: (size: Size) => number | undefined, digits = 1) => {
    const [first] = all.map(of);
    const cells = all.map((size) => {
      const own = of(size);
      if (own === undefined || first === undefined) return '–'.padStart(18);
      return `${own.toFixed(digits)} (${(own / first).toFixed(2)} ×)`.padStart(18);
    });
    return `  ${name.padEnd(26)}${cells.join('')}`;
  };
  const stages = [...new Set(all.flatMap(({ own }) => own.report?.stages.map(({ name }) => name) ?? []))];
  return [
    `\n  ${'topics'.padEnd(26)}${all.map(({ topics }) => String(topics).padStart(18)).join('')}`,
    ...stages.map((stage) =>
      line(`${stage}, s`, ({ own }) => own.report?.stages.find(({ name }) => name === stage)?.seconds),
    ),
    line('in all, s', ({ own }) => own.seconds),
    line('processor, s', ({ own }) => own.cpu),
    line('a topic, ms', ({ own, topics }) => (own.seconds / topics) * 1000, 0),
    // A big site does not try them before every build.
    line('… but for names, ms', ({ own, topics }) => ((own.seconds - namesOf(own)) / topics) * 1000, 0),
    line('a topic, ms of processor', ({ own, topics }) => (own.cpu / topics) * 1000, 0),
    line('peak memory, GB', ({ own }) => own.peakMemory / 1e9, 2),
    line('output, MB', ({ bytes }) => bytes / 1e6, 0),
    line('files', ({ files }) => files, 0),
    line('stock Starlight, s', ({ stock }) => stock?.seconds),
    line('stock, s of processor', ({ stock }) => stock?.cpu),
    line('stock, peak memory, GB', ({ stock }) => stock && stock.peakMemory / 1e9, 2),
    line('beside stock', ({ own, stock }) => stock && own.seconds / stock.seconds, 2),
    line('beside stock, processor', ({ own, stock }) => stock && own.cpu / stock.cpu, 2),
  ].join('\n');
}
