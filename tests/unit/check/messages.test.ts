import { expect, test } from 'vitest';
import { ISSUE_CODES } from '../../../src/check/issue-codes.ts';
import { fillText, ISSUE_TEXTS, makeIssue, type MessageId } from '../../../src/check/make-issue.ts';
import { LANGS } from '../../../src/model/localized.ts';

const placeholders = (text: string) => [...text.matchAll(/\{([a-zA-Z]+)\}/g)].map(([, name]) => name).sort();

/** Every text of a tree of texts, by the path of its keys. */
function textsIn(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]: [string, string | object]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : textsIn(value, `${path}${key} › `),
  );
}

test('both languages say the same things about the same values', () => {
  const [zh, en] = LANGS.map((lang) => new Map(textsIn(ISSUE_TEXTS[lang])));
  expect([...en!.keys()]).toEqual([...zh!.keys()]);
  for (const [key, text] of zh!) expect([key, placeholders(en!.get(key)!)]).toEqual([key, placeholders(text)]);
});

test('every wording belongs to a code and every code has a wording', () => {
  const worded = new Set(Object.keys(ISSUE_TEXTS.zh.messages).map((id) => id.split('/')[0]));
  expect([...worded].sort()).toEqual(Object.keys(ISSUE_CODES).sort());
});

test('an issue carries code, severity, place and the filled-in words', () => {
  const place = { file: 'content/site.yaml', position: { line: 3, column: 5 } };
  expect(
    makeIssue('en', 'dangling-reference/nearest', place, { what: { thing: 'card' }, id: 'a/b/c', nearest: 'a/b/d' }),
  ).toMatchInlineSnapshot(`
      {
        "code": "dangling-reference",
        "file": "content/site.yaml",
        "hint": "Did you mean “a/b/d”?",
        "message": "There is no card called “a/b/c”.",
        "position": {
          "column": 5,
          "line": 3,
        },
        "severity": "error",
      }
    `);
});

test('a value may itself look like a placeholder', () => {
  expect(fillText('zh', '{a} {b} {c}', { a: '{b}', b: ['x', 'y'] })).toBe('{b} x、y {c}');
});

test('a card that does not fit is told by side, language and size', () => {
  const id: MessageId = 'card-overflow';
  const place = { file: 'content/topics/a/b/topic.yaml', position: { line: 1, column: 1 } };
  const face = { side: { thing: 'front' }, lang: { thing: 'zh' }, size: '工牌' } as const;
  const values = { card: 'a/b/c', ...face, detail: '多了 6 个字' };
  expect(makeIssue('zh', id, place, values).message).toBe('卡片“a/b/c”的正面（中文，工牌）放不下：多了 6 个字');
});
