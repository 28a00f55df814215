import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { authoredQuestion, type Question, type QuestionType } from '../../../src/model/question.ts';
import { draftAuthored } from '../../../src/quiz/draft-authored.ts';
import { presentQuestions } from '../../../src/quiz/present-questions.ts';
import type { ShownQuestion } from '../../../src/quiz/shown-question.ts';
import { questionRules, rulesOf, showQuestion } from '../../../src/quiz/types/registry.ts';
import { parsePlacement, placement } from '../../../src/quiz/types/placement.ts';
import { both, place } from './make-question.ts';

type Sample = (ids: readonly string[]) => Record<string, unknown>;
const item = (id: string) => ({ id, text: both(`text of ${id}`), feedback: both(`why ${id}`) });

/** The types that are written by hand; a scenario is a case, and scenario.test.ts asks this of it. */
type WrittenType = Exclude<QuestionType, 'scenario'>;

/** One question of each type as it is written in a record, made of ids: a new type needs a line here. */
const samples: Record<WrittenType, Sample> = {
  choice: (ids) => ({
    options: ids.slice(0, 5).map((id, at) => ({ ...item(id), ...(at === 1 && { correct: true }) })),
  }),
  multiple: (ids) => ({ options: ids.slice(0, 6).map((id, at) => ({ ...item(id), correct: at % 2 === 0 })) }),
  'true-false': () => ({ answer: false, feedback: { true: both('it costs'), false: both('it helps') } }),
  order: (ids) => ({ items: ids.map(item) }),
  match: (ids) => ({
    pairs: ids
      .slice(0, 6)
      .map((id) => ({ id, left: both(`left ${id}`), right: both(`right ${id}`), feedback: both(id) })),
  }),
  sort: ([first = '', ...others]) => ({
    bins: [
      { id: 'do', label: both('Do'), items: others.map(item) },
      { id: 'dont', label: both("Don't"), items: [item(first)] },
    ],
  }),
};
const types = Object.keys(samples) as WrittenType[];
const someIds = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 4, maxLength: 7 });
const shuffled = <T>(list: readonly T[]) =>
  fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });

/** A question as the record's schema reads it, in one language. */
function ask(type: WrittenType, ids: readonly string[], name = 'one'): Question {
  const written = authoredQuestion.parse({ id: name, type, stem: both(`Which ${name}?`), ...samples[type](ids) });
  const [question] = presentQuestions([draftAuthored(written, place)], 'theme/topic', 'zh', () => ({
    section: 'Section',
    url: '/theme/topic/#block',
  }));
  return question!;
}

/** Any answer that a reader could give to a question, whole or in part. */
function anyAnswer({ type, options, targets }: ShownQuestion): fc.Arbitrary<string[]> {
  const ids = options.map(({ id }) => id);
  if (type === 'order') return shuffled(ids);
  if (type === 'choice' || type === 'true-false') return fc.subarray(ids, { maxLength: 1 });
  if (targets.length === 0) return fc.subarray(ids);
  const goal = fc.option(fc.constantFrom(...targets.map(({ id }) => id)));
  return fc
    .tuple(...ids.map((id) => goal.map((target) => (target === null ? [] : [placement(id, target)]))))
    .map((placed) => placed.flat());
}

describe.each(types)('%s', (type) => {
  const rules = rulesOf(type);

  test('the key is complete and earns all; nothing earns nothing and is not complete', () => {
    fc.assert(
      fc.property(someIds, (ids) => {
        const shown = showQuestion(ask(type, ids));
        const { key } = shown;
        expect(rules.isComplete(key, key)).toBe(true);
        expect(rules.grade(shown, key)).toBe(1);
        expect(rules.isComplete(key, [])).toBe(false);
        expect(rules.grade(shown, [])).toBe(0);
      }),
    );
  });

  test('a score lies from 0 to 1, and only the key earns 1', () => {
    fc.assert(
      fc.property(
        someIds
          .map((ids) => showQuestion(ask(type, ids)))
          .chain((shown) => fc.tuple(fc.constant(shown), anyAnswer(shown))),
        ([shown, answer]) => {
          const { key } = shown;
          const score = rules.grade(shown, answer);
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
          const isKey =
            type === 'order' ? answer.join() === key.join() : answer.toSorted().join() === key.toSorted().join();
          expect(score === 1).toBe(isKey);
        },
      ),
    );
  });

  test('shuffling what is shown, what is answered or the record never changes a score', () => {
    fc.assert(
      fc.property(
        someIds
          .map((ids) => showQuestion(ask(type, ids)))
          .chain((shown) =>
            anyAnswer(shown).chain((answer) =>
              fc.tuple(fc.constant(shown), fc.constant(answer), shuffled(answer), shuffled(shown.key)),
            ),
          ),
        ([shown, answer, again, key]) => {
          if (type === 'order') return;
          expect(rules.grade(shown, again)).toBe(rules.grade(shown, answer));
          expect(rules.grade({ ...shown, key }, answer)).toBe(rules.grade(shown, answer));
        },
      ),
    );
  });

  test('an answer to another version of the question, with other options, earns nothing', () => {
    const one = showQuestion(ask(type, ['a', 'b', 'c', 'd', 'e']));
    const other = showQuestion(ask(type, ['v', 'w', 'x', 'y', 'z']));
    if (type === 'true-false') return;
    expect(rules.grade(one, other.key)).toBe(0);
    expect(rules.grade(other, one.key)).toBe(0);
  });

  test('a rewording of the stem or of an answer makes another version; other places do not', () => {
    const version = (ids: readonly string[], name?: string) => ask(type, ids, name).version;
    const ids = ['a', 'b', 'c', 'd'];
    expect(version(ids, 'two')).not.toBe(version(ids));
    if (type !== 'true-false') expect(version(['a', 'b', 'c', 'e'])).not.toBe(version(ids));
    if (type === 'match') expect(version(ids.toReversed())).toBe(version(ids));
  });

  test('every option is laid out once, with its reason, and the key speaks of what is laid out', () => {
    fc.assert(
      fc.property(someIds, (ids) => {
        const shown = showQuestion(ask(type, ids));
        const optionIds = shown.options.map(({ id }) => id);
        expect(new Set(optionIds).size).toBe(optionIds.length);
        expect(shown.options.every(({ text, feedback }) => text !== '' && feedback !== '')).toBe(true);
        for (const answer of shown.key) {
          const { option, target } = shown.targets.length > 0 ? parsePlacement(answer) : { option: answer };
          expect(optionIds).toContain(option);
          if (target !== undefined) expect(shown.targets.map(({ id }) => id)).toContain(target);
        }
        expect(rules.printKey(shown)).toMatch(/\S/);
        if (type === 'order') expect(optionIds).not.toEqual(shown.key);
      }),
    );
  });
});

test('one item out of turn costs one place, the reverse costs all', () => {
  const { grade, isComplete } = questionRules.order;
  const key = ['a', 'b', 'c', 'd', 'e'];
  expect(grade({ key, options: [] }, ['b', 'c', 'd', 'e', 'a'])).toBe(0.75);
  expect(grade({ key, options: [] }, ['e', 'd', 'c', 'b', 'a'])).toBe(0);
  for (const answer of [['a', 'b'], ['a', 'b', 'c', 'd', 'x'], ['a', 'a', 'b', 'c', 'd'], []]) {
    expect(isComplete(key, answer)).toBe(false);
    expect(grade({ key, options: [] }, answer)).toBe(0);
  }
});

test('of several right options each counts, and what is wrong takes back as much in all', () => {
  const { grade } = questionRules.multiple;
  const options = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, text: id, feedback: id }));
  const question = { key: ['a', 'b', 'c'], options };
  expect(grade(question, ['a'])).toBeCloseTo(1 / 3);
  expect(grade(question, ['a', 'b', 'c', 'd'])).toBe(0.5);
  expect(grade(question, ['a', 'd'])).toBe(0);
});

test('an item in two places is in none', () => {
  const { grade, isComplete } = questionRules.sort;
  const key = ['a=do', 'b=dont'];
  expect(grade({ key, options: [] }, ['a=do', 'a=dont'])).toBe(0);
  expect(isComplete(key, ['a=do', 'a=dont'])).toBe(false);
  expect(grade({ key, options: [] }, ['a=do', 'b=do'])).toBe(0.5);
});

test('where several are right, ticking everything earns nothing', () => {
  fc.assert(
    fc.property(someIds, (ids) => {
      const shown = showQuestion(ask('multiple', ids));
      const all = shown.options.map(({ id }) => id);
      expect(rulesOf('multiple').grade(shown, all)).toBe(0);
    }),
  );
});
