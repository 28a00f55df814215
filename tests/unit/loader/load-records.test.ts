import fc from 'fast-check';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { loadRecords, loadRecordsOrThrow } from '../../../scripts/lib/load-records.ts';
import { fitCards } from '../../../scripts/lib/card-fit.ts';
import { applyRules } from '../../../src/check/check-records.ts';
import { copyContent } from '../check/copy-content.ts';

test('all of content, topics in reading order', () => {
  const { records, issues } = loadRecords(copyContent());
  expect(issues).toEqual([]);
  expect(records?.topics.map(({ id }) => id)).toEqual([
    'complaints/six-steps',
    'complaints/angry-customer',
    'phone/answering',
  ]);
  const [topic] = records!.topics;
  expect(topic).toMatchObject({
    file: 'content/topics/complaints/six-steps/topic.yaml',
    theme: 'complaints',
    slug: 'six-steps',
    prose: { zh: { file: 'content/topics/complaints/six-steps/zh.mdx' } },
  });
  expect(topic?.prose.en.source).toContain('<Block id="steps" />');
  expect([...records!.decks.keys()]).toEqual(['front-desk']);
  expect([...records!.paths.keys()]).toEqual(['first-week']);
  expect(records?.permalinks.data.cards).toEqual([{ number: 1, id: 'complaints/six-steps/six-steps', versions: [] }]);
  expect(records?.unread).toBeUndefined();
});

test('a broken file is left out, everything else is still there', () => {
  const { records, draft, issues } = loadRecords(copyContent('yaml-syntax.tab'));
  expect(records).toBeUndefined();
  expect(draft.topics.map(({ id }) => id)).toEqual(['complaints/six-steps', 'complaints/angry-customer']);
  expect([...draft.unread!]).toEqual(['content/topics/phone/answering/topic.yaml']);
  expect(draft.strayProse?.map(({ file }) => file)).toEqual([
    'content/topics/phone/answering/zh.mdx',
    'content/topics/phone/answering/en.mdx',
  ]);
  expect(issues).toHaveLength(1);
});

test('the site is told the whole report', () => {
  expect(() => loadRecordsOrThrow(copyContent('several.en'))).toThrowErrorMatchingInlineSnapshot(`
    [Error: content/topics/phone/answering/topic.yaml:2:1  unknown-key  Unknown key “descripton”.
      → Did you mean “description”?
    content/topics/phone/answering/topic.yaml:5:11  bad-date  “2026.11.20” cannot be read as a date.
      → Write 2026-11-20.
    content/topics/phone/answering/topic.yaml:11:10  unknown-curriculum-id  content/curriculum.yaml has no “answring-calls”.
      → Did you mean “answering-calls”?
    content/topics/phone/answering/topic.yaml:12:11  dangling-reference  There is no topic called “complaints/six-stepz”.
      → Did you mean “complaints/six-steps”?
    content/topics/phone/answering/topic.yaml:16:42  unknown-key  A comma cut the text in two, and “no more” became a key.
      → Put quotes round a text that holds a comma: en: 'Three habits, no more'

    content/topics/phone/answering/zh.mdx:1:5  mdx-syntax  A < in the prose is taken for the start of a tag, and cannot be read here.
      → Write “less than”; write an address as [text](address) and a comment as {/* … */}.
    content/topics/phone/answering/zh.mdx:3:1  missing-block  The prose places block “habit”, which topic.yaml does not have.
      → Did you mean <Block id="habits" />?

    Files: 2. Errors: 7. Warnings: 0.]
  `);
});

test('a warning does not stop the site', () => {
  expect(loadRecordsOrThrow(copyContent('placeholder-address')).topics).toHaveLength(3);
});

test('line ends and a byte order mark do not matter', () => {
  const root = copyContent();
  const file = 'content/decks/front-desk.yaml';
  writeFileSync(
    path.join(root, file),
    '\uFEFFtitle: { zh: 前台, en: Desk }\r\ndescription: { zh: 卡片, en: Cards }\r\ncards: all\r\n',
  );
  expect(loadRecords(root).records?.decks.get('front-desk')?.data.cards).toBe('all');
});

test('an empty folder is no topic, a name that cannot be an id is told', () => {
  const root = copyContent();
  mkdirSync(path.join(root, 'content/topics/phone/left-over'));
  mkdirSync(path.join(root, 'content/topics/phone/Hold On'));
  writeFileSync(path.join(root, 'content/topics/phone/Hold On/zh.mdx'), '');
  expect(loadRecords(root).issues.map(({ code, file }) => [code, file])).toEqual([
    ['missing-file', 'content/topics/phone/Hold On/en.mdx'],
    ['bad-id', 'content/topics/phone/Hold On/topic.yaml'],
    ['missing-file', 'content/topics/phone/Hold On/topic.yaml'],
  ]);
});

test('no content at all is told in Chinese, without throwing', () => {
  const root = copyContent();
  rmSync(path.join(root, 'content'), { recursive: true });
  expect(loadRecords(root).issues.map(({ message }) => message)).toEqual([
    '缺少文件 curriculum.yaml。',
    '缺少文件 glossary.yaml。',
    '缺少文件 permalinks.lock，不知道哪些链接已经发布过。',
    '缺少文件 site.yaml。',
    '缺少文件 translations.lock，不知道哪些链接已经发布过。',
  ]);
});

test('however a record is broken, the rules can be applied to what is left of it', async () => {
  const root = copyContent();
  const file = path.join(root, 'content/topics/complaints/angry-customer/topic.yaml');
  const lines = readFileSync(file, 'utf8').split('\n');
  const edit = fc.tuple(fc.nat(lines.length - 1), fc.constantFrom('drop', 'double', 'cut', 'rename', 'empty'));
  const broken = fc.array(edit, { minLength: 1, maxLength: 5 }).map((edits) =>
    edits.reduce((text, [at, how]) => {
      const line = text[at] ?? '';
      const made = {
        drop: [],
        double: [line, line],
        cut: [line.slice(0, -3)],
        rename: [line.replace(/[a-z](?=\w*:)/, '')],
        empty: [line.replace(/: .*/, ':')],
      }[how];
      return text.toSpliced(at, 1, ...made);
    }, lines),
  );
  await fc.assert(
    fc.asyncProperty(broken, async (text) => {
      writeFileSync(file, text.join('\n'));
      const { draft, issues } = loadRecords(root);
      for (const { position } of [...issues, ...applyRules(draft), ...(await fitCards(draft, process.cwd()))]) {
        expect(position.line).toBeGreaterThanOrEqual(1);
      }
    }),
    { numRuns: 80, seed: 11 },
  );
});
