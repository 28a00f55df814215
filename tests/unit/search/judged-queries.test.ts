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

// Words and weights were chosen with these.
test('they find their topic first, or among the first three', () => {
  expect(success(inside, 1)).toBeGreaterThanOrEqual(0.95);
  expect(success(inside, 3)).toBeGreaterThanOrEqual(0.99);
});

// Written and judged before the weights were chosen; what they showed to be missing was then added to the topics.
describe('queries of a second hand', () => {
  const unseen = judgedQueries('unseen.tsv');
  const meant = unseen.filter(({ topics }) => topics.length > 0);
  test('find their topic first, or among the first three', () => {
    expect(meant.length).toBeGreaterThanOrEqual(230);
    expect(success(meant, 1)).toBeGreaterThanOrEqual(0.9);
    expect(success(meant, 3)).toBeGreaterThanOrEqual(0.96);
  });
  test('are none left without a hit, and few get one that are of another subject', () => {
    expect(shareWithHits(meant)).toBeGreaterThanOrEqual(0.99);
    expect(shareWithHits(unseen.filter(({ topics }) => topics.length === 0))).toBeLessThanOrEqual(0.1);
  });
});

// Harder than the others: written by a third hand that had seen titles alone. No word was added for it.
describe('queries that nothing was written for', () => {
  const fresh = judgedQueries('fresh.tsv');
  const meant = fresh.filter(({ topics }) => topics.length > 0);
  test('find their topic first two times in three, or among the first three four times in five', () => {
    expect(meant.length).toBeGreaterThanOrEqual(400);
    expect(success(meant, 1)).toBeGreaterThanOrEqual(0.66);
    expect(success(meant, 3)).toBeGreaterThanOrEqual(0.82);
  });
  test('are few left without a hit, and few get one that are of another subject', () => {
    expect(shareWithHits(meant)).toBeGreaterThanOrEqual(0.97);
    expect(shareWithHits(fresh.filter(({ topics }) => topics.length === 0))).toBeLessThanOrEqual(0.1);
  });
});

function shareWithHits(list: readonly JudgedQuery[]): number {
  return list.filter(({ query, lang }) => ask(query, lang).hits.length > 0).length / list.length;
}

test('nothing of the subject is left without a hit', () => {
  const empty = inside.filter(({ query, lang }) => ask(query, lang).hits.length === 0).map(({ query }) => query);
  expect(empty.length / inside.length, empty.join('; ')).toBeLessThanOrEqual(0.01);
});

test('what is not of the subject gets no hit', () => {
  const hit = outside.filter(({ query, lang }) => ask(query, lang).hits.length > 0).map(({ query }) => query);
  expect(hit.length / outside.length, hit.join('; ')).toBeLessThanOrEqual(0.1);
});
