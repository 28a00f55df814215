import { expect, test } from 'vitest';
import { excerptOf } from '../../../src/search/find-sections.ts';

test.each([
  ['都办好了，\n周六来取。', '都办好了周六来取', true],
  ['都办好了周六来取', '都办好了，周六来取！', true],
  ['Let me check, then call you back.', 'let me check then call you back', true],
  ['the art of asking', 'heart', false],
  ['周六来取', '周日来取', false],
  ['周六来取', '？', false],
])('“%s” quotes “%s”: %s, whatever the stops', (text, query, isQuoted) => {
  expect(excerptOf(text, query).isQuoted).toBe(isQuoted);
});
