import { describe, expect, test } from 'vitest';
import type { Catalogue } from '../../../src/onboarding/catalogue.ts';
import { currentId } from '../../../src/onboarding/catalogue.ts';
import { makeStep, moveStep } from '../../../src/onboarding/edit-plan.ts';
import { planProgress, quizStanding } from '../../../src/onboarding/plan-progress.ts';
import type { Plan } from '../../../src/onboarding/plan.ts';
import { dayAfter, daysBetween, resolvePlan } from '../../../src/onboarding/resolve-plan.ts';

const catalogue: Catalogue = {
  lang: 'en',
  root: '/base/en',
  topics: {
    'complaints/six-steps': {
      title: 'Six steps',
      theme: 'complaints',
      questions: 12,
      scales: { mirror: { title: 'A mirror', most: 50 } },
      blocks: { story: 'A story' },
    },
  },
  themes: {},
  cards: { 'complaints/six-steps/six': { title: 'The six', number: 7 } },
  paths: {},
  jobs: { 'day-1/watch': 'Watch three customers.' },
  moved: { 'complaints/old-steps': 'complaints/six-steps', 'complaints/older': 'complaints/old-steps', a: 'b', b: 'a' },
};

const plan: Plan = {
  id: 'K7Q2M9XA',
  lang: 'en',
  title: 'A plan',
  from: '',
  greeting: '',
  start: '2026-12-30',
  stages: [
    {
      title: 'First',
      due: 2,
      steps: [
        { do: 'read', topic: 'complaints/older', minutes: 10 },
        { do: 'card', card: 'complaints/old-steps/six', minutes: 3 },
        { do: 'quiz', topic: 'complaints/six-steps', pass: 0.8, minutes: 10 },
        { do: 'assess', topic: 'complaints/six-steps', block: 'mirror', minutes: 5 },
      ],
    },
    {
      title: 'Second',
      steps: [
        { do: 'practise', topic: 'complaints/old-steps', block: 'story', minutes: 5 },
        { do: 'on-the-job', from: 'day-1/watch', minutes: 40 },
        { do: 'on-the-job', text: 'Find the fire exit.', minutes: 5 },
        { do: 'read', topic: 'complaints/gone', minutes: 5 },
      ],
    },
  ],
};

describe('a plan with the site as it is now', () => {
  const stages = resolvePlan(plan, catalogue);

  test('old names arrive where their topic lives now, under the key of today', () => {
    expect(
      stages.flatMap(({ steps }) => steps.map(({ key, href, title, isGone }) => [key, href, title, isGone])),
    ).toEqual([
      ['read:complaints/six-steps', '/base/en/complaints/six-steps/', 'Six steps', false],
      ['card:complaints/six-steps/six', '/base/en/c/7/', 'The six', false],
      ['quiz:complaints/six-steps', '/base/en/complaints/six-steps/#quiz', 'Six steps', false],
      ['assess:complaints/six-steps/mirror', '/base/en/complaints/six-steps/#mirror', 'A mirror', false],
      ['practise:complaints/six-steps/story', '/base/en/complaints/six-steps/#story', 'A story', false],
      ['on-the-job:day-1/watch', undefined, 'Watch three customers.', false],
      [expect.stringMatching(/^on-the-job:[0-9a-z]{11}$/), undefined, 'Find the fire exit.', false],
      ['read:complaints/gone', undefined, 'complaints/gone', true],
    ]);
  });

  test('due days count over the end of a year', () => {
    expect(stages.map(({ due }) => due)).toEqual(['2027-01-01', '']);
    expect(dayAfter('2028-02-28', 1)).toBe('2028-02-29');
    expect(daysBetween('2026-12-30', '2027-01-01')).toBe(2);
  });

  test('moves that go round in a circle end', () => {
    expect(['a', 'b']).toContain(currentId('a', catalogue.moved));
    expect(currentId('toString/x', catalogue.moved)).toBe('toString/x');
  });

  test('progress: what is left, what is next, what is overdue; a step that is gone holds nobody up', () => {
    const done = new Set(['read:complaints/six-steps', 'quiz:complaints/six-steps']);
    const standing = ({ key }: { key: string }) => ({ isDone: done.has(key) });
    const progress = planProgress(stages, standing, '2027-01-02');
    expect(progress).toEqual({
      done: 3,
      of: 8,
      minutesLeft: 3 + 5 + 5 + 40 + 5,
      next: { stage: 0, step: 1 },
      stages: [
        { done: 2, of: 4, isOverdue: true },
        { done: 1, of: 4, isOverdue: false },
      ],
      isOverdue: true,
    });
    expect(planProgress(stages, standing, '2027-01-01').isOverdue).toBe(false);
    const all = planProgress(stages, () => ({ isDone: true }), '2028-01-01');
    expect(all).toMatchObject({ done: 8, minutesLeft: 0, isOverdue: false });
    expect(all.next).toBeUndefined();
  });
});

test('a quiz counts when enough is answered and the share of it is right', () => {
  expect(quizStanding(8, 2, 20, 0.8).isDone).toBe(true);
  expect(quizStanding(7, 3, 20, 0.8).isDone).toBe(false);
  expect(quizStanding(3, 0, 20, 0.8).isDone).toBe(false);
  expect(quizStanding(3, 0, 3, 1).isDone).toBe(true);
  expect(quizStanding(0, 0, 0, 0).isDone).toBe(false);
});

test('a step moves within its stage, over its edge into the next one, and not beyond the plan', () => {
  const names = (stages: Plan['stages']) => stages.map(({ steps }) => steps.map((step) => step.do).join(' '));
  expect(names(moveStep(plan.stages, 0, 0, 1))[0]).toBe('card read quiz assess');
  expect(names(moveStep(plan.stages, 0, 3, 1))).toEqual([
    'read card quiz',
    'assess practise on-the-job on-the-job read',
  ]);
  expect(names(moveStep(plan.stages, 1, 0, -1))[0]).toBe('read card quiz assess practise');
  expect(names(moveStep(plan.stages, 0, 0, -1))).toEqual(names(plan.stages));
});

test('a chosen step takes the minutes that a path of the site gives it', () => {
  const withPath = { ...catalogue, paths: { 'day-1': plan } };
  expect(makeStep('quiz', 'complaints/six-steps', withPath)).toEqual({
    do: 'quiz',
    topic: 'complaints/six-steps',
    pass: 0.8,
    minutes: 10,
  });
  expect(makeStep('practise', 'complaints/old-steps/story', withPath)).toMatchObject({ block: 'story', minutes: 5 });
  expect(makeStep('read', 'complaints/other', withPath).minutes).toBe(15);
});
