import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { generateContent } from '../../../scripts/lib/generate-content.ts';
import { loadRecordsOrThrow } from '../../../scripts/lib/load-records.ts';

const COUNT = 9;
const GOOD = path.join(import.meta.dirname, '../../fixtures/good');
const target = mkdtempSync(path.join(tmpdir(), 'generated-'));
afterAll(() => {
  rmSync(target, { recursive: true, force: true });
});
generateContent(GOOD, target, COUNT, '1');
const { topics } = loadRecordsOrThrow(target);

test('generated topics pass the check, with the cards and prose of those that they are copied from', () => {
  const own = loadRecordsOrThrow(GOOD).topics;
  expect(topics).toHaveLength(COUNT);
  for (const topic of topics) {
    const from = own.find(({ id }) => topic.id.startsWith(id));
    expect(topic.data.cards).toEqual(from?.data.cards);
    expect(topic.prose.zh.source).toBe(from?.prose.zh.source);
  }
});

test('no two are called the same in either language', () => {
  for (const lang of ['zh', 'en'] as const) {
    expect(new Set(topics.map(({ data }) => data.title[lang])).size).toBe(COUNT);
  }
});

test('the same seed gives the same bytes, another one other names', () => {
  const made = (seed: string) => {
    const folder = path.join(target, `seed-${seed}`);
    generateContent(GOOD, folder, COUNT, seed);
    return topics.map(({ file }) => readFileSync(path.join(folder, file), 'utf8'));
  };
  const first = topics.map(({ file }) => readFileSync(path.join(target, file), 'utf8'));
  expect(made('1')).toEqual(first);
  expect(made('2')).not.toEqual(first);
});
