import { expect, test } from 'vitest';
import { reportTable, startClock, type BuildReport } from '../../../scripts/lib/stage-clock.ts';
import { displayWidth } from '../../../src/check/display-width.ts';
import type { Lang } from '../../../src/model/localized.ts';

const busy = (milliseconds: number) => {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
};

test('the stages of a build come to no more than all of it, however they are nested', async () => {
  const clock = startClock();
  await clock.time('records', async () => {
    busy(20);
    await clock.time('diagrams', () => {
      busy(30);
    });
    busy(10);
  });
  clock.add('pages', 5);
  const { stages, seconds } = clock.report();
  const [records, diagrams, pages] = stages.map((stage) => stage.seconds);
  expect(stages.map(({ name }) => name)).toEqual(['records', 'diagrams', 'pages']);
  expect(diagrams).toBeGreaterThanOrEqual(0.03);
  expect(records).toBeGreaterThanOrEqual(0.03);
  expect((records ?? 0) + (diagrams ?? 0)).toBeLessThanOrEqual(seconds);
  expect(pages).toBeCloseTo(0.005);
});

test('what goes on beside the stages is told with its files, and adds nothing to the sum', async () => {
  const clock = startClock();
  const sheets = clock.beside('sheets', async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    return { made: 2, kept: 30 };
  });
  await clock.time('pages', () => {
    busy(10);
  });
  await sheets;
  const [beside, pages] = clock.report().stages;
  expect(beside).toMatchObject({ name: 'sheets', isBeside: true, made: 2, kept: 30 });
  expect(beside?.seconds).toBeGreaterThanOrEqual(0.019);
  expect(pages?.seconds).toBeLessThan(beside?.seconds ?? 0);
});

test('the table gives every stage its share, and what no stage counted as other', () => {
  const report: BuildReport = {
    stages: [
      { name: 'pages', seconds: 6 },
      { name: 'sheets', seconds: 3, isBeside: true, made: 1, kept: 4 },
    ],
    seconds: 12,
    peakMemory: 1.25e9,
  };
  const rows = (lang: Lang) => reportTable(report, lang).split('\n');
  expect(rows('en').map((line) => line.trim().replace(/ +/g, ' '))).toEqual([
    'pages 6.0 s 50 %',
    'sheets (3.0 s 25 %) 1 made, 4 cached',
    'other 6.0 s 50 %',
    'in all 12.0 s 1.25 GB at most',
  ]);
  // Chinese takes two columns a character.
  const ends = rows('zh').map((line) => displayWidth(line.slice(0, line.indexOf(' s'))));
  expect(new Set(ends).size).toBe(1);
  expect(rows('zh')[1]).toContain('新做 1，沿用 4');
});
