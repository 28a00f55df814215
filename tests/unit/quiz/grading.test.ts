import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choice } from '../../../src/quiz/types/choice.ts';
import { order } from '../../../src/quiz/types/order.ts';
import { keyOf } from '../../../src/quiz/types/registry.ts';
import { makeQuestion, makeOrderQuestion } from './make-question.ts';

const ids = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 3, maxLength: 7 });
const shuffledOf = (list: string[]) => fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length });

describe('choice', () => {
  test('the place of the key never changes the score', () => {
    fc.assert(
      fc.property(
        ids.chain((list) => fc.tuple(shuffledOf(list), fc.constantFrom(...list), fc.constantFrom(...list))),
        ([shown, right, chosen]) => {
          const question = makeQuestion({
            options: shown.map((id) => ({ id, text: id, correct: id === right, feedback: id })),
          });
          expect(choice.grade(keyOf(question), [chosen])).toBe(chosen === right ? 1 : 0);
        },
      ),
    );
  });

  test('no answer and two answers score nothing', () => {
    expect(choice.grade(['a'], [])).toBe(0);
    expect(choice.grade(['a'], ['a', 'b'])).toBe(0);
    expect(choice.isComplete(['a'], [])).toBe(false);
  });
});

describe('order', () => {
  test('scores lie from 0 to 1, and 1 is for the right order alone', () => {
    fc.assert(
      fc.property(
        ids.chain((list) => fc.tuple(fc.constant(list), shuffledOf(list))),
        ([key, answer]) => {
          const score = order.grade(key, answer);
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
          expect(score === 1).toBe(answer.every((id, at) => id === key[at]));
        },
      ),
    );
  });

  test('the order in which items are shown never changes the score', () => {
    fc.assert(
      fc.property(
        ids.chain((list) => fc.tuple(fc.constant(list), shuffledOf(list), shuffledOf(list))),
        ([right, shown, answer]) => {
          const question = makeOrderQuestion(right, shown);
          expect(order.grade(keyOf(question), answer)).toBe(order.grade(right, answer));
        },
      ),
    );
  });

  test('one item out of turn costs one place, the reverse costs all', () => {
    const key = ['a', 'b', 'c', 'd', 'e'];
    expect(order.grade(key, ['b', 'c', 'd', 'e', 'a'])).toBe(0.75);
    expect(order.grade(key, ['e', 'd', 'c', 'b', 'a'])).toBe(0);
  });

  test('an answer with other items than the key is not complete and scores nothing', () => {
    const key = ['a', 'b', 'c'];
    for (const answer of [['a', 'b'], ['a', 'b', 'x'], ['a', 'a', 'b'], []]) {
      expect(order.isComplete(key, answer)).toBe(false);
      expect(order.grade(key, answer)).toBe(0);
    }
  });
});
