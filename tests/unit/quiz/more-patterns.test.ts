import { describe, expect, test } from 'vitest';
import { questions as acronymQuestions } from '../../../src/blocks/acronym/questions.ts';
import { schema as acronymSchema } from '../../../src/blocks/acronym/schema.ts';
import { questions as caseQuestions } from '../../../src/blocks/case/questions.ts';
import { schema as caseSchema } from '../../../src/blocks/case/schema.ts';
import { questions as classificationQuestions } from '../../../src/blocks/classification/questions.ts';
import { schema as classificationSchema } from '../../../src/blocks/classification/schema.ts';
import { questions as conceptQuestions } from '../../../src/blocks/concept/questions.ts';
import { schema as conceptSchema } from '../../../src/blocks/concept/schema.ts';
import { questions as matrixQuestions } from '../../../src/blocks/matrix/questions.ts';
import { schema as matrixSchema } from '../../../src/blocks/matrix/schema.ts';
import { questions as mythsQuestions } from '../../../src/blocks/myths/questions.ts';
import { schema as mythsSchema } from '../../../src/blocks/myths/schema.ts';
import type { QuestionDraft, QuestionPattern } from '../../../src/quiz/question-draft.ts';
import { both, place } from './make-question.ts';

/** What the pattern asks about the block, beside others of its kind. */
function ask<B>(patterns: readonly QuestionPattern<B>[], pattern: string, block: B, siblings: B[] = []) {
  return patterns.find(({ id }) => id === pattern)!.draft(block, place, siblings);
}
const optionsOf = (draft: QuestionDraft | undefined) => (draft && 'options' in draft ? draft.options : []);
const idsOf = (draft: QuestionDraft | undefined) => optionsOf(draft).map(({ id }) => id);
const keyOf = (draft: QuestionDraft | undefined) => optionsOf(draft).find((option) => option.correct)?.id;
const factOf = ({ id }: QuestionDraft) => id.split('/').at(-1);
const about = (drafts: readonly QuestionDraft[], fact: string) => drafts.find((draft) => factOf(draft) === fact);
const base = { id: 'block', title: both('Block') };

describe('a classification', () => {
  const type = (id: string, title: string, sign: string, act: string, more = {}) => ({
    id,
    title: both(title),
    why: both(`why ${id}`),
    say: both(`Line for ${id}`),
    traits: [
      { id: `${id}-act`, facet: 'act', text: both(act), why: both(`why act ${id}`) },
      { id: `${id}-sign`, facet: 'sign', text: both(sign), why: both(`why sign ${id}`) },
    ],
    ...more,
  });
  const types = [
    type('a', '外向', '话多', '接着聊'),
    type('b', '内向', '等一等再答', '留点空'),
    type('c', '理性', '拿出计算器', '报数目'),
    type('d', '感性', '先摸一摸', '请他试'),
  ];
  const make = (list: unknown[] = types) =>
    classificationSchema.parse({
      ...base,
      kind: 'classification',
      facets: [
        { id: 'sign', title: both('Sign') },
        { id: 'act', title: both('Act') },
      ],
      types: list,
    });

  test('which type: signs first, then what to do; a wrong type is told by what it is like in the same respect', () => {
    const drafts = ask(classificationQuestions, 'which-type', make());
    expect(drafts.map((draft) => factOf(draft)?.split('-')[1])).toEqual([
      'sign',
      'sign',
      'sign',
      'sign',
      'act',
      'act',
      'act',
      'act',
    ]);
    expect(keyOf(about(drafts, 'a-sign'))).toBe('a');
    expect(optionsOf(about(drafts, 'a-sign')).find(({ id }) => id === 'b')?.feedback.en).toBe(
      'For “内向” it is “等一等再答.” why sign b',
    );
  });

  test('which type: a type that shares the trait is no distractor', () => {
    const twin = type('e', '急性', '拿出计算器来', '别拖');
    const drafts = ask(classificationQuestions, 'which-type', make([...types, twin]));
    expect(idsOf(about(drafts, 'c-sign'))).not.toContain('e');
  });

  test('which type: a trait that names its type is not asked, one that names another leaves that one out', () => {
    const told = [
      type('a', '外向', '他很外向', '接着聊'),
      type('b', '内向', '不像理性的人', '留点空'),
      ...types.slice(2),
    ];
    const drafts = ask(classificationQuestions, 'which-type', make(told));
    expect(about(drafts, 'a-sign')).toBeUndefined();
    expect(idsOf(about(drafts, 'b-sign')).sort()).toEqual(['a', 'b', 'd']);
  });

  test('which line: among the lines for other types, a type without one left out', () => {
    const [first, ...rest] = types;
    const drafts = ask(classificationQuestions, 'type-line', make([{ ...first, say: undefined }, ...rest]));
    expect(drafts.map(factOf).sort()).toEqual(['b', 'c', 'd']);
    for (const draft of drafts) expect(keyOf(draft)).toBe(factOf(draft));
  });
});

describe('a matrix', () => {
  const cell = (id: string, title: string, more = {}) => ({
    id,
    row: id[0],
    column: id[1],
    title: both(title),
    text: both(`Text of ${id}`),
    why: both(`why ${id}`),
    ...more,
  });
  const make = (cells: unknown[]) =>
    matrixSchema.parse({
      ...base,
      kind: 'matrix',
      rows: ['a', 'b'].map((id) => ({ id, title: both(id) })),
      columns: ['x', 'y'].map((id) => ({ id, title: both(id) })),
      cells,
    });

  test('which cell: only those with a name, a text and a reason', () => {
    const cells = [cell('ax', '冷'), cell('ay', '快'), cell('bx', '热'), cell('by', '好', { why: undefined })];
    const drafts = ask(matrixQuestions, 'which-cell', make(cells));
    expect(drafts.map(factOf).sort()).toEqual(['ax', 'ay', 'bx']);
    expect(idsOf(about(drafts, 'ax')).sort()).toEqual(['ax', 'ay', 'bx']);
  });

  test('a grid of marks asks nothing', () => {
    const marks = ['ax', 'ay', 'by'].map((id) => ({ id, row: id[0], column: id[1] }));
    expect(matrixQuestions.flatMap((pattern) => pattern.draft(make(marks), place, []))).toEqual([]);
  });
});

describe('an acronym', () => {
  const letter = (id: string, sign: string, word?: string) => ({
    id,
    letter: sign,
    ...(word && { word }),
    title: both(`Title ${id}`),
    text: both(`Deed of ${id}`),
    why: both(`why ${id}`),
  });
  const make = (letters: unknown[]) => acronymSchema.parse({ ...base, kind: 'acronym', letters });

  test('letter: what it asks for among what the others ask for', () => {
    const block = make([letter('a', 'E', 'Eye'), letter('b', 'E', 'Excellence'), letter('c', 'S', 'Smile')]);
    const drafts = ask(acronymQuestions, 'letter', block);
    expect(drafts.map((draft) => [factOf(draft), keyOf(draft)]).sort()).toEqual([
      ['a', 'a'],
      ['b', 'b'],
      ['c', 'c'],
    ]);
    expect(about(drafts, 'a')?.stem.en).toContain('“E (Eye)”');
  });

  test('a letter that comes twice and has no word is not asked', () => {
    const block = make([letter('a', 'E'), letter('b', 'E', 'Excellence'), letter('c', 'S'), letter('d', 'T')]);
    expect(ask(acronymQuestions, 'letter', block).map(factOf).sort()).toEqual(['b', 'c', 'd']);
  });
});

describe('myths', () => {
  const myth = (id: string, truth = `Customers of ${id} 客户`) => ({
    id,
    claim: both(`Nobody needs customers ${id} 客户`),
    truth: both(truth),
    why: both(`why ${id}.`),
    harm: both(`harm ${id}.`),
  });
  const make = (items: unknown[]) => mythsSchema.parse({ ...base, kind: 'myths', items });
  const block = make(['a', 'b', 'c', 'd', 'e'].map((id) => myth(id)));

  test('a belief is never true, a truth always, and no item is asked both ways', () => {
    const claims = ask(mythsQuestions, 'claim', block);
    const truths = ask(mythsQuestions, 'truth', block);
    expect(claims.map(keyOf)).toEqual(['false', 'false', 'false']);
    expect(truths.map(keyOf)).toEqual(['true', 'true']);
    expect([...claims, ...truths].map(factOf).sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  test('either answer is told the truth, and what the belief costs or what the truth is good for', () => {
    const [claim] = ask(mythsQuestions, 'claim', block);
    const fact = factOf(claim!);
    expect(optionsOf(claim).map(({ feedback }) => feedback.en)).toEqual([
      `Customers of ${fact} 客户 harm ${fact}.`,
      `Customers of ${fact} 客户 why ${fact}.`,
    ]);
  });

  test.each(['It depends on customers 客户.', 'Why customers 客户? Because.', 'Something else 别的.'])(
    'a truth that needs its belief is not asked: %s',
    (truth) => {
      expect(ask(mythsQuestions, 'truth', make([myth('a', truth), myth('b', truth)]))).toEqual([]);
    },
  );
});

describe('a concept', () => {
  const make = (id: string, term: string, definition: string, why = true) =>
    conceptSchema.parse({
      id,
      kind: 'concept',
      title: both('Block'),
      term: both(term),
      definition: both(definition),
      ...(why && { why: both(`why ${id}`) }),
    });
  const block = make('a', '双赢', '两边都拿到最要紧的');
  const [second, third] = [make('b', '信任', '说到做到'), make('c', '口碑', '人传人')];

  test('term: among the topic’s other terms', () => {
    const [draft] = ask(conceptQuestions, 'term', block, [second, third]);
    expect(draft?.id).toBe('theme/topic/block/term/a');
    expect(idsOf(draft).sort()).toEqual(['a', 'b', 'c']);
    expect(keyOf(draft)).toBe('a');
  });

  test('one other term is too few, and so are two of which one says no reason', () => {
    expect(ask(conceptQuestions, 'term', block, [second])).toEqual([]);
    expect(ask(conceptQuestions, 'term', block, [second, make('c', '口碑', '人传人', false)])).toEqual([]);
  });

  test('a definition that names its term is not asked', () => {
    expect(ask(conceptQuestions, 'term', make('a', '双赢', '双赢就是两边都好'), [second, third])).toEqual([]);
  });
});

describe('a case', () => {
  const choice = (id: string, effect = 'hurts') => ({
    id,
    text: both(`Do ${id}`),
    outcome: both(`then ${id}.`),
    why: both(`why ${id}.`),
    effect,
  });
  const make = (choices: unknown[]) =>
    caseSchema.parse({
      ...base,
      kind: 'case',
      scenes: [
        { id: 'one', title: both('Desk'), text: both('A guest waits.'), decision: { ask: both('What now?'), choices } },
        { id: 'two', title: both('End'), text: both('It is over.') },
      ],
      lessons: [{ id: 'lesson', text: both('Ask first.') }],
    });

  test('decision: the scene is told, and each choice has what follows and why', () => {
    const [draft, ...more] = ask(caseQuestions, 'decision', make([choice('a', 'helps'), choice('b'), choice('c')]));
    expect(more).toEqual([]);
    expect(draft?.stem.en).toMatch(/“Desk”.* A guest waits\. What now\?$/);
    expect(Object.fromEntries(optionsOf(draft).map(({ id, feedback }) => [id, feedback.en]))).toEqual({
      a: 'then a. why a.',
      b: 'then b. why b.',
      c: 'then c. why c.',
    });
    expect(keyOf(draft)).toBe('a');
  });

  test('two good choices, or none, are no question', () => {
    expect(ask(caseQuestions, 'decision', make([choice('a', 'helps'), choice('b', 'helps'), choice('c')]))).toEqual([]);
    expect(ask(caseQuestions, 'decision', make([choice('a'), choice('b'), choice('c')]))).toEqual([]);
  });
});
