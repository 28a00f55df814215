import { expect, test } from 'vitest';
import { displayWidth } from '../../../src/check/display-width.ts';
import { makeIssue } from '../../../src/check/make-issue.ts';
import type { QuestionBalance } from '../../../src/check/question-balance.ts';
import { reportJson } from '../../../src/check/report-json.ts';
import { reportText } from '../../../src/check/report-text.ts';

const issues = [
  makeIssue('zh', 'missing-key', { file: 'content/a.yaml', position: { line: 1, column: 1 } }, { key: 'owner' }),
  makeIssue('zh', 'bad-date', { file: 'content/a.yaml', position: { line: 5, column: 11 } }, { value: '去年' }),
  makeIssue('zh', 'placeholder-address/missing', { file: 'content/site.yaml', position: { line: 1, column: 1 } }),
];
const coverage = [
  { theme: 'foundations', title: '服务基础', topics: 0, covered: 0, all: 32, uncovered: ['a'] },
  { theme: 'complaints', title: '投诉', topics: 3, covered: 20, all: 27, uncovered: ['b'] },
  { theme: 'cycle', title: '服务周期', topics: 6, covered: 25, all: 25, uncovered: [] },
];

test('for people: by file, with coverage and counts', () => {
  expect(reportText(issues, { lang: 'zh', coverage })).toMatchInlineSnapshot(`
    "content/a.yaml:1:1  missing-key  缺少“owner”。
      → 加一行“owner: …”。
    content/a.yaml:5:11  bad-date  “去年”不是能读出来的日期。
      → 写成年-月-日，例如 2026-11-20。

    content/site.yaml:1:1  placeholder-address (提醒)  没有写网址，卡片上的二维码没有地方可去。
      → 加一行“address: https://…”，或在生成时设 SITE_URL。

    课程要点：已讲 / 全部
      服务基础  ░░░░░░░░░░░░░░░░░░░░   0 / 32  还没有主题
      投诉      ██████████████░░░░░░  20 / 27
      服务周期  ████████████████████  25 / 25
      合计      ██████████░░░░░░░░░░  45 / 84

    2 个文件里有 2 个错误、1 个提醒。"
  `);
});

test('colours mark the parts and change no words', () => {
  const painted = reportText(issues, { lang: 'zh', coverage, paint: (style, text) => `<${style}>${text}</${style}>` });
  expect(painted.replace(/<\/?[a-z]+>/g, '')).toBe(reportText(issues, { lang: 'zh', coverage }));
  expect(painted).toContain('<place>content/a.yaml:1:1</place>  <error>missing-key</error>');
  expect(painted).toContain('<warning>placeholder-address (提醒)</warning>');
});

test('nothing wrong is said too', () => {
  expect(reportText([], { lang: 'en' })).toBe('Nothing wrong found.');
});

const questions: QuestionBalance[] = [
  {
    lang: 'en',
    questions: 500,
    themes: 8,
    types: [
      { type: 'choice', count: 300 },
      { type: 'sort', count: 200 },
    ],
    largestPattern: { pattern: 'better', share: 0.2 },
    longestKeys: 0.31,
    shortestKeys: 0.29,
    longestDecisionKeys: 0.27,
    keyPlaces: [80, 70, 75, 75],
    faults: ['alike theme/topic/block/authored/one'],
  },
];

test('the questions: how many, how balanced, and what is wrong with which', () => {
  const report = reportText([], { lang: 'en', questions });
  expect(report).toContain('500 questions, 8 themes. choice 300 · sort 200. Largest pattern: better, 20%');
  expect(report).toContain(
    'longest option in 31%, the shortest in 29%; the longest in 27% of the decisions in stories; keys by place: 80 · 70 · 75 · 75. Faults: 1.',
  );
  expect(report).toContain('alike theme/topic/block/authored/one');
});

test('for programs: issues, coverage, questions, counts', () => {
  expect(JSON.parse(reportJson(issues, coverage, questions))).toEqual({
    issues,
    coverage,
    questions,
    counts: { errors: 2, warnings: 1 },
  });
});

test('a Chinese character takes two columns', () => {
  expect(displayWidth('投诉ab')).toBe(6);
  expect(displayWidth('“e\u0301”')).toBe(3);
});
