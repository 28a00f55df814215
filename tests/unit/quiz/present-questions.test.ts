import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { presentQuestions, versionOf } from '../../../src/quiz/present-questions.ts';
import type { QuestionDraft } from '../../../src/quiz/question-draft.ts';
import { both, makeDraft } from './make-question.ts';

const link = () => ({ section: 'Steps', url: '/theme/topic/#steps' });
const present = (drafts: QuestionDraft[], lang: 'zh' | 'en' = 'zh') =>
  presentQuestions(drafts, 'theme/topic', lang, link);
const many = Array.from({ length: 24 }, (_, at) => makeDraft('steps', 'next', `f${at}`));

test('options stand in the same order in both languages', () => {
  const order = (lang: 'zh' | 'en') =>
    present(many, lang).map((question) => (question.type === 'choice' ? question.options.map(({ id }) => id) : []));
  expect(order('en')).toEqual(order('zh'));
});

test('keys are dealt evenly over the places, in no order that can be learnt', () => {
  const places = present(many).map((question) =>
    question.type === 'choice' ? question.options.findIndex((option) => option.correct) : -1,
  );
  expect([0, 1, 2, 3].map((place) => places.filter((other) => other === place).length)).toEqual([6, 6, 6, 6]);
  const rounds = [0, 4, 8, 12].map((at) => places.slice(at, at + 4).join(''));
  expect(new Set(rounds).size).toBeGreaterThan(1);
});

test('true stands before false', () => {
  const answers = ['true', 'false'].map((id) => ({ id, text: both(id), correct: id === 'false', feedback: both(id) }));
  const [question] = present([{ ...makeDraft('steps', 'member', 'f'), type: 'true-false', options: answers }]);
  expect(question).toMatchObject({ options: [{ id: 'true' }, { id: 'false' }] });
});

test('items to be ordered are never shown in the right order', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.stringMatching(/^[a-z]{1,4}$/), { minLength: 2, maxLength: 7 }),
      fc.string(),
      (ids, fact) => {
        const items = ids.map((id) => ({ id, text: both(id), feedback: both(id) }));
        const { id, block, stem } = makeDraft('steps', 'order', fact);
        const [question] = present([{ id, block, stem, pattern: 'order', type: 'order', items }]);
        const shown = question?.type === 'order' ? question.shown : [];
        expect([...shown].sort()).toEqual([...ids].sort());
        expect(shown).not.toEqual(ids);
      },
    ),
  );
});

describe('the version', () => {
  const draft = makeDraft('steps', 'next', 'f');
  const changed = (
    change: (option: { text: { zh: string; en: string }; feedback: { zh: string; en: string } }) => void,
  ) => {
    const copy = structuredClone(draft);
    change(copy.options[1]!);
    return versionOf(copy);
  };

  test('changes with the wording of an answer in either language', () => {
    expect(changed((option) => (option.text.en = 'other'))).not.toBe(versionOf(draft));
    expect(changed((option) => (option.text.zh = 'other'))).not.toBe(versionOf(draft));
    expect(versionOf({ ...draft, stem: both('Other?') })).not.toBe(versionOf(draft));
  });

  test('stays when a reason is reworded or options change places', () => {
    expect(changed((option) => (option.feedback.en = 'other'))).toBe(versionOf(draft));
    expect(versionOf({ ...draft, options: draft.options.toReversed() })).toBe(versionOf(draft));
  });

  test('is the same for both languages', () => {
    expect(present([draft], 'en')[0]?.version).toBe(present([draft], 'zh')[0]?.version);
  });
});
