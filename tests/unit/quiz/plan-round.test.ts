import { expect, test } from 'vitest';
import { planRound, type Standing } from '../../../src/quiz/plan-round.ts';

const question = (id: string, standing: Standing) => ({ id, standing });

test('asks new ones, then reworded, then missed ones, and none answered rightly', () => {
  const round = planRound([
    question('a', 'right'),
    question('b', 'wrong'),
    question('c', 'new'),
    question('d', 'reworded'),
    question('e', 'new'),
  ]);
  expect(round.map(({ id }) => id)).toEqual(['c', 'e', 'd', 'b']);
});

test('is no longer than a sitting', () => {
  const many = Array.from({ length: 20 }, (_, at) => question(String(at), 'new'));
  expect(planRound(many)).toHaveLength(8);
  expect(planRound(many, 3)).toHaveLength(3);
});

test('is empty when all is answered rightly', () => {
  expect(planRound([question('a', 'right')])).toEqual([]);
});
