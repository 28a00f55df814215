import { describe, expect, test } from 'vitest';
import { analyseItems, type ScoreSheet } from '../../../src/onboarding/item-analysis.ts';

/** A sheet of rows such as `1101`, one a person; `-` was not answered. */
function sheetOf(rows: readonly string[]): ScoreSheet {
  return rows.map(
    (row) => new Map([...row].flatMap((sign, at) => (sign === '-' ? [] : [[`q${String(at + 1)}`, Number(sign)]]))),
  );
}

describe('a class small enough to work by hand', () => {
  const figures = analyseItems(sheetOf(['1111', '1110', '0110', '0100']));
  const by = (item: string) => figures.find((figure) => figure.item === item);

  test('difficulty is the share who had it right', () => {
    expect(figures.map(({ item, answers, difficulty }) => [item, answers, difficulty])).toEqual([
      ['q1', 4, 0.5],
      ['q2', 4, 1],
      ['q3', 4, 0.75],
      ['q4', 4, 0.25],
    ]);
  });

  test('the correlation leaves the question itself out of the rest', () => {
    // q1 scores 1, 1, 0, 0; the others sum to 3, 2, 2, 1: deviations 1, 0, 0, -1 of squares 2; products 0.5 + 0.5 = 1.
    expect(by('q1')?.correlation).toBeCloseTo(1 / Math.sqrt(1 * 2), 12);
    // q3 scores 1, 1, 1, 0; the others sum to 3, 2, 1, 1: mean 1.75, squares 2.75; products with 0.25, 0.25, 0.25, -0.75.
    expect(by('q3')?.correlation).toBeCloseTo(0.75 / Math.sqrt(0.75 * 2.75), 12);
  });

  test('none is given where everybody has the same', () => {
    expect(by('q2')).toEqual({ item: 'q2', answers: 4, difficulty: 1 });
  });

  test('the best 27 % of four is one person, and people who tie share the place', () => {
    // Others of q1: 3, then 2 and 2, then 1: the first has it, the last has not.
    expect(by('q1')?.upperLower).toBe(1);
    // Others of q3: 3 has it; the weakest two tie at 1, one has it.
    expect(by('q3')?.upperLower).toBe(0.5);
  });

  test('the order of people changes nothing', () => {
    const rows = ['1111', '1110', '0110', '0100'];
    expect(analyseItems(sheetOf([...rows].reverse()))).toEqual(analyseItems(sheetOf(rows)));
  });
});

test('nobody, or one person alone, gives no discrimination and no error', () => {
  expect(analyseItems([])).toEqual([]);
  expect(analyseItems(sheetOf(['10']))).toEqual([
    { item: 'q1', answers: 1, difficulty: 1 },
    { item: 'q2', answers: 1, difficulty: 0 },
  ]);
});

test('questions left out count neither for nor against', () => {
  const [first] = analyseItems(sheetOf(['11-1', '1-11', '0000', '-111', '01--']));
  expect(first).toMatchObject({ item: 'q1', answers: 4, difficulty: 0.5 });
});

describe('a class of five hundred, simulated with known difficulties', () => {
  const PEOPLE = 500;
  const LOGITS = [-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 0];
  const random = mulberry(20261122);
  const people = Array.from({ length: PEOPLE }, () => {
    const ability = normal(random);
    // The last question is answered by chance alone, whatever the ability.
    return LOGITS.map((logit, at) => {
      const chance = at === LOGITS.length - 1 ? 0.5 : 1 / (1 + Math.exp(-(1.4 * (ability - logit))));
      return random() < chance ? 1 : 0;
    });
  });
  const figures = analyseItems(people.map((row) => new Map(row.map((score, at) => [`q${String(at)}`, score]))));

  test('equals an independent computation', () => {
    for (const [at, figure] of figures.entries()) {
      const scores = people.map((row) => row[at] ?? 0);
      const rests = people.map((row) => row.reduce((sum: number, score) => sum + score, 0) - (row[at] ?? 0));
      const right = scores.filter((score) => score === 1).length;
      expect(figure.difficulty).toBeCloseTo(right / PEOPLE, 12);
      // Point-biserial as textbooks give it: difference of the two groups' means over the spread, times sqrt(p q).
      const meanOf = (wanted: number) => {
        const group = rests.filter((_, person) => scores[person] === wanted);
        return group.reduce((sum, rest) => sum + rest, 0) / group.length;
      };
      const all = rests.reduce((sum, rest) => sum + rest, 0) / PEOPLE;
      const spread = Math.sqrt(rests.reduce((sum, rest) => sum + (rest - all) ** 2, 0) / PEOPLE);
      const p = right / PEOPLE;
      expect(figure.correlation).toBeCloseTo(((meanOf(1) - meanOf(0)) / spread) * Math.sqrt(p * (1 - p)), 10);
      // Upper less lower, each person of a tied group taken for the share of places left to it.
      const share = (ranked: number[]) => {
        const size = Math.round(PEOPLE * 0.27);
        const edge = ranked[size - 1] ?? 0;
        const isUpper = ranked[0] !== undefined && ranked[0] > edge;
        const inside = rests.map((rest) => (rest === edge ? 0 : (isUpper ? rest > edge : rest < edge) ? 1 : -1));
        const above = inside.filter((place) => place === 1).length;
        const tied = inside.filter((place) => place === 0).length;
        const weight = (size - above) / tied;
        return (
          inside.reduce(
            (sum: number, place, person) => sum + (scores[person] ?? 0) * (place === 1 ? 1 : place === 0 ? weight : 0),
            0,
          ) / size
        );
      };
      const down = [...rests].sort((a, b) => b - a);
      expect(figure.upperLower).toBeCloseTo(share(down) - share([...down].reverse()), 10);
    }
  });

  test('finds the difficulties that were put in, and the question that tells nothing', () => {
    const difficulties = figures.slice(0, -1).map(({ difficulty }) => difficulty);
    expect([...difficulties].sort((a, b) => b - a)).toEqual(difficulties);
    expect(difficulties[4]).toBeGreaterThan(0.42);
    expect(difficulties[4]).toBeLessThan(0.58);
    for (const { correlation } of figures.slice(0, -1)) expect(correlation).toBeGreaterThan(0.25);
    expect(Math.abs(figures.at(-1)?.correlation ?? 1)).toBeLessThan(0.1);
  });
});

function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
