import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { fitCards } from '../../../scripts/lib/card-fit.ts';
import { checkContent } from '../../../scripts/lib/check-content.ts';
import { loadRecordsOrThrow } from '../../../scripts/lib/load-records.ts';
import { writeNewTopic } from '../../../scripts/lib/new-topic.ts';
import { today } from '../../../scripts/lib/today.ts';
import { LANGS } from '../../../src/model/localized.ts';
import { copyContent } from '../check/copy-content.ts';

const DAY = '2026-12-01';

test('a new topic is whole: nothing is wrong with it but what its author has to write', async () => {
  const root = copyContent();
  expect(writeNewTopic(root, 'complaints/refunds', DAY)).toMatchInlineSnapshot(`
    {
      "isDone": true,
      "message": "已写好：
      content/topics/complaints/refunds/topic.yaml
      content/topics/complaints/refunds/zh.mdx
      content/topics/complaints/refunds/en.mdx
    标着“待写”的地方换成自己的文字；npm run check 会一处处列出来。",
    }
  `);

  const { issues, isBroken } = await checkContent(root, { fitCards, today: DAY });
  expect(isBroken).toBe(false);
  expect(new Set(issues.map(({ code }) => code))).toEqual(new Set(['placeholder-text']));
  const files = ['topic.yaml', 'zh.mdx', 'en.mdx'].map((file) => `content/topics/complaints/refunds/${file}`);
  expect(new Set(issues.map(({ file }) => file))).toEqual(new Set(files));

  const topic = loadRecordsOrThrow(root).topics.find(({ id }) => id === 'complaints/refunds');
  expect(topic?.data).toMatchObject({
    order: 3,
    owner: { zh: '培训组', en: 'Training team' },
    reviewed: DAY,
    reviewEveryMonths: 12,
  });
  for (const lang of LANGS) expect(topic?.prose[lang].source).toMatch(/^<Block id="list" \/>\n/);
});

test('a second new topic takes the next place and clashes with nothing', async () => {
  const root = copyContent();
  writeNewTopic(root, 'phone/holding', DAY);
  writeNewTopic(root, 'phone/transfers', DAY);
  const orders = loadRecordsOrThrow(root).topics.filter(({ theme }) => theme === 'phone');
  expect(orders.map(({ slug, data }) => [slug, data.order])).toEqual([
    ['answering', 1],
    ['holding', 2],
    ['transfers', 3],
  ]);
  expect((await checkContent(root, {})).isBroken).toBe(false);
});

test.each([
  [
    'complaints/six-steps',
    '“complaints/six-steps”已经有了，什么都没有写。要改它，就直接打开 content/topics/complaints/six-steps/。',
  ],
  ['complaints/index', '“index”是网站自己要用的网址，主题不能叫这个名字。换一个，例如“complaints/index-guide”。'],
  ['complaint/refunds', '没有叫“complaint”的分类。是不是想写“complaints/refunds”？'],
  ['warehouse/refunds', '没有叫“warehouse”的分类。可以用的：complaints、phone。'],
  ['Complaints/My_Refunds', '“Complaints/My_Refunds”不能当主题的 id。改成“complaints/my-refunds”。'],
  ['refunds', '“refunds”不能当主题的 id。写成“分类/主题”，只用小写字母、数字和连字符，例如 complaints/refunds。'],
  [
    'complaints/../refunds',
    '“complaints/../refunds”不能当主题的 id。写成“分类/主题”，只用小写字母、数字和连字符，例如 complaints/refunds。',
  ],
  [
    undefined,
    '用法：\n  npm run new -- topic <分类/主题>，例如 complaints/refunds\n  npm run new -- --translated <主题的 id，或 all>',
  ],
])('nothing is written for %s, and the message says why', (id, why) => {
  const root = copyContent();
  const file = path.join(root, 'content/topics/complaints/six-steps/topic.yaml');
  const before = readFileSync(file, 'utf8');
  expect(writeNewTopic(root, id, DAY)).toEqual({ isDone: false, message: why });
  expect(readFileSync(file, 'utf8')).toBe(before);
  expect(loadRecordsOrThrow(root).topics).toHaveLength(3);
});

test('a name whose old links lead elsewhere is refused', () => {
  const root = copyContent('dangling-reference.redirect');
  const file = 'content/permalinks.lock';
  writeFileSync(path.join(root, file), readFileSync(path.join(root, file), 'utf8').replace('six-stepz', 'six-steps'));
  expect(writeNewTopic(root, 'complaints/old-topic', DAY)).toEqual({
    isDone: false,
    message:
      '“complaints/old-topic”以前发布过，旧链接现在转到 complaints/six-steps，什么都没有写。换个名字，或先从 content/permalinks.lock 的 redirects 里删掉它。',
  });
});

test('today is the calendar day of the place where the command runs', () => {
  expect(today(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
});
