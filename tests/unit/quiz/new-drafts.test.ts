import { describe, expect, test } from 'vitest';
import { schema as classificationSchema } from '../../../src/blocks/classification/schema.ts';
import { questions as classificationQuestions } from '../../../src/blocks/classification/questions.ts';
import { draftChoice } from '../../../src/quiz/draft-choice.ts';
import { draftMatch } from '../../../src/quiz/draft-match.ts';
import { draftMultiple } from '../../../src/quiz/draft-multiple.ts';
import { draftSort } from '../../../src/quiz/draft-sort.ts';
import { both, place } from './make-question.ts';

const stem = () => both('Which?');
const reason = both('why');

describe('choosing', () => {
  const option = (id: string, text: string) => ({ id, text: both(text), feedback: reason });
  const lengthsBeside = (key: string, ...others: string[]) => {
    const candidates = others.map((text, at) => option(String(at), text));
    const [draft] = draftChoice(place, 'pick', 'fact', stem, option('key', key), [candidates]);
    return draft?.type === 'choice' ? draft.options.slice(1).map(({ text }) => text.zh.length) : [];
  };

  test('among other options the key is neither the shortest nor the longest', () => {
    for (const key of ['middle', 'a middle']) {
      const lengths = lengthsBeside(
        key,
        'a long option',
        'longer than long',
        'the longest of all',
        'much longer',
        'tiny',
      );
      expect(Math.min(...lengths)).toBeLessThan(key.length);
      expect(Math.max(...lengths)).toBeGreaterThan(key.length);
    }
  });

  test('nor the only one without a label', () => {
    const [draft] = draftChoice(place, 'pick', 'fact', stem, option('key', 'toes forward'), [
      ['Stride: short', 'Rhythm: steady and light', 'Speed: as they walk', 'arms swinging'].map((text) =>
        option(text, text),
      ),
    ]);
    expect(JSON.stringify(draft)).toContain('arms swinging');
  });
});

describe('matching', () => {
  const pair = (id: string, left: string, right: string) => ({
    id,
    left: both(left),
    right: both(right),
    feedback: reason,
  });
  const draft = (...pairs: ReturnType<typeof pair>[]) => draftMatch(place, 'match', 'fact', stem, pairs);
  const apart = [
    pair('a', 'Waiting for the engineer', 'The engineer comes at three'),
    pair('b', 'A parcel is missing', 'I am tracing the parcel'),
    pair('c', 'The soup is cold', 'A fresh bowl in five minutes'),
  ];

  test('three pairs that can be told apart make a question', () => {
    expect(draft(...apart)).toMatchObject([{ id: 'theme/topic/block/match/fact', type: 'match' }]);
  });

  test('a right side that fits another left side better is left out, and two pairs are too few', () => {
    const stray = pair('c', 'The soup is cold', 'The missing parcel is here');
    expect(draft(apart[0]!, apart[1]!, stray)).toEqual([]);
  });

  test('two left sides that say the same are not asked together', () => {
    expect(draft(...apart.slice(0, 2), pair('c', 'Waiting for that engineer', 'Tea meanwhile?'))).toEqual([]);
  });

  test('no more than five pairs', () => {
    const many = ['apple', 'bread', 'chair', 'delay', 'eagle', 'flood', 'grape'].map((word) =>
      pair(word, word, `${word}s are here`),
    );
    expect(draft(...many)).toMatchObject([{ pairs: { length: 5 } }]);
  });
});

describe('sorting', () => {
  const bin = (id: string, count: number) => ({
    id,
    label: both(id),
    items: Array.from({ length: count }, (_, at) => ({
      id: `${id}-${String(at)}`,
      text: both(`${id} ${String(at)}`),
      feedback: reason,
    })),
  });
  const draft = (...bins: ReturnType<typeof bin>[]) => draftSort(place, 'sort', 'fact', stem, bins);

  test('up to six items, equally many a bin', () => {
    expect(draft(bin('do', 5), bin('dont', 4))).toMatchObject([
      { bins: [{ items: { length: 3 } }, { items: { length: 3 } }] },
    ]);
    expect(draft(bin('a', 5), bin('b', 4), bin('c', 4))).toMatchObject([{ bins: [{ items: { length: 2 } }, {}, {}] }]);
  });

  test('nothing where a bin would hold one item, or where there is only one bin', () => {
    expect(draft(bin('do', 5), bin('dont', 1))).toEqual([]);
    expect(draft(bin('do', 5))).toEqual([]);
  });
});

describe('choosing several', () => {
  const options = (name: string, count: number) =>
    Array.from({ length: count }, (_, at) => ({
      id: `${name}-${String(at)}`,
      text: both(`${name} ${String(at)}`),
      feedback: reason,
    }));

  test('two or three of five are right', () => {
    for (const fact of ['a', 'b', 'c', 'd', 'e']) {
      const [draft] = draftMultiple(place, 'members', fact, stem, options('in', 6), options('out', 4));
      const right = draft?.type === 'multiple' ? draft.options.filter(({ correct }) => correct).length : 0;
      expect([2, 3]).toContain(right);
      expect(draft).toMatchObject({ options: { length: 5 } });
    }
  });

  test('nothing with one right or one wrong option', () => {
    expect(draftMultiple(place, 'members', 'a', stem, options('in', 1), options('out', 4))).toEqual([]);
    expect(draftMultiple(place, 'members', 'a', stem, options('in', 4), options('out', 1))).toEqual([]);
  });
});

test('a trait of a few figures, and one that names a type, are not sorted', () => {
  const type = (id: string, ...traits: string[]) => ({
    id,
    title: both(`Kind ${id.toUpperCase()}`),
    traits: traits.map((text, at) => ({
      id: `${id}-${String(at)}`,
      facet: at === 0 ? 'sign' : 'act',
      text: both(text),
      why: reason,
    })),
  });
  const block = classificationSchema.parse({
    kind: 'classification',
    id: 'block',
    title: both('Block'),
    facets: [
      { id: 'sign', title: both('Sign') },
      { id: 'act', title: both('Act') },
    ],
    types: [
      type('loud', 'Speaks before thinking', '1, 2'),
      type('calm', 'Thinks before speaking', 'Kind LOUD waits here'),
    ],
  });
  const sorted = classificationQuestions.find(({ id }) => id === 'sort-types')!;
  expect(sorted.draft(block, place, [])).toEqual([]);
});
