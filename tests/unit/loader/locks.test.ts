import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkContent } from '../../../scripts/lib/check-content.ts';
import { confirmTranslations } from '../../../scripts/lib/confirm-translations.ts';
import { loadRecordsOrThrow } from '../../../scripts/lib/load-records.ts';
import { publishLocks } from '../../../scripts/lib/publish-locks.ts';
import { cardNumbers } from '../../../src/blocks/card-numbers.ts';
import { derivedTexts } from '../../../src/blocks/derived-texts.ts';
import { movedAddresses } from '../../../src/blocks/published.ts';
import { copyContent } from '../check/copy-content.ts';

const SIX = 'content/topics/complaints/six-steps/topic.yaml';
const ANSWERING = 'content/topics/phone/answering/topic.yaml';

const LOCK = 'content/permalinks.lock';

const read = (root: string, file: string) => readFileSync(path.join(root, file), 'utf8');
const locksOf = (root: string) => [read(root, 'content/permalinks.lock'), read(root, 'content/translations.lock')];

/** Puts a new text in place of an old one that must be there. */
function edit(root: string, file: string, from: string, to: string): void {
  const text = read(root, file);
  expect(text).toContain(from);
  writeFileSync(path.join(root, file), text.replace(from, to));
}

/** Moves a topic, and every reference to it but those of the locks. */
function renameTopic(root: string, from: string, to: string): void {
  renameSync(path.join(root, 'content/topics', from), path.join(root, 'content/topics', to));
  for (const name of readdirSync(path.join(root, 'content'), { recursive: true, encoding: 'utf8' })) {
    const file = path.join(root, 'content', name);
    if (!/\.(yaml|mdx)$/.test(file)) continue;
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(from, to));
  }
}

const addCard = (root: string, file: string, id: string, block: string) => {
  const card = `  - { id: ${id}, title: { zh: 卡片, en: Card }, front: { block: ${block} }, back: { block: ${block} } }\n`;
  const text = read(root, file);
  writeFileSync(
    path.join(root, file),
    text.includes('\ncards:\n') ? text.replace('\ncards:\n', `\ncards:\n${card}`) : `${text}cards:\n${card}`,
  );
};

test('what is published is added, and published once', () => {
  const root = copyContent();
  expect(publishLocks(root)).toEqual({
    isPublished: true,
    message: '已记入 24 个 id、4 个网址、0 张新卡片、1 个卡片版本、79 段译文。',
  });
  const first = locksOf(root);
  expect(first[0]).toMatch(/^# 已经发布的 id.*\n\nids:\n {2}- complaints\/six-steps\n/);
  expect(first[0]).toContain('  - /phone/answering/\n');
  expect(first[1]).toMatch(/\n {2}complaints\/six-steps\/steps\/opening#short@zh: \{ from: \w{11}, made: \w{11} \}\n/);

  expect(publishLocks(root)).toEqual({ isPublished: true, message: '没有新东西要记。' });
  expect(locksOf(root)).toEqual(first);
});

test('card numbers are never reused and new cards take the next ones in order of id', () => {
  const root = copyContent();
  publishLocks(root);
  addCard(root, ANSWERING, 'habits', 'habits');
  addCard(root, SIX, 'both-win', 'win-win');
  const expected = new Map([
    ['complaints/six-steps/both-win', 2],
    ['complaints/six-steps/six-steps', 1],
    ['phone/answering/habits', 3],
  ]);
  expect(cardNumbers(loadRecordsOrThrow(root))).toEqual(expected);
  publishLocks(root);
  addCard(root, ANSWERING, 'again', 'habits');
  expect(cardNumbers(loadRecordsOrThrow(root))).toEqual(new Map([...expected, ['phone/answering/again', 4]]));
});

test('a card gets a new version when its words change, and the old one stays', () => {
  const root = copyContent();
  publishLocks(root);
  edit(root, SIX, 'short: { zh: 开场, en: Open }', 'short: { zh: 接住, en: Open }');
  publishLocks(root);
  const [card] = loadRecordsOrThrow(root).permalinks.data.cards;
  expect(card?.versions.map(({ reviewed, front }) => [reviewed, front['zh']])).toEqual([
    ['2026-11-20', ['投诉六步', '1 开场', '2 提问']],
    ['2026-11-20', ['投诉六步', '1 接住', '2 提问']],
  ]);
  expect(new Set(card?.versions.map(({ hash }) => hash)).size).toBe(2);

  edit(root, SIX, 'short: { zh: 接住, en: Open }', 'short: { zh: 开场, en: Open }');
  publishLocks(root);
  expect(loadRecordsOrThrow(root).permalinks.data.cards[0]?.versions).toHaveLength(2);
});

test.each([
  ['placeholder-address', '没有发布：网址 https://fuwu.example.com/ 只是占位。'],
  ['placeholder-address.missing', '没有发布：content/site.yaml 里没有网址（address）。'],
])('without a real address nothing is written: %s', (fixture, reason) => {
  const root = copyContent(fixture);
  const before = locksOf(root);
  expect(publishLocks(root)).toEqual({
    isPublished: false,
    message: `${reason}\n卡片上的二维码要印上真实的网址。先把 content/site.yaml 的 address 换成你们的网址，或设 SITE_URL，再运行一次。什么都没有写入。`,
  });
  expect(locksOf(root)).toEqual(before);
  expect(publishLocks(root, 'https://fuwu.your-company.cn/').isPublished).toBe(true);
});

test('broken content is not published', () => {
  const root = copyContent('bad-date');
  const before = locksOf(root);
  const { isPublished, message } = publishLocks(root);
  expect(isPublished).toBe(false);
  expect(message).toContain('bad-date');
  expect(locksOf(root)).toEqual(before);
});

test('what is still to be written is not published', () => {
  const root = copyContent('placeholder-text');
  const before = locksOf(root);
  expect(publishLocks(root)).toMatchInlineSnapshot(`
    {
      "isPublished": false,
      "message": "没有发布：有 3 处还没有写。卡片一印出去就收不回来，写完再发布；什么都没有写入。
    content/topics/phone/answering/topic.yaml:9:8  placeholder-text (提醒)  还没有写：待写：phone/answering别名1
      → 换成自己的文字，用不着就删掉。
    content/topics/phone/answering/topic.yaml:20:34  placeholder-text (提醒)  还没有写：To write: thing 2 to do
      → 换成自己的文字，用不着就删掉。

    content/topics/phone/answering/zh.mdx:3:1  placeholder-text (提醒)  还没有写：待写：常见的错误和例外。
      → 换成自己的文字，用不着就删掉。

    2 个文件里有 0 个错误、3 个提醒。",
    }
  `);
  expect(locksOf(root)).toEqual(before);
});

test('a changed original shows its translation and its short as behind until they are confirmed', async () => {
  const root = copyContent();
  publishLocks(root);
  edit(root, SIX, 'title: { zh: 开场：让人放下戒备', 'title: { zh: 开场：先让人坐下');
  const behind = async () => (await checkContent(root, {})).issues.map(({ code, position }) => [code, position.line]);
  expect(await behind()).toEqual([
    ['translation-behind', 19],
    ['short-behind', 20],
  ]);

  publishLocks(root);
  expect(await behind()).toHaveLength(2);

  expect(confirmTranslations(root, 'complaints/angry-customer').message).toBe(
    'complaints/angry-customer：已确认 0 段译文。',
  );
  expect(await behind()).toHaveLength(2);
  expect(confirmTranslations(root, 'complaints/six-steps').message).toBe('complaints/six-steps：已确认 2 段译文。');
  expect(await behind()).toEqual([]);
});

test('original and translation changed together are not behind', async () => {
  const root = copyContent();
  publishLocks(root);
  edit(root, SIX, '{ zh: 求双赢, en: Both win }', '{ zh: 双赢, en: Everybody wins }');
  expect((await checkContent(root, {})).issues).toEqual([]);
  expect(publishLocks(root).message).toContain('1 段译文');
});

test('only a topic that exists can be confirmed', () => {
  const root = copyContent();
  expect(confirmTranslations(root, 'six-step')).toEqual({
    isDone: false,
    message: '没有叫“six-step”的主题。是不是想写“complaints/six-steps”？',
  });
  expect(confirmTranslations(root, undefined).message).toBe('用法：npm run new -- --translated <主题的 id，或 all>');
});

test('a published address that is gone leads to where its content lives now', async () => {
  const root = copyContent();
  publishLocks(root);
  edit(root, 'content/permalinks.lock', 'ids:\n', 'ids:\n  - complaints/five-steps\n  - complaints/five-steps/list\n');
  edit(root, 'content/permalinks.lock', 'urls:\n', 'urls:\n  - /complaints/five-steps/\n  - /c/9/\n');
  edit(
    root,
    'content/permalinks.lock',
    'cards:\n',
    'cards:\n  - { number: 9, id: complaints/five-steps/card, versions: [] }\n',
  );
  expect((await checkContent(root, {})).issues.map(({ message }) => message)).toEqual([
    '已经发布的“complaints/five-steps”不见了，旧链接和旧卡片会失效。',
  ]);

  edit(
    root,
    'content/permalinks.lock',
    'redirects: {}',
    'redirects:\n  # 合并了\n  complaints/five-steps: complaints/six-steps\n',
  );
  expect((await checkContent(root, {})).issues).toEqual([]);
  expect(movedAddresses(loadRecordsOrThrow(root))).toEqual([
    { from: '/complaints/five-steps/', to: '/complaints/six-steps/', anchors: { list: '/complaints/six-steps/' } },
    { from: '/c/9/', to: '/complaints/six-steps/', anchors: {} },
  ]);

  addCard(root, SIX, 'another', 'steps');
  publishLocks(root);
  expect(read(root, 'content/permalinks.lock')).toContain('# 合并了');
});

test('a renamed topic needs a redirect, and takes its blocks and cards along, through a second renaming as well', async () => {
  const root = copyContent();
  const hints = async () => (await checkContent(root, {})).issues.map(({ code, hint }) => `${code}: ${hint}`);
  const advice = 'permalink-gone: 把它改回来，或在这个文件的 redirects 下加一行：';
  publishLocks(root);

  renameTopic(root, 'complaints/six-steps', 'complaints/settling');
  expect(await hints()).toEqual([`${advice}complaints/six-steps: complaints/settling`]);
  edit(root, LOCK, 'redirects: {}', 'redirects:\n  complaints/six-steps: complaints/settling');
  expect(await hints()).toEqual([]);
  publishLocks(root);

  renameTopic(root, 'complaints/settling', 'complaints/settling-it');
  expect(await hints()).toEqual([`${advice}complaints/settling: complaints/settling-it`]);
  edit(root, LOCK, 'redirects:\n', 'redirects:\n  complaints/settling: complaints/settling-it\n');
  expect(await hints()).toEqual([]);
  expect(movedAddresses(loadRecordsOrThrow(root))).toEqual([
    { from: '/complaints/six-steps/', to: '/complaints/settling-it/', anchors: {} },
    { from: '/c/1/', to: '/c/3/', anchors: {} },
    { from: '/c/2/', to: '/c/3/', anchors: {} },
    { from: '/complaints/settling/', to: '/complaints/settling-it/', anchors: {} },
  ]);
});

test('redirects that lead in a circle or nowhere are named', async () => {
  const root = copyContent();
  publishLocks(root);
  edit(root, LOCK, 'redirects: {}', 'redirects:\n  old/one: old/two\n  old/two: old/one\n  old/three: old/four');
  expect((await checkContent(root, {})).issues.map(({ code }) => code)).toEqual(
    Array.from({ length: 3 }, () => 'dangling-reference'),
  );
});

test('a published path that is gone is missed', async () => {
  const root = copyContent();
  publishLocks(root);
  renameSync(path.join(root, 'content/paths/first-week.yaml'), path.join(root, 'content/paths/week-one.yaml'));
  expect((await checkContent(root, {})).issues.map(({ message }) => message)).toEqual([
    '已经发布的“onboarding/first-week”不见了，旧链接和旧卡片会失效。',
  ]);
});

test('every derived text of the content has a name of its own', () => {
  const records = loadRecordsOrThrow(copyContent());
  const keys = derivedTexts(records).map(({ key }) => key);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  expect(keys).toContain('complaints/six-steps/steps/use-name#text');
  expect(keys).toContain('complaints/six-steps/steps/questions:first-words/options:name#feedback');
  expect(keys).toContain('complaints/angry-customer/lift/arrival/choices:name#why');
  expect(keys).toContain('paths/first-week/monday#title');
});
