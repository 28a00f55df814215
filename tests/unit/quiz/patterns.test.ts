import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { questions as checklistQuestions } from '../../../src/blocks/checklist/questions.ts';
import { schema as checklistSchema } from '../../../src/blocks/checklist/schema.ts';
import { questions as dosDontsQuestions } from '../../../src/blocks/dos-donts/questions.ts';
import { schema as dosDontsSchema } from '../../../src/blocks/dos-donts/schema.ts';
import { questions as phrasesQuestions } from '../../../src/blocks/phrases/questions.ts';
import { schema as phrasesSchema } from '../../../src/blocks/phrases/schema.ts';
import { questions as processQuestions } from '../../../src/blocks/process/questions.ts';
import { schema as processSchema } from '../../../src/blocks/process/schema.ts';
import { keyIsLongest } from '../../../src/quiz/draft-choice.ts';
import type { QuestionDraft, QuestionPattern } from '../../../src/quiz/question-draft.ts';
import { both, place } from './make-question.ts';

/** What the pattern asks about the block. */
function ask<B>(patterns: readonly QuestionPattern<B>[], pattern: string, block: B): QuestionDraft[] {
  return patterns.find(({ id }) => id === pattern)!.draft(block, place, []);
}
const optionsOf = (draft: QuestionDraft | undefined) => (draft && 'options' in draft ? draft.options : []);
const keyOf = (draft: QuestionDraft | undefined) => optionsOf(draft).find((option) => option.correct)?.id;
const factOf = ({ id }: QuestionDraft) => id.split('/').at(-1);

const doing = (id: string, why = true) => ({ id, text: both(`Do ${id}`), ...(why && { why: both(`why ${id}`) }) });
const notDoing = (id: string, harm = true) => ({
  id,
  text: both(`Avoid ${id}`),
  ...(harm && { harm: both(`harm ${id}`) }),
});

describe('dos and don’ts', () => {
  const block = dosDontsSchema.parse({
    id: 'block',
    kind: 'dos-donts',
    title: both('Block'),
    do: [doing('ask'), doing('listen'), doing('thank', false)],
    dont: [notDoing('argue'), notDoing('rush'), notDoing('blame'), notDoing('sigh', false)],
  });

  test('which one helps: one do among don’ts, a reason on each', () => {
    const drafts = ask(dosDontsQuestions, 'pick-do', block);
    expect(drafts.map(factOf).sort()).toEqual(['ask', 'listen']);
    for (const draft of drafts) {
      expect(keyOf(draft)).toBe(factOf(draft));
      expect(optionsOf(draft).map(({ id }) => id)).toEqual(expect.arrayContaining(['argue', 'rush', 'blame']));
      expect(optionsOf(draft).every(({ feedback }) => feedback.en !== '')).toBe(true);
    }
  });

  test('facts without their reason are not asked and are no option', () => {
    const all = JSON.stringify(dosDontsQuestions.flatMap((pattern) => pattern.draft(block, place, [])));
    expect(all).not.toContain('thank');
    expect(all).not.toContain('sigh');
  });

  test('do or don’t: the two answers take turns, and both give the reason', () => {
    const drafts = ask(dosDontsQuestions, 'do-or-dont', block);
    expect(drafts.slice(0, 4).map((draft) => keyOf(draft))).toEqual(['true', 'false', 'true', 'false']);
    const argue = drafts.find((draft) => factOf(draft) === 'argue');
    expect(optionsOf(argue).map(({ feedback }) => feedback.en)).toEqual(['Do not. harm argue', 'harm argue']);
  });
});

describe('a process', () => {
  const step = (id: string, letters: string, more = {}) => ({
    id,
    title: { zh: `${letters}：做${id}`, en: `${id}: the step` },
    why: both(`why ${id}`),
    harm: both(`harm ${id}`),
    say: { zh: `“${letters}${letters}”`, en: `We ${id}` },
    do: [doing(`${id}-one`), doing(`${id}-two`)],
    dont: [notDoing(`${id}-three`), notDoing(`${id}-four`)],
    ...more,
  });
  const steps = ['甲', '乙', '丙', '丁', '戊'].map((letter, at) => step(`s${at}`, letter));
  const make = (parts = {}) =>
    processSchema.parse({ id: 'block', kind: 'process', title: both('Block'), steps, ...parts });

  test('order: every step that says why, in order, at most seven', () => {
    const [draft] = ask(processQuestions, 'order', make());
    expect(draft?.id).toBe('theme/topic/block/order/block');
    expect(draft?.type === 'order' && draft.items.map(({ id }) => id)).toEqual(['s0', 's1', 's2', 's3', 's4']);
    const nine = Array.from({ length: 9 }, (_, at) => step(`s${at}`, '甲'));
    const [window] = ask(processQuestions, 'order', make({ steps: nine }));
    const ids = window?.type === 'order' ? window.items.map(({ id }) => id) : [];
    expect(ids).toHaveLength(7);
    expect(nine.map(({ id }) => id).join(' ')).toContain(ids.join(' '));
  });

  test('order: a loop is told where it starts, and asks what follows', () => {
    const [draft] = ask(processQuestions, 'order', make({ loop: true }));
    expect(draft?.type === 'order' && draft.items.map(({ id }) => id)).toEqual(['s1', 's2', 's3', 's4']);
    expect(draft?.stem.zh).toContain('“甲”');
  });

  test('order: two steps with a reason are too few', () => {
    const few = steps.map((each, at) => (at < 2 ? each : { ...each, why: undefined }));
    expect(ask(processQuestions, 'order', make({ steps: few }))).toEqual([]);
  });

  test('next: the key is the step after the one named, and the reasons tell early from late', () => {
    const drafts = ask(processQuestions, 'next', make());
    expect(drafts.map((draft) => [factOf(draft), keyOf(draft)]).sort()).toEqual([
      ['s0', 's1'],
      ['s1', 's2'],
      ['s2', 's3'],
      ['s3', 's4'],
    ]);
    const afterSecond = optionsOf(drafts.find((draft) => factOf(draft) === 's1'));
    expect(Object.fromEntries(afterSecond.map(({ id, feedback }) => [id, feedback.en]))).toEqual({
      s2: 'why s2',
      s3: 'That step is still to come; “s2” lies between. harm s2',
      s0: 'That step comes before “s1”. why s0',
      s4: 'That step is still to come; “s2” lies between. harm s2',
    });
  });

  test('next: the last step of a loop leads to the first', () => {
    const drafts = ask(processQuestions, 'next', make({ loop: true }));
    expect(keyOf(drafts.find((draft) => factOf(draft) === 's4'))).toBe('s0');
  });

  test('which step: the step that its own words fit better than any other', () => {
    const drafts = ask(processQuestions, 'say-step', make());
    expect(drafts.map((draft) => [factOf(draft), keyOf(draft)]).filter(([fact, key]) => fact !== key)).toEqual([]);
    const astray = steps.map((each, at) => (at === 0 ? { ...each, say: both('丙做s2') } : each));
    expect(ask(processQuestions, 'say-step', make({ steps: astray })).map(factOf)).not.toContain('s0');
  });

  test('which step: several acts together, since one alone may fit several steps', () => {
    const drafts = ask(processQuestions, 'which-step', make());
    expect(drafts.find((draft) => factOf(draft) === 's3')?.stem.en).toContain('“Do s3-one”, “Do s3-two”');
    const single = steps.map((each) => ({ ...each, do: each.do.slice(0, 1) }));
    expect(ask(processQuestions, 'which-step', make({ steps: single }))).toEqual([]);
  });

  test('which one makes it worse: what is done at another step is no distractor', () => {
    for (const draft of ask(processQuestions, 'pick-dont', make())) {
      const at = factOf(draft)?.split('-')[0];
      expect(optionsOf(draft).every(({ id }) => id.startsWith(`${at}-`))).toBe(true);
    }
  });
});

describe('phrases', () => {
  const items = [
    {
      id: 'rule',
      when: both('客户要求破例'),
      avoid: both('这是公司规定'),
      say: both('我能做到的是当天上门，原因是……'),
    },
    {
      id: 'unknown',
      when: both('手头没有答案'),
      avoid: both('我不知道'),
      say: both('我马上去问清楚，十分钟内回您电话'),
    },
    {
      id: 'other',
      when: both('电话转错了部门'),
      avoid: both('不归我管'),
      say: both('这事工程部在办，我先讲明再转过去，您不用重说'),
    },
    { id: 'wait', when: both('排队等了很久'), avoid: both('大家都在等'), say: both('让您久等了，现在就办') },
  ].map((item) => ({ ...item, why: both(`why ${item.id}`), harm: both(`harm ${item.id}`) }));
  const make = (list: unknown[] = items) =>
    phrasesSchema.parse({ id: 'block', kind: 'phrases', title: both('Block'), items: list });

  test('better: the phrase to avoid here, one for another situation, and another to avoid', () => {
    const drafts = ask(phrasesQuestions, 'better', make());
    const wait = drafts.find((draft) => factOf(draft) === 'wait');
    const ids = optionsOf(wait).map(({ id }) => id);
    expect(ids).toHaveLength(4);
    expect(ids.slice(0, 2)).toEqual(['wait', 'wait-avoid']);
    expect(ids.filter((id) => id.endsWith('-avoid'))).toHaveLength(2);
    expect(keyOf(wait)).toBe('wait');
    expect(keyIsLongest(optionsOf(wait))).toBe(false);
  });

  test('better: what is said in a like situation is no distractor', () => {
    const twin = {
      ...items[1]!,
      id: 'twin',
      when: both('手头还没有答案'),
      say: both('我去查，今天五点前给您回话，查没查到都回'),
    };
    const drafts = ask(phrasesQuestions, 'better', make([...items, twin]));
    const unknown = drafts.find((draft) => factOf(draft) === 'unknown');
    expect(optionsOf(unknown).map(({ id }) => id)).not.toContain('twin');
  });

  test('better: without a situation only phrases to avoid are distractors', () => {
    const bare = items.map(({ when: _, ...item }) => item);
    for (const draft of ask(phrasesQuestions, 'better', make(bare))) {
      expect(draft.stem.zh).toContain('“');
      expect(
        optionsOf(draft)
          .filter(({ correct }) => !correct)
          .every(({ id }) => id.endsWith('-avoid')),
      ).toBe(true);
    }
  });

  test('spot: one phrase to avoid among better ones', () => {
    for (const draft of ask(phrasesQuestions, 'spot', make())) {
      const ids = optionsOf(draft).map(({ id }) => id);
      expect(ids.filter((id) => id.endsWith('-avoid'))).toEqual([`${factOf(draft)}-avoid`]);
      expect(ids).not.toContain(factOf(draft));
    }
  });
});

describe('a checklist', () => {
  const block = checklistSchema.parse({
    id: 'block',
    kind: 'checklist',
    title: both('Block'),
    items: ['a', 'b', 'c', 'd'].map((id) => doing(id)),
    outsiders: ['x', 'y'].map((id) => notDoing(id)),
  });

  test('outsider: one that is not on the list among three that are', () => {
    const drafts = ask(checklistQuestions, 'outsider', block);
    expect(drafts.map((draft) => keyOf(draft)).sort()).toEqual(['x', 'y']);
    for (const draft of drafts) {
      expect(optionsOf(draft)).toHaveLength(4);
      expect(
        optionsOf(draft).filter(({ feedback }) => feedback.en.startsWith('This one is on the list.')),
      ).toHaveLength(3);
    }
  });

  test('member: outsiders and items take turns', () => {
    expect(
      ask(checklistQuestions, 'member', block)
        .slice(0, 4)
        .map((draft) => keyOf(draft)),
    ).toEqual(['false', 'true', 'false', 'true']);
  });
});

test('whatever order facts stand in, each asks the same question', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const make = (dos: string[], donts: string[]) =>
    dosDontsSchema.parse({
      id: 'block',
      kind: 'dos-donts',
      title: both('Block'),
      do: dos.map((id) => doing(id)),
      dont: donts.map((id) => notDoing(`not-${id}`)),
    });
  const drafts = (block: ReturnType<typeof make>) =>
    dosDontsQuestions.flatMap((pattern) => pattern.draft(block, place, []));
  const all = fc.shuffledSubarray(ids, { minLength: ids.length });
  fc.assert(
    fc.property(all, all, (dos, donts) => {
      expect(drafts(make(dos, donts))).toEqual(drafts(make(ids, ids)));
    }),
  );
});
