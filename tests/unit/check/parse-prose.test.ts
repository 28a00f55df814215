import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseProse } from '../../../src/check/prose/parse-prose.ts';

const parse = (source: string) => parseProse({ file: 'zh.mdx', source });

test('placements, diagrams and their places', () => {
  const prose = parse(
    '开头。\n\n<Block id="steps" />\n\n:::note[延伸]\n```mermaid\nflowchart TD\n  a --> b\n```\n:::\n',
  );
  expect(prose.faults).toEqual([]);
  expect(prose.placements).toEqual([{ id: 'steps', alone: true, position: { line: 3, column: 1 } }]);
  expect(prose.diagrams).toEqual([
    { source: 'flowchart TD\n  a --> b', position: { line: 6, column: 1 }, start: { line: 7, column: 1 } },
  ]);
});

test('a line that cannot be read does not hide the others', () => {
  const { faults, placements, unreadIds } = parse(
    '等 <3 秒\n\n<Block id="a" />\n\n写 {姓 名}\n\n<Block id="b" x=1 />\n\n<Block id="c" />',
  );
  expect(faults.map(({ position }) => position)).toEqual([
    { line: 1, column: 4 },
    { line: 5, column: 3 },
    { line: 7, column: 17 },
  ]);
  expect(placements.map(({ id }) => id)).toEqual(['a', 'c']);
  expect([...unreadIds]).toEqual(['b']);
});

test('comments are no code', () => {
  expect(parse('{/* 待补 */}\n\n正文 {/* 注 */}。').expressions).toEqual([]);
  expect(parse('正文 {名字}。').expressions).toEqual([{ code: '名字', position: { line: 1, column: 4 } }]);
});

test('whatever is typed, reading ends without throwing', () => {
  const scraps = fc.constantFrom(
    '<',
    '>',
    '{',
    '}',
    '/',
    '<Block ',
    'id="a"',
    '/>',
    '\n\n',
    '\n',
    '`',
    '```mermaid\n',
    ':::',
    ':::note\n',
    '- ',
    '> ',
    'import a',
    'export ',
    '文字',
    '**',
    '|',
    '\t',
    '<!--',
    '-->',
    '&lt;',
    '\\',
  );
  fc.assert(
    fc.property(fc.array(scraps, { maxLength: 25 }), (parts) => {
      const { faults } = parse(parts.join(''));
      for (const { position } of faults) expect(position.line).toBeGreaterThanOrEqual(1);
    }),
    { numRuns: 200, seed: 7 },
  );
});
