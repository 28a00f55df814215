import { expect, test } from 'vitest';
import type { Question } from '../../../src/model/question.ts';
import { questionFaults } from '../../../src/quiz/question-faults.ts';
import { makeQuestion, makeStory } from './make-question.ts';

const codes = (...questions: Question[]) => questionFaults(questions).map(({ code }) => code);
const [one, two, three] = makeQuestion().options;

test('a good question has none', () => {
  expect(codes(makeQuestion())).toEqual([]);
});

test('an option without a reason', () => {
  expect(codes(makeQuestion({ options: [{ ...one!, feedback: ' ' }, two!, three!] }))).toEqual(['no-reason']);
});

test('two options that differ in punctuation alone', () => {
  expect(codes(makeQuestion({ options: [one!, two!, { ...three!, text: `“${one!.text}.”` }] }))).toEqual(['alike']);
});

test('no key, or two', () => {
  expect(codes(makeQuestion({ options: [one!, { ...two!, correct: false }, three!] }))).toEqual(['not-one-key']);
  expect(codes(makeQuestion({ options: [{ ...one!, correct: true }, two!, three!] }))).toEqual(['not-one-key']);
});

test('a stem that comes twice in a topic', () => {
  expect(questionFaults([makeQuestion(), makeQuestion({ id: 'again' })])).toEqual([
    { code: 'stem-twice', question: 'again' },
  ]);
});

test('a set in which the key is the longest, or always in one place', () => {
  const many = Array.from({ length: 20 }, (_, at) => makeQuestion({ id: String(at), stem: `Which of ${at}?` }));
  expect(codes(...many)).toEqual(['key-longest', 'key-place']);
});

test('stories in which the longest choice is the one that helps', () => {
  const stories = (most: number) =>
    Array.from({ length: 20 }, (_, at) => makeStory(`story ${at}`, at < most ? 'helps' : 'hurts'));
  expect(codes(...stories(8))).not.toContain('decision-key-longest');
  expect(codes(...stories(9))).toContain('decision-key-longest');
});
