import { describe, expect, test } from 'vitest';
import { loadRecords } from '../../../scripts/lib/load-records.ts';
import type { ChecklistBlock } from '../../../src/blocks/checklist/schema.ts';
import type { ScaleBlock } from '../../../src/blocks/scale/schema.ts';
import { countTicks, scoreScale, type ScoredScale } from '../../../src/quiz/score-scale.ts';

const { records } = loadRecords(process.cwd());
const blocks = (records?.topics ?? []).flatMap(({ data }) => data.blocks);
const scaleOf = (id: string) => blocks.find((block): block is ScaleBlock => block.kind === 'scale' && block.id === id)!;
const scored = ({ items, points, bands }: ScaleBlock): ScoredScale => ({
  items: items.map(({ id }) => id),
  points: points!,
  bands,
});

/** Answers to every item that add up to `score`, none off the points. */
function answersFor({ items, points }: ScoredScale, score: number): Map<string, number> {
  const [low, high] = [Math.min(points.from, points.to), Math.max(points.from, points.to)];
  let left = score - items.length * low;
  return new Map(
    items.map((item) => {
      const more = Math.min(high - low, left);
      left -= more;
      return [item, low + more];
    }),
  );
}

describe.each([
  {
    id: 'relations',
    points: { from: 10, to: 1 },
    bands: [
      [10, 49],
      [50, 80],
      [81, 100],
    ],
  },
  {
    id: 'attitude',
    points: { from: 5, to: 1 },
    bands: [
      [10, 24],
      [25, 40],
      [41, 50],
    ],
  },
])('the scale $id', ({ id, points, bands }) => {
  const block = scaleOf(id);
  const scale = scored(block);

  test('has ten items, its points run as they should', () => {
    expect(block.items).toHaveLength(10);
    expect(block.points).toEqual(points);
  });

  test('every score that can be reached has its own band, the right one at every boundary', () => {
    const inOrder = [...block.bands].sort((a, b) => a.from - b.from);
    expect(inOrder.map(({ from, to }) => [from, to])).toEqual(bands);
    for (let score = bands[0]![0]!; score <= bands.at(-1)![1]!; score += 1) {
      const expected = inOrder.find(({ from, to }) => score >= from && score <= to)!.id;
      expect(scoreScale(scale, answersFor(scale, score))).toEqual({ answered: 10, of: 10, score, band: expected });
    }
  });

  test('an item short, off the points or of another scale: no score yet', () => {
    const whole = answersFor(scale, bands[1]![0]!);
    const [first = ''] = scale.items;
    for (const wrong of [undefined, 0, Math.max(points.from, points.to) + 1, 1.5, Number.NaN]) {
      const answers = new Map(whole);
      if (wrong === undefined) answers.delete(first);
      else answers.set(first, wrong);
      expect(scoreScale(scale, answers.set('of-another', 1))).toMatchObject({ answered: 9, score: undefined });
    }
  });

  test('each band advises and sends to topics', () => {
    for (const band of block.bands) {
      expect(band.practise.length).toBeGreaterThan(0);
      expect(band.text.zh.length).toBeGreaterThan(30);
    }
  });
});

test('the fifteen calming skills: any number of ticks has a band', () => {
  const skills = blocks.find(
    (block): block is ChecklistBlock =>
      block.kind === 'checklist' && block.id === 'skills' && block.assess !== undefined,
  )!;
  expect(skills.items).toHaveLength(15);
  const items = skills.items.map(({ id }) => id);
  const bandOf = (count: number) =>
    countTicks({ items, bands: skills.assess!.bands }, new Map(items.slice(0, count).map((id) => [id, 1]))).band;
  expect(Array.from({ length: 16 }, (_, count) => bandOf(count))).toEqual([
    ...new Array<string>(7).fill('few'),
    ...new Array<string>(5).fill('half'),
    ...new Array<string>(4).fill('most'),
  ]);
  expect(countTicks({ items, bands: [] }, new Map([['of-another', 1]]))).toEqual({
    ticked: 0,
    of: 15,
    band: undefined,
  });
});

test('the tone check has nine statements: six send to what helps, three are strengths', () => {
  const check = scaleOf('self-check');
  expect(check.items).toHaveLength(9);
  expect(check.items.filter(({ see }) => see !== undefined)).toHaveLength(6);
  expect(check.bands).toEqual([]);
});
