import { expect, test } from 'vitest';
import { termFinder } from '../../../src/search/find-terms.ts';

const named = (...names: string[]) => names.map((name) => ({ id: name, name }));
const marked = (text: string, lang: 'zh' | 'en', names: string[]) =>
  termFinder(named(...names), lang)(text).map(({ id, start, end }) => [id, text.slice(start, end)]);

test('Chinese terms are found as they are written, the longest first', () => {
  expect(marked('客户心理和客户的事', 'zh', ['客户', '客户心理'])).toEqual([
    ['客户心理', '客户心理'],
    ['客户', '客户'],
  ]);
});

test.each([
  ['Complaints, a complaint', ['Complaint'], ['Complaints', 'complaint']],
  ['two apologies', ['Apology'], ['apologies']],
  ['an emotional skill', ['Emotional skills'], ['emotional skill']],
  ['their moments of\ntruth', ['Moment of truth'], ['moments of\ntruth']],
  ['a win–win ending', ['Win-win'], ['win–win']],
  ['Three don’ts, two lacks', ["Three don'ts, two lacks"], ['Three don’ts, two lacks']],
])('English terms are whole words in either number: %s', (text, names, found) => {
  expect(marked(text, 'en', names).map(([, words]) => words)).toEqual(found);
});

test.each(['noiseless', 'a noise-free room', 'anti-noise'])('no term in %s', (text) => {
  expect(marked(text, 'en', ['Noise'])).toEqual([]);
});

test('in quotation marks a term is found only when it stands there alone', () => {
  expect(marked('“道歉”说的是“先道歉再补”，见《道歉的学问》', 'zh', ['道歉'])).toEqual([['道歉', '道歉']]);
});

test('signs in a term are no pattern, and no terms find nothing', () => {
  expect(marked('a.b axb (x)', 'en', ['a.b', '(x)'])).toEqual([
    ['a.b', 'a.b'],
    ['(x)', '(x)'],
  ]);
  expect(termFinder([], 'zh')('投诉')).toEqual([]);
});
