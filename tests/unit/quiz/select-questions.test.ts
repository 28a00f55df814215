import { expect, test } from 'vitest';
import { selectQuestions } from '../../../src/quiz/select-questions.ts';
import { makeDraft } from './make-question.ts';

const limits = { perBlock: () => 2, perTopic: 3, longestKeyShare: 0.4 };
const facts = (count: number) => Array.from({ length: count }, (_, at) => `f${at}`);
const select = (drafts: ReturnType<typeof makeDraft>[]) =>
  selectQuestions(drafts, limits).map(({ id }) => id.slice(12));

test('patterns take turns, authored questions first', () => {
  const drafts = ['next', 'pick-do'].flatMap((pattern) => facts(2).map((fact) => makeDraft('steps', pattern, fact)));
  expect(select([...drafts, makeDraft('idea', 'authored', 'own')])).toEqual([
    'idea/authored/own',
    'steps/next/f0',
    'steps/pick-do/f0',
    'steps/next/f1',
    'steps/pick-do/f1',
  ]);
});

test('no pattern goes beyond its limit in a block and in the topic; authored ones have none', () => {
  const drafts = ['one', 'two', 'three'].flatMap((block) => [
    ...facts(5).map((fact) => makeDraft(block, 'next', fact)),
    ...facts(5).map((fact) => makeDraft(block, 'authored', fact)),
  ]);
  const chosen = select(drafts);
  expect(chosen.filter((id) => id.includes('/next/'))).toEqual(['one/next/f0', 'two/next/f0', 'three/next/f0']);
  expect(chosen.filter((id) => id.includes('/authored/'))).toHaveLength(15);
});

test('a stem is asked once, and the next of its pattern takes its place', () => {
  const [first, same, other] = facts(3).map((fact) => makeDraft('steps', 'spot', fact));
  expect(select([first!, { ...same!, stem: first!.stem }, other!])).toEqual(['steps/spot/f0', 'steps/spot/f2']);
});

test('long keys wait until there are enough others', () => {
  const long = facts(2).map((fact) => makeDraft('steps', 'better', fact, 20));
  expect(select(long)).toEqual([]);
  const others = ['a', 'b', 'c'].map((pattern) => makeDraft('steps', pattern, 'f'));
  expect(select([...long, ...others])).toEqual([
    'steps/a/f',
    'steps/b/f',
    'steps/c/f',
    'steps/better/f1',
    'steps/better/f0',
  ]);
});
