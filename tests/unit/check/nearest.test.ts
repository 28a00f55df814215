import { expect, test } from 'vitest';
import { nearest } from '../../../src/check/nearest.ts';

test.each([
  ['descripton', ['title', 'description', 'short'], 'description'],
  ['alais', ['aliases', 'alias'], 'alias'],
  ['Block', ['block'], 'block'],
  ['clming', ['complaints/calming', 'complaints/six-steps'], 'complaints/calming'],
  ['complaints/clming', ['complaints/calming', 'service-cycle/calming'], 'complaints/calming'],
  ['complaint/calming', ['complaints/calming'], 'complaints/calming'],
])('%s means one of %j: %s', (word, candidates, expected) => {
  expect(nearest(word, candidates)).toBe(expected);
});

test.each([
  ['teacher', ['title', 'order']],
  ['cn', ['zh', 'en']],
  ['complaints/six', ['complaints/calming']],
  ['anything', []],
])('%s means none of %j', (word, candidates) => {
  expect(nearest(word, candidates)).toBeUndefined();
});
