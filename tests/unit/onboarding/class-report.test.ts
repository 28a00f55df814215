import { describe, expect, test } from 'vitest';
import { collectResults, reportClass } from '../../../src/onboarding/class-report.ts';
import { formatResult, type Result } from '../../../src/onboarding/result-code.ts';

const base: Result = {
  plan: { id: 'K7Q2M9XA', title: '第一周' },
  name: '林晓',
  who: 'aaaaaaaa',
  lang: 'zh',
  at: 1_795_500_000,
  seconds: 600,
  stages: [
    { of: 3, done: 3, due: '2026-11-23' },
    { of: 4, done: 2, due: '2026-11-24' },
  ],
  questions: [
    { id: 'complaints/six-steps/aaaaa', first: 0, last: 1, times: 2 },
    { id: 'etiquette/smile/bbbbb', last: 0.5, times: 3 },
  ],
  scales: [],
};
const link = (change: Partial<Result>) => `https://a.test/trainer/#${formatResult({ ...base, ...change })}`;

describe('collecting', () => {
  test('finds results in the middle of a chat, and ignores what is none', () => {
    const text = `[09:12] 林晓: 我学完了 ${link({})}，请查收。\n[09:13] 王敏: 好的。\n${link({ who: 'bbbbbbbb', name: '周宁' })}.`;
    const { results, rejected, merged } = collectResults(text);
    expect(results.map(({ name }) => name).sort()).toEqual(['周宁', '林晓'].sort());
    expect({ rejected, merged }).toEqual({ rejected: [], merged: 0 });
  });

  test('of one person and plan the latest counts; the same name on another device is another person', () => {
    const later = { at: base.at + 60, seconds: 900 };
    const { results, merged, codes } = collectResults(
      [link(later), link({}), link({}), link({ who: 'cccccccc' })].join('\n'),
    );
    expect(results.map(({ who, seconds }) => [who, seconds])).toEqual([
      ['cccccccc', 600],
      ['aaaaaaaa', 900],
    ]);
    expect(merged).toBe(2);
    expect(collectResults(codes.join('\n')).results).toEqual(results);
  });

  test('says which code is cut, changed or too new, each once', () => {
    const whole = link({});
    const { results, rejected } = collectResults(
      [
        whole.slice(0, -5),
        whole.slice(0, -5),
        whole.replace(/.$/, '~'),
        `${whole.slice(0, -3)}AAA`,
        'r9.a.0000000.AAAA',
      ].join('\n'),
    );
    expect(results).toEqual([]);
    expect(rejected.map(({ fault }) => fault)).toEqual(['cut', 'cut', 'altered', 'newer']);
    expect(rejected.every(({ start }) => start.startsWith('r'))).toBe(true);
  });
});

test('the report: rows, hardest questions first, themes in their order', () => {
  const other: Result = {
    ...base,
    who: 'bbbbbbbb',
    name: '周宁',
    stages: base.stages.map((stage) => ({ ...stage, done: stage.of })),
    questions: [
      { id: 'complaints/six-steps/aaaaa', first: 1, last: 1, times: 1 },
      { id: 'etiquette/smile/bbbbb', first: 1, last: 1, times: 1 },
    ],
  };
  const report = reportClass([base, other], ['etiquette', 'management', 'complaints'], '2026-11-25');
  expect(report.rows.map(({ done, of, overdue, first, last }) => ({ done, of, overdue, first, last }))).toEqual([
    { done: 5, of: 7, overdue: 1, first: 0.25, last: 0.75 },
    { done: 7, of: 7, overdue: 0, first: 1, last: 1 },
  ]);
  expect(report.items.map(({ item, difficulty }) => [item, difficulty])).toEqual([
    ['complaints/six-steps/aaaaa', 0.5],
    ['etiquette/smile/bbbbb', 0.75],
  ]);
  expect(report.themes).toEqual([
    { theme: 'etiquette', answers: 2, first: 0.75, last: 0.75 },
    { theme: 'complaints', answers: 2, first: 0.5, last: 1 },
  ]);
  expect(reportClass([base], [], '2026-11-24').rows[0]?.overdue).toBe(0);
});
