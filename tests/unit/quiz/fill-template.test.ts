import { describe, expect, test } from 'vitest';
import { asPhrase, fillTemplate, quoted } from '../../../src/quiz/fill-template.ts';

describe('fillTemplate', () => {
  test('fills what it knows and leaves the rest', () => {
    expect(fillTemplate('{n} of {total}', { n: '2' })).toBe('2 of {total}');
  });

  test('takes a value with signs of its own as it is', () => {
    expect(fillTemplate('{a}', { a: '$& {b} <b>' })).toBe('$& {b} <b>');
  });

  test.each([
    ['“{act}”，该不该？', '板着脸。', '“板着脸”，该不该？'],
    ['打算“{act}”。', '说“是的，但是……”', '打算“说‘是的，但是……’”。'],
    ['“{act}”最好别说。', '“平时不会这样”', '“平时不会这样”最好别说。'],
    ['说：“{act}。”换成', '请稍等', '说：“请稍等。”换成'],
    ['说：“{act}。”换成', '您看行吗？', '说：“您看行吗？”换成'],
    ['say: “{act}.” Which', 'One moment', 'say: “One moment.” Which'],
    ['say: “{act}.” Which', '“One moment”', 'say: “One moment.” Which'],
  ])('%s with %s', (template, act, filled) => {
    expect(fillTemplate(template, { act })).toBe(filled);
  });
});

test('asPhrase takes the stop from one sentence and leaves two alone', () => {
  expect(asPhrase('用商量的口气。')).toBe('用商量的口气');
  expect(asPhrase('Ask first.')).toBe('Ask first');
  expect(asPhrase('Ask first. Then act.')).toBe('Ask first. Then act.');
  expect(asPhrase('先问。再办。')).toBe('先问。再办。');
  expect(asPhrase('Yes, but …')).toBe('Yes, but …');
});

test('quoted does not quote a quotation twice', () => {
  expect(quoted('“Yes?”')).toBe('“Yes?”');
  expect(quoted('“Yes” and “no”')).toBe('“‘Yes’ and ‘no’”');
});
