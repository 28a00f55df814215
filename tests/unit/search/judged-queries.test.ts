import { describe, expect, test } from 'vitest';
import { ask, judgedQueries, type JudgedQuery } from './site-search.ts';

const queries = judgedQueries();
const inside = queries.filter(({ topics }) => topics.length > 0);
const outside = queries.filter(({ topics }) => topics.length === 0);

/** The share of `list` with an answer among the first `most` hits. */
function success(list: readonly JudgedQuery[], most: number): number {
  const found = list.filter(({ query, lang, topics }) =>
    ask(query, lang)
      .hits.slice(0, most)
      .some((hit) => topics.includes(hit)),
  );
  return found.length / list.length;
}

test('the set has every kind of query, in both languages', () => {
  expect(inside.length).toBeGreaterThanOrEqual(300);
  expect(outside.length).toBeGreaterThanOrEqual(30);
  expect(new Set(inside.map(({ lang, kind }) => `${lang} ${kind}`)).size).toBeGreaterThanOrEqual(20);
});

// The weights were chosen on the even ones; the odd ones say how that holds.
describe.each([
  ['even', 0],
  ['odd', 1],
] as const)('%s queries', (_, half) => {
  const list = queries.filter((query, index) => index % 2 === half && query.topics.length > 0);
  test('find their topic first, or among the first three', () => {
    expect(success(list, 1)).toBeGreaterThanOrEqual(0.9);
    expect(success(list, 3)).toBeGreaterThanOrEqual(0.95);
  });
});

test('nothing of the subject is left without a hit', () => {
  const empty = inside.filter(({ query, lang }) => ask(query, lang).hits.length === 0).map(({ query }) => query);
  expect(empty.length / inside.length, empty.join('; ')).toBeLessThanOrEqual(0.01);
});

test('what is not of the subject gets no hit', () => {
  const hit = outside.filter(({ query, lang }) => ask(query, lang).hits.length > 0).map(({ query }) => query);
  expect(hit.length / outside.length, hit.join('; ')).toBeLessThanOrEqual(0.1);
});
