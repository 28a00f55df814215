import { describe, expect, test } from 'vitest';
import {
  bestPath,
  decisionsAhead,
  isOnLoop,
  reachableScenes,
  type StoryWays,
} from '../../../src/quiz/scenario-path.ts';

const choice = (id: string, next: string, effect: 'helps' | 'half' | 'hurts' = 'hurts') => ({ id, next, effect });

/** Two decisions on the short way, three on the long one, an end each. */
const story: StoryWays[] = [
  { id: 'desk', choices: [choice('argue', 'quarrel'), choice('listen', 'offer', 'helps')] },
  { id: 'quarrel', choices: [choice('sorry', 'offer', 'half'), choice('prove', 'gone')] },
  { id: 'offer', choices: [choice('vague', 'later', 'half'), choice('plan', 'later', 'helps')] },
  { id: 'later', choices: [], next: 'settled' },
  { id: 'settled', choices: [] },
  { id: 'gone', choices: [] },
];

test('every scene is reached, by the way that leads to it', () => {
  expect([...reachableScenes(story)].sort()).toEqual(['desk', 'gone', 'later', 'offer', 'quarrel', 'settled']);
  expect(reachableScenes(story.filter(({ id }) => id !== 'quarrel')).has('gone')).toBe(false);
});

test('the decisions still ahead are those of the longest way', () => {
  expect(['desk', 'quarrel', 'offer', 'later', 'gone'].map((id) => decisionsAhead(story, id))).toEqual([3, 2, 1, 0, 0]);
});

test('a way that comes back is a loop, for every scene on it and for no other', () => {
  const looped = story.map((scene) => (scene.id === 'later' ? { ...scene, next: 'quarrel' } : scene));
  expect(looped.filter(({ id }) => isOnLoop(looped, id)).map(({ id }) => id)).toEqual(['quarrel', 'offer', 'later']);
  expect(story.some(({ id }) => isOnLoop(story, id))).toBe(false);
});

describe('the best path', () => {
  test('takes what helps at every decision', () => {
    expect(bestPath(story)).toEqual(['desk/listen', 'offer/plan']);
  });

  test('is the same in whatever order the choices stand', () => {
    const turned = story.map((scene) => ({ ...scene, choices: scene.choices.toReversed() }));
    expect(bestPath(turned)).toEqual(bestPath(story));
  });
});
