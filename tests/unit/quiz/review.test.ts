import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportProgress, importProgress } from '../../../src/client/progress-file.ts';
import { createProgressStore, dueOf } from '../../../src/client/progress-store.ts';
import { drawPaper, paperCode, paperVersion } from '../../../src/quiz/draw-paper.ts';
import { formatExamPlan, parseExamPlan } from '../../../src/quiz/exam-plan.ts';
import { minutesFor, planReview } from '../../../src/quiz/plan-review.ts';
import { scheduleAnswer } from '../../../src/quiz/schedule.ts';
import type { ShownQuestion } from '../../../src/quiz/shown-question.ts';
import { rulesOf } from '../../../src/quiz/types/registry.ts';

const DAY = 86_400;
const NOW = 1_800_000_000;

/** A store on a device of its own, whose clock stands still. */
function device(seconds = NOW, entries: Record<string, string> = {}) {
  const items = new Map(Object.entries(entries));
  const storage = {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
    key: (at: number) => [...items.keys()][at] ?? null,
    get length() {
      return items.size;
    },
  };
  const store = createProgressStore(
    () => storage,
    () => seconds * 1000,
    () => () => undefined,
  );
  return { store, items };
}
const question = (id: string, version = 'v1') => ({ id: `complaints/six-steps/steps/next/${id}`, version });
const TOPIC = 'complaints/six-steps';

describe('the plan for an answer', () => {
  test('a right answer comes back in days, each time later; a wrong one the next day', () => {
    const first = scheduleAnswer(1, NOW);
    expect(first.due - NOW).toBeGreaterThanOrEqual(DAY);
    const second = scheduleAnswer(1, first.due, { at: NOW, times: 1, memory: first });
    expect(second.due - first.due).toBeGreaterThan(first.due - NOW);
    const slip = scheduleAnswer(0, second.due, { at: first.due, times: 2, memory: second });
    expect(slip.due - second.due).toBeLessThanOrEqual(2 * DAY);
    expect(slip.lapses).toBe(1);
  });

  test('a partly right answer comes back sooner than a right one and no sooner than a wrong one', () => {
    const due = (score: number) => scheduleAnswer(score, NOW).due;
    expect(due(0.5)).toBeLessThanOrEqual(due(1));
    expect(due(0.5)).toBeGreaterThanOrEqual(due(0.2));
  });

  test('whatever the answers and the clock, the plan is a finite time ahead', () => {
    const answers = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: -5, max: 400 })), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(answers, (given) => {
        let now = NOW;
        let before: Parameters<typeof scheduleAnswer>[2];
        for (const [at, [score, days]] of given.entries()) {
          now += days * DAY;
          const memory = scheduleAnswer(score, now, before);
          expect(memory.due).toBeGreaterThan(now);
          for (const number of Object.values(memory)) expect(Number.isFinite(number)).toBe(true);
          before = { at: now, times: at + 1, memory };
        }
      }),
    );
  });
});

describe('a sitting', () => {
  const due = Array.from({ length: 60 }, (_, at) => ({
    id: String(at).padStart(2, '0'),
    type: 'choice' as const,
    due: 60 - at,
  }));

  test('takes ten minutes, the longest due first', () => {
    const plan = planReview(due);
    expect(minutesFor(plan)).toBe(10);
    expect(plan[0]).toMatchObject({ due: 1 });
    expect(plan.map((one) => one.due)).toEqual(plan.map((one) => one.due).toSorted((a, b) => a - b));
  });

  test('asks one question however short the time', () => {
    expect(planReview(due, 1)).toHaveLength(1);
    expect(planReview([])).toEqual([]);
  });
});

describe('the store', () => {
  test('keeps the plan beside the answer, and reads one written before there were plans', () => {
    const { store, items } = device();
    store.recordAnswer(TOPIC, question('a'), 1, scheduleAnswer);
    const answer = store.loadProgress(TOPIC).answers.get(question('a').id)!;
    expect(dueOf(answer)).toBeGreaterThan(NOW);
    expect(items.get(`pocketbook/progress/${TOPIC}`)).toContain('"steps/next/a":["v1",1,1800000000,1,[');

    const old = device(NOW, {
      [`pocketbook/progress/${TOPIC}`]: '{"format":1,"answers":{"steps/next/a":["v1",0,5,2]}}',
    });
    const kept = old.store.loadProgress(TOPIC).answers.get(question('a').id)!;
    expect(kept).toEqual({ version: 'v1', score: 0, at: 5, times: 2 });
    expect(dueOf(kept)).toBe(5);
  });

  test('a plan that cannot be read costs the plan, not the answer', () => {
    const { store } = device(NOW, {
      [`pocketbook/progress/${TOPIC}`]: '{"format":1,"answers":{"steps/next/a":["v1",1,5,2,["soon",-1]]}}',
    });
    const { answers, damaged } = store.loadProgress(TOPIC);
    expect(answers.get(question('a').id)).toEqual({ version: 'v1', score: 1, at: 5, times: 2 });
    expect(damaged).toBe(false);
  });

  test('an answer set aside is kept, is not due, and counts again once answered', () => {
    const { store } = device();
    store.recordAnswer(TOPIC, question('a'), 1, scheduleAnswer);
    expect(store.setAside(TOPIC, [question('a').id, 'not/there/at/all'])).toBe(1);
    expect(store.setAside(TOPIC, [question('a').id])).toBe(0);
    const answer = () => store.loadProgress(TOPIC).answers.get(question('a').id)!;
    expect(dueOf(answer())).toBe(Infinity);
    expect(store.standingOf(store.loadProgress(TOPIC), question('a'))).toBe('right');
    store.recordAnswer(TOPIC, question('a'), 1, scheduleAnswer);
    expect(dueOf(answer())).toBeLessThan(Infinity);
  });

  test('a renamed topic takes its answers along, the later of two winning', () => {
    const { store, items } = device(NOW, {
      'pocketbook/progress/complaints/old':
        '{"format":1,"answers":{"steps/next/a":["v1",1,50,3],"steps/next/b":["v1",1,10,1]}}',
      [`pocketbook/progress/${TOPIC}`]: '{"format":1,"answers":{"steps/next/b":["v2",0,20,1]}}',
    });
    store.moveTopic('complaints/old', TOPIC);
    const { answers } = store.loadProgress(TOPIC);
    expect(answers.get(question('a').id)).toMatchObject({ score: 1, times: 3 });
    expect(answers.get(question('b').id)).toMatchObject({ version: 'v2', score: 0 });
    expect([...items.keys()]).toEqual([`pocketbook/progress/${TOPIC}`]);
  });

  test('a renamed topic written by a newer version stays where it is', () => {
    const newer = { 'pocketbook/progress/complaints/old': '{"format":9}' };
    const { store, items } = device(NOW, newer);
    store.moveTopic('complaints/old', TOPIC);
    expect(Object.fromEntries(items)).toEqual(newer);
  });

  test('no answer to one wording counts for another', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.string({ minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (asked, reworded, score) => {
          fc.pre(asked !== reworded);
          const { store } = device();
          const progress = store.recordAnswer(TOPIC, question('a', asked), score, scheduleAnswer);
          expect(store.standingOf(progress, question('a', reworded))).toBe('reworded');
          expect(store.topicSummary(TOPIC, [question('a', reworded)])).toEqual({ correct: 0, wrong: 0, reworded: 1 });
        },
      ),
    );
  });

  test('everything can be forgotten, and nothing of another purpose is', () => {
    const { store, items } = device(NOW, { 'pocketbook/scale/a/b/c': '{}', theme: 'dark' });
    store.recordAnswer(TOPIC, question('a'), 1);
    store.forgetAll();
    expect([...items.keys()]).toEqual(['pocketbook/scale/a/b/c', 'theme']);
    expect(store.listTopics()).toEqual([]);
  });
});

describe('the file', () => {
  test('carries everything to another device, and read twice changes nothing more', () => {
    const one = device();
    one.store.recordAnswer(TOPIC, question('a'), 1, scheduleAnswer);
    one.store.recordAnswer('etiquette/smile', { id: 'etiquette/smile/x/y/z', version: 'v' }, 0.5, scheduleAnswer);
    const other = device();
    const file = exportProgress(one.store);
    expect(importProgress(other.store, file)).toEqual({ answers: 2, damaged: false, saved: true });
    expect(Object.fromEntries(other.items)).toEqual(Object.fromEntries(one.items));
    importProgress(other.store, file);
    expect(Object.fromEntries(other.items)).toEqual(Object.fromEntries(one.items));
  });

  test('what was answered later stays', () => {
    const early = device(NOW);
    early.store.recordAnswer(TOPIC, question('a'), 1);
    const late = device(NOW + DAY);
    late.store.recordAnswer(TOPIC, question('a'), 0);
    importProgress(late.store, exportProgress(early.store));
    expect(late.store.loadProgress(TOPIC).answers.get(question('a').id)).toMatchObject({ score: 0 });
  });

  test.each(['', 'x', '[]', '{"kind":"other"}', '{"kind":"pocketbook-progress","format":2,"topics":{}}'])(
    'another file is not read: %s',
    (text) => {
      const { store, items } = device();
      expect(importProgress(store, text)).toBeUndefined();
      expect(items.size).toBe(0);
    },
  );

  test('what cannot be read is left out, the rest is kept', () => {
    const { store, items } = device();
    const topics = {
      [TOPIC]: { 'steps/next/a': ['v1', 1, 5, 1], bad: [1] },
      '../evil': { a: ['v', 1, 1, 1] },
      'a/b': 7,
    };
    const result = importProgress(store, JSON.stringify({ kind: 'pocketbook-progress', format: 1, topics }));
    expect(result).toEqual({ answers: 1, damaged: true, saved: true });
    expect([...items.keys()]).toEqual([`pocketbook/progress/${TOPIC}`]);
  });
});

const choice = (topic: string, pattern: string, fact: string): ShownQuestion => ({
  id: `${topic}/block/${pattern}/${fact}`,
  version: 'v1',
  type: 'choice',
  stem: fact,
  options: ['a', 'b', 'c', 'd'].map((id) => ({ id, text: id, feedback: id })),
  targets: [],
  key: ['b'],
  section: 's',
  href: '/',
});

describe('a paper', () => {
  const bank = ['t/a', 't/b', 't/c'].flatMap((topic) =>
    ['p', 'q', 'r', 's', 'u'].flatMap((pattern) =>
      ['1', '2', '3'].map((fact) => choice(topic, pattern, `${pattern}${fact}`)),
    ),
  );
  const seeds = fc.string({ minLength: 1, maxLength: 10 });
  const lengths = fc.integer({ min: 1, max: 45 });

  test('the same seed draws the same questions, whatever order the bank comes in', () => {
    fc.assert(
      fc.property(seeds, lengths, fc.shuffledSubarray(bank, { minLength: bank.length }), (seed, length, shuffled) => {
        expect(drawPaper(shuffled, seed, length).map(({ id }) => id)).toEqual(
          drawPaper(bank, seed, length).map(({ id }) => id),
        );
      }),
    );
  });

  test('is as long as asked, without a question twice', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 80 }), (seed, length) => {
        const ids = drawPaper(bank, seed, length).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids).toHaveLength(Math.min(length, bank.length));
      }),
    );
  });

  test('no way of asking is more than a quarter, and every topic is asked about', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const ids = drawPaper(bank, seed, 20).map(({ id }) => id.split('/'));
        for (const [, { length }] of Map.groupBy(ids, (parts) => parts[3])) expect(length).toBeLessThanOrEqual(5);
        expect(new Set(ids.map((parts) => parts[1])).size).toBe(3);
      }),
    );
  });

  test('no fact is asked about twice while there are others', () => {
    const twice = ['p', 'q'].flatMap((pattern) => ['1', '2', '3', '4'].map((fact) => choice('t/a', pattern, fact)));
    fc.assert(
      fc.property(seeds, (seed) => {
        const facts = drawPaper(twice, seed, 2).map(({ id }) => id.split('/')[4]);
        expect(new Set(facts).size).toBe(2);
      }),
    );
  });

  test('its code changes with a question, their order, or a wording', () => {
    const paper = drawPaper(bank, 'seed', 10);
    expect(paperCode(paper)).toMatch(/^[2-9A-Z]{4}$/);
    const others = [paper.slice(1), paper.toReversed(), paper.map((one) => ({ ...one, version: 'v2' }))];
    for (const other of others) expect(paperCode(other)).not.toBe(paperCode(paper));
  });

  test('every version asks the same and marks the same, with a key of its own', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const paper = drawPaper(bank, seed, 12);
        const keys = ['A', 'B', 'C'].map((version) => {
          const sheet = paperVersion(paper, seed, version);
          expect(sheet.map(({ id }) => id).toSorted()).toEqual(paper.map(({ id }) => id).toSorted());
          for (const one of sheet) {
            const drawn = paper.find(({ id }) => id === one.id)!;
            expect(one.options.map(({ id }) => id).toSorted()).toEqual(drawn.options.map(({ id }) => id).toSorted());
            expect(rulesOf(one.type).grade(one, drawn.key)).toBe(1);
          }
          return sheet.map((one) => rulesOf(one.type).printKey(one)).join(' ');
        });
        expect(new Set(keys).size).toBe(3);
      }),
    );
  });
});

describe('the link of an exam', () => {
  const themes = ['complaints', 'etiquette'];

  test('carries the plan whole', () => {
    fc.assert(
      fc.property(
        fc.record({
          theme: fc.constantFrom('', ...themes),
          length: fc.integer({ min: 5, max: 60 }),
          minutes: fc.integer({ min: 0, max: 180 }),
          seed: fc.stringMatching(/^[a-z0-9-]{1,24}$/),
        }),
        (plan) => {
          expect(parseExamPlan(formatExamPlan(plan), themes)).toEqual(plan);
        },
      ),
    );
  });

  test('what it says wrongly is as usual', () => {
    expect(parseExamPlan('?theme=nowhere&n=x&minutes=&seed=<b>1', themes)).toEqual({
      theme: '',
      length: 20,
      minutes: 20,
      seed: 'b1',
    });
    expect(parseExamPlan('?n=9999&minutes=-4', themes)).toMatchObject({ length: 60, minutes: 0 });
  });
});
