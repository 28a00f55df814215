import fc from 'fast-check';
import { load, CORE_SCHEMA } from 'js-yaml';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { topic } from '../../../src/blocks/registry.ts';
import { parseRecord } from '../../../src/check/parse-record.ts';
import { parseYaml } from '../../../src/check/shape/parse-yaml.ts';
import { STAND_INS } from '../../../src/check/shape/stand-ins.ts';

const ROOT = path.join(import.meta.dirname, '../../..');
const GOOD = path.join(ROOT, 'tests/fixtures/good/content/topics/complaints/six-steps/topic.yaml');
const source = readFileSync(GOOD, 'utf8');

const parse = (text: string) =>
  parseRecord({ file: 'topic.yaml', source: text, schema: topic, standIns: STAND_INS.topic, lang: 'zh' });

test('a sound record is read, with the places of its values', () => {
  const { record, issues } = parse(source);
  expect(issues).toEqual([]);
  expect(record?.data.blocks.map(({ id }) => id)).toEqual(['steps', 'win-win']);
  expect(record?.lost).toBeUndefined();
  expect(record?.locate(['blocks', 0, 'steps', 1, 'short', 'en'])).toEqual({ line: 26, column: 30 });
  expect(record?.locate(['blocks', 0, 'steps', 1, 'harm', 'en'])).toEqual({ line: 24, column: 9 });
});

test('the sound parts of a broken record are kept, and the names of the rest', () => {
  const broken = source
    .replace('2026-11-20', 'soon')
    .replace('text: { zh: 用姓氏称呼对方, en: Use their name }', 'txt: 用姓氏称呼对方')
    .replace('term: { zh: 双赢, en: Win-win }', 'term: { zh: 双赢 }');
  const { record, issues } = parse(broken);
  expect(issues.map(({ code, position }) => [code, position.line])).toEqual([
    ['bad-date', 5],
    ['unknown-key', 23],
    ['missing-language', 46],
  ]);
  expect([...(record?.lost ?? [])]).toEqual(['reviewed', 'soon', 'use-name']);
  expect(record?.data.reviewed).toBe('2000-01-01');
  expect(record?.data.blocks[1]).toMatchObject({ id: 'win-win', term: { zh: '双赢', en: '双赢' } });
});

test('nothing is kept of a file that is no record', () => {
  for (const text of ['', 'hello', '- a\n- b', '42', 'title: [']) {
    const { record, issues } = parse(text);
    expect(record).toBeUndefined();
    expect(issues.length).toBeGreaterThan(0);
  }
});

test('the quick reader and the one that knows lines read the same', () => {
  const folders = [path.join(ROOT, 'content'), path.join(ROOT, 'tests/fixtures')];
  const sound = folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file)),
    )
    .filter((file) => /content.*\.(yaml|lock)$/.test(file))
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }))
    .map(({ file, text }) => ({ file, text, slow: parseYaml(text) }))
    .filter(({ slow }) => slow.faults.length === 0);
  expect(sound.length).toBeGreaterThan(50);
  for (const { file, text, slow } of sound)
    expect([file, load(text, { schema: CORE_SCHEMA })]).toEqual([file, slow.data]);
});

test('whatever is typed, there is a record without issues or an issue inside the file', () => {
  const scraps = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ':',
    ': ',
    ', ',
    '，',
    '：',
    '\n',
    '\t',
    '  ',
    '- ',
    "'",
    '"',
    '#',
    '*a',
    '&a ',
    '!',
    '|',
    '>',
    '@',
    '\0',
    '---\n',
    '客户',
    'zh',
    'null',
  );
  const edit = fc.tuple(fc.nat(source.length), fc.nat(12), scraps);
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
      const text = edits.reduce((before, [at, cut, put]) => before.slice(0, at) + put + before.slice(at + cut), source);
      const { record, issues } = parse(text);
      const lines = text.split('\n').length;
      if (issues.length === 0) expect(record?.lost).toBeUndefined();
      for (const { position, message, hint } of issues) {
        expect(position.line).toBeGreaterThanOrEqual(1);
        expect(position.line).toBeLessThanOrEqual(lines);
        expect(position.column).toBeGreaterThanOrEqual(1);
        expect(`${message}${hint}`).not.toMatch(/\{[a-z]+\}/);
      }
    }),
    { numRuns: 150, seed: 7 },
  );
});
