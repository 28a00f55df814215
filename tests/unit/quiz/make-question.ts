import type { Localized } from '../../../src/model/localized.ts';
import type { Question } from '../../../src/model/question.ts';
import type { QuestionDraft, QuestionPlace } from '../../../src/quiz/question-draft.ts';

type ChoiceDraft = Extract<QuestionDraft, { type: 'choice' }>;
type Choice = Extract<Question, { type: 'choice' }>;

const BASE = {
  id: 'theme/topic/block/authored/one',
  topic: 'theme/topic',
  block: 'block',
  pattern: 'authored',
  lang: 'en',
  version: 'v1',
  stem: 'Which one?',
  section: 'Block',
  url: '/en/theme/topic/#block',
} as const;

/** A choice of three, with what the test cares about put in. */
export function makeQuestion(parts: Partial<Choice> = {}): Choice {
  const options = ['first', 'second', 'third'].map((id) => ({
    id,
    text: `The ${id} option`,
    correct: id === 'second',
    feedback: `Because of ${id}`,
  }));
  return { ...BASE, type: 'choice', options, ...parts };
}

/** A story of one decision, of which the choice with the most words helps or hurts. */
export function makeStory(id: string, longest: 'helps' | 'hurts'): Question {
  const choice = (name: string, effect: 'helps' | 'hurts') => ({
    id: name,
    text: effect === longest ? `${name}, and a few words more` : name,
    effect,
    outcome: 'What follows',
    feedback: `Because of ${name}`,
    next: 'end',
  });
  const scene = { title: 'Scene', text: 'What happens' };
  const nodes = [
    { id: 'start', ...scene, ask: 'What now?', choices: [choice('one', 'helps'), choice('two', 'hurts')] },
    { id: 'end', ...scene, choices: [], ending: 'good' as const },
  ];
  return { ...BASE, id, stem: `${id}?`, type: 'scenario', nodes, best: ['start/one'] };
}

/** The same words in both languages. */
export function both(text: string): Localized {
  return { zh: text, en: text };
}

/** A place to draft questions for. */
export const place: QuestionPlace = {
  topic: 'theme/topic',
  block: 'block',
  title: both('“Topic”'),
  name: both('“Topic”'),
};

/** A draft of a choice whose key is as long as `keyLength` and whose distractors have ten letters. */
export function makeDraft(block: string, pattern: string, fact: string, keyLength = 5): ChoiceDraft {
  const letters = 'abc'.split('').map((letter) => letter.repeat(10));
  return {
    id: `theme/topic/${block}/${pattern}/${fact}`,
    block,
    pattern,
    type: 'choice',
    stem: both(`${block} ${pattern} ${fact}?`),
    options: [
      { id: 'key', text: both('k'.repeat(keyLength)), correct: true, feedback: both('why') },
      ...letters.map((text) => ({ id: text, text: both(text), correct: false, feedback: both('harm') })),
    ],
  };
}
