/**
 * `npm run bench`: how long the site takes to build: everything cold, and then in turns nothing changed, one record
 * changed, pages and search alone, and a stock Starlight site of the same pages. `-- --rounds 3` says how many turns.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { measureProgram, type Measured } from './lib/measure-program.ts';
import { loadRecordsOrThrow } from './lib/load-records.ts';
import { contentRoot } from './lib/site-records.ts';
import { reportTable } from './lib/stage-clock.ts';
import { writeStockSite } from './lib/stock-site.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '3' } } });

// Below this checkout, so that the stock site finds the same packages.
mkdirSync('.cache', { recursive: true });
const work = mkdtempSync(path.resolve('.cache/bench-'));
const at = (name: string) => path.join(work, name);
const build = (content: string, ...options: string[]) =>
  measureProgram({
    args: ['scripts/build.ts', ...options],
    cwd: process.cwd(),
    env: { OUT_DIR: at('site/dist'), CACHE_DIR: at('astro'), FILE_CACHE: at('files'), CONTENT_ROOT: content },
    scratch: work,
  });
const row = (name: string, { seconds, cpu, peakMemory }: Measured) =>
  `  ${name.padEnd(28)} ${seconds.toFixed(1).padStart(7)} s  ${cpu.toFixed(1).padStart(7)} s of processor  ${(peakMemory / 1e9).toFixed(2)} GB`;

try {
  const cold = await build(contentRoot);
  console.log(`everything cold\n${cold.report ? reportTable(cold.report, 'en') : ''}\n${row('in all', cold)}\n`);

  const pages = writeStockSite(at('site/dist'), at('stock'), loadRecordsOrThrow(contentRoot));
  const changed = at('changed');
  cpSync(path.join(contentRoot, 'content'), path.join(changed, 'content'), { recursive: true });
  const runs: Record<string, () => Promise<Measured>> = {
    'pages and search alone': () => build(contentRoot, '--only-pages'),
    'nothing changed': () => build(contentRoot),
    'one record changed': () => build(changeRecord(changed)),
    [`stock Starlight, ${String(pages)} pages`]: () =>
      measureProgram({ args: [at('stock/build.mjs')], cwd: at('stock'), env: {}, scratch: work }),
  };
  const measured = new Map<string, Measured[]>();
  for (let round = 0; round < Number(values.rounds); round += 1) {
    for (const [name, run] of Object.entries(runs)) {
      const one = await run();
      measured.set(name, [...(measured.get(name) ?? []), one]);
      console.log(row(name, one));
    }
  }
  const [alone, same, one, stock] = [...measured.values()];
  const times = (what: string, a: Measured[] | undefined, b: Measured[] | undefined) =>
    `  ${what.padEnd(52)} ${ratio(a, b, ({ seconds }) => seconds)} × the time, ${ratio(a, b, ({ cpu }) => cpu)} × the processor`;
  console.log(`\nmedians\n${times('pages and search alone beside stock', alone, stock)}`);
  console.log(times('nothing changed beside pages and search alone', same, alone));
  console.log(times('one record changed beside pages and search alone', one, alone));
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** Changes two facts of one record in a copy of the content: one that stands on cards and one that is searched. */
function changeRecord(root: string): string {
  const file = path.join(root, 'content/topics/complaints/six-steps/topic.yaml');
  const source = readFileSync(file, 'utf8');
  const changed = source.replace('short: { zh: ', 'short: { zh: 请').replace('say:\n          zh: ', '$&您好，');
  if (changed.length !== source.length + '请您好，'.length) throw new Error(`${file} has no such facts.`);
  writeFileSync(file, changed);
  return root;
}

function ratio(a: Measured[] = [], b: Measured[] = [], of: (one: Measured) => number): string {
  return (median(a.map(of)) / median(b.map(of))).toFixed(2);
}

function median(numbers: number[]): number {
  return numbers.toSorted((x, y) => x - y)[Math.floor(numbers.length / 2)] ?? NaN;
}
