import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { block, cardFaces, type Block } from '../../../src/blocks/registry.ts';
import { faceTexts, type FaceBody } from '../../../src/cards/face.ts';
import type { CardFaceSpec } from '../../../src/model/card.ts';
import type { Lang } from '../../../src/model/localized.ts';

/** A text in both languages, so that the two can be told apart. */
const both = (text: string) => ({ zh: text, en: `${text} (en)` });
const fact = (id: string, short = true) => ({ id, text: both(`full ${id}`), ...(short && { short: both(id) }) });

/** A small sound block of every kind that has cards; the first fact of each has a `short`, the last has none. */
const BLOCKS: Record<string, object> = {
  process: {
    steps: [
      {
        id: 'open',
        title: both('full open'),
        short: both('open'),
        do: [fact('greet'), fact('sit')],
        dont: [fact('argue')],
        say: both('Hello'),
      },
      { id: 'close', title: both('full close'), do: [fact('repeat', false)] },
    ],
  },
  phrases: {
    items: [
      { id: 'rule', avoid: both('full rule'), say: both('full can'), short: { avoid: both('rule'), say: both('can') } },
      { id: 'know', avoid: both('full know'), say: both('full ask') },
    ],
  },
  'dos-donts': { do: [fact('calm'), fact('hear', false)], dont: [fact('rush')] },
  checklist: { items: [fact('name'), fact('time', false)], outsiders: [fact('never-shown')] },
  acronym: {
    letters: [
      { id: 's', letter: 'S', word: 'Smile', title: both('full smile'), short: both('smile') },
      { id: 'e', letter: 'E', title: both('full eye') },
    ],
  },
  classification: {
    types: [
      {
        id: 'fast',
        title: both('full fast'),
        short: both('fast'),
        traits: [
          { id: 'talks', text: both('full talks'), short: both('talks') },
          { id: 'never', text: both('never shown') },
        ],
      },
      { id: 'slow', title: both('full slow') },
    ],
  },
  matrix: {
    columns: [
      { id: 'poor', title: both('poor') },
      { id: 'good', title: both('good') },
    ],
    rows: [
      { id: 'warm', title: both('warm') },
      { id: 'cold', title: both('cold') },
    ],
    cells: [
      { id: 'zoo', row: 'warm', column: 'good', title: both('zoo'), text: both('full zoo'), short: both('no order') },
      { id: 'ice', row: 'warm', column: 'poor', title: both('ice') },
    ],
  },
  myths: {
    items: [
      {
        id: 'born',
        claim: both('full born'),
        truth: both('full learnt'),
        short: { claim: both('born'), truth: both('learnt') },
      },
      { id: 'quiet', claim: both('full quiet'), truth: both('full answers') },
    ],
  },
  case: {
    scenes: [
      { id: 'one', title: both('one'), text: both('one') },
      { id: 'two', title: both('two'), text: both('two') },
    ],
    lessons: [fact('first'), fact('second', false)],
  },
  concept: {
    term: both('Win-win'),
    definition: both('full meaning'),
    short: both('meaning'),
    examples: [fact('hotel'), fact('bank', false)],
  },
};

function blockOf(kind: string): Block {
  return block.parse({ kind, id: 'b', title: both('title'), ...BLOCKS[kind] });
}

function say(kind: string, face: string, spec: Partial<CardFaceSpec> = {}, lang: Lang = 'zh'): string[] {
  const faces = cardFaces[kind as Block['kind']] as Record<string, (b: Block, s: CardFaceSpec, l: Lang) => FaceBody>;
  return faceTexts('', faces[face]!(blockOf(kind), { block: 'b', ...spec }, lang)).slice(1);
}

test.each<[kind: string, face: string, lines: string[]]>([
  ['process', 'steps', ['1 open', '2 full close']],
  ['process', 'do-dont', ['1 ✓ greet', '✓ sit', '✗ argue', '2 ✓ full repeat']],
  ['process', 'say', ['1 Hello']],
  ['phrases', 'pairs', ['✗ rule', '✓ can', '✗ full know', '✓ full ask']],
  ['dos-donts', 'do-dont', ['✓ calm', '✓ full hear', '✗ rush']],
  ['checklist', 'ticks', ['☐ name', '☐ full time']],
  ['acronym', 'list', ['S Smile smile', 'E full eye']],
  ['classification', 'list', ['fast talks', '· full slow']],
  ['matrix', 'list', ['· ice', 'zoo no order']],
  ['myths', 'pairs', ['✗ born', '✓ learnt', '✗ full quiet', '✓ full answers']],
  ['case', 'list', ['· first', '· full second']],
  ['concept', 'list', ['Win-win', 'meaning', '· hotel', '· full bank']],
])('%s has the face %s, with the short text where there is one', (kind, face, lines) => {
  expect(say(kind, face)).toEqual(lines);
  expect(say(kind, face, {}, 'en').join()).toContain('(en)');
});

test('every face of every kind is looked at above', () => {
  expect(Object.keys(cardFaces).sort()).toEqual(Object.keys(BLOCKS).sort());
  expect(Object.entries(cardFaces).map(([kind, faces]) => [kind, Object.keys(faces)])).toEqual([
    ['process', ['steps', 'do-dont', 'say']],
    ['phrases', ['pairs']],
    ['dos-donts', ['do-dont']],
    ['matrix', ['list']],
    ['classification', ['list']],
    ['checklist', ['ticks']],
    ['acronym', ['list']],
    ['myths', ['pairs']],
    ['case', ['list']],
    ['concept', ['list']],
  ]);
});

test('reflections and scales have no card', () => {
  const kinds =
    z.toJSONSchema(block).oneOf?.map((kind) => kind.properties?.['kind']?.valueOf() as { const: string }) ?? [];
  expect(
    kinds
      .map((kind) => kind.const)
      .filter((kind) => !(kind in cardFaces))
      .sort(),
  ).toEqual(['reflection', 'scale']);
});

describe('only', () => {
  test('chooses facts, in its own order; steps keep their numbers', () => {
    expect(say('process', 'steps', { only: ['close', 'open'] })).toEqual(['2 full close', '1 open']);
    expect(say('checklist', 'ticks', { only: ['time'] })).toEqual(['☐ full time']);
    expect(say('concept', 'list', { only: ['bank'] })).toEqual(['Win-win', 'meaning', '· full bank']);
  });

  test('shows one list alone when it names nothing of the other', () => {
    expect(say('dos-donts', 'do-dont', { only: ['hear', 'calm'] })).toEqual(['✓ full hear', '✓ calm']);
  });

  test('names single acts of a step instead of its first ones', () => {
    expect(say('process', 'do-dont', { only: ['sit', 'close'] })).toEqual(['1 ✓ sit', '2 ✓ full repeat']);
  });
});

test('a process of six steps shows one do and one don’t of each', () => {
  const step = (id: string) => ({
    id,
    title: both(id),
    do: [fact(`${id}-a`), fact(`${id}-b`)],
    dont: [fact(`${id}-c`), fact(`${id}-d`)],
  });
  const six = block.parse({
    kind: 'process',
    id: 'b',
    title: both('t'),
    steps: ['a', 'b', 'c', 'd', 'e', 'f'].map(step),
  });
  const body = cardFaces.process!['do-dont']!(six as Extract<Block, { kind: 'process' }>, { block: 'b' }, 'zh');
  expect(body.groups.map(({ label, items }) => [label, ...items.map(({ id }) => id)])[5]).toEqual(['6', 'f-a', 'f-c']);
  expect(body.groups.flatMap(({ items }) => items)).toHaveLength(12);
});

test('a grid of marks says for each row which columns are marked', () => {
  const grid = block.parse({
    kind: 'matrix',
    id: 'b',
    title: both('t'),
    columns: [
      { id: 'x', title: both('倾听') },
      { id: 'y', title: both('提问') },
    ],
    rows: [
      { id: 'r', title: both('开场') },
      { id: 's', title: both('收尾') },
    ],
    cells: [
      { id: '1', row: 'r', column: 'y' },
      { id: '2', row: 'r', column: 'x' },
    ],
  });
  const body = cardFaces.matrix!['list']!(grid as Extract<Block, { kind: 'matrix' }>, { block: 'b' }, 'zh');
  expect(faceTexts('', body)).toEqual(['', '开场 倾听、提问']);
});
