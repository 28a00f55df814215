import { describe, expect, test, vi } from 'vitest';
import { createProgressStore } from '../../../src/client/progress-store.ts';

const TOPIC = 'complaints/six-steps';
const KEY = `pocketbook/progress/${TOPIC}`;
const question = { id: `${TOPIC}/steps/next/opening`, version: 'v1' };
const stored = '{"format":1,"answers":{"steps/next/opening":["v1",1,1000,1]}}';

/** A store over `entries`, with what a test wants to go wrong put in. */
function makeStore(entries: Record<string, string> = {}, faults: Partial<Pick<Storage, 'getItem' | 'setItem'>> = {}) {
  const items = new Map(Object.entries(entries));
  const storage = {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
    key: (at: number) => [...items.keys()][at] ?? null,
    get length() {
      return items.size;
    },
    ...faults,
  };
  let tellOther: (key: string | null) => void = () => undefined;
  const store = createProgressStore(
    () => storage,
    () => 1_000_000,
    (changed) => {
      tellOther = changed;
      return () => (tellOther = () => undefined);
    },
  );
  return { store, items, tellOther: (key: string | null) => tellOther(key) };
}

test('an answer is kept with its version, time and count', () => {
  const { store, items } = makeStore();
  expect(store.recordAnswer(TOPIC, question, 1)).toMatchObject({ saved: true, damaged: false, newer: false });
  expect(items.get(KEY)).toBe(stored);
  store.recordAnswer(TOPIC, question, 0.5);
  expect(store.loadProgress(TOPIC).answers.get(question.id)).toEqual({ version: 'v1', score: 0.5, at: 1000, times: 2 });
});

test('a question stands as new, right, wrong, or reworded', () => {
  const { store } = makeStore({ [KEY]: stored });
  const progress = store.loadProgress(TOPIC);
  expect(store.standingOf(progress, question)).toBe('right');
  expect(store.standingOf(progress, { ...question, version: 'v2' })).toBe('reworded');
  expect(store.standingOf(progress, { id: `${TOPIC}/steps/next/listen`, version: 'v1' })).toBe('new');
  expect(store.standingOf(store.recordAnswer(TOPIC, question, 0.9), question)).toBe('wrong');
});

test('the summary counts the questions asked for, or all that were answered', () => {
  const { store } = makeStore({ [KEY]: stored });
  expect(store.topicSummary(TOPIC)).toEqual({ correct: 1, wrong: 0, reworded: 0 });
  expect(store.topicSummary(TOPIC, [{ ...question, version: 'v2' }])).toEqual({ correct: 0, wrong: 0, reworded: 1 });
  expect(store.topicSummary('complaints/calming')).toEqual({ correct: 0, wrong: 0, reworded: 0 });
});

test('what another tab has written meanwhile is kept', () => {
  const { store, items } = makeStore();
  store.recordAnswer(TOPIC, question, 1);
  items.set(KEY, '{"format":1,"answers":{"steps/order/steps":["v9",1,5,1]}}');
  store.recordAnswer(TOPIC, question, 1);
  expect([...store.loadProgress(TOPIC).answers.keys()]).toEqual([`${TOPIC}/steps/order/steps`, question.id]);
});

describe('a damaged entry', () => {
  test.each([
    'not json',
    '',
    'null',
    '[]',
    '"text"',
    '{}',
    '{"format":"1"}',
    '{"format":1}',
    '{"format":1,"answers":[]}',
    '{"format":1,"answers":{"steps/next/opening":["v1",1]}}',
    '{"format":1,"answers":{"steps/next/opening":["v1",2,0,1]}}',
    '{"format":1,"answers":{"steps/next/opening":["v1",null,0,1]}}',
    '{"format":1,"answers":{"steps/next/opening":{"v":1}}}',
    '{"format":1,"answers":{"steps/next/opening":[7,1,0,1]}}',
    '{"format":1,"answers":{"steps/next/opening":["v1",1,0,0.5]}}',
  ])('%s is reported, and the next answer starts afresh', (text) => {
    const { store } = makeStore({ [KEY]: text });
    expect(store.loadProgress(TOPIC)).toMatchObject({ damaged: true, saved: true });
    expect(store.loadProgress(TOPIC).answers.size).toBe(0);
    expect(store.recordAnswer(TOPIC, question, 1)).toMatchObject({ damaged: true, saved: true });
    expect(store.loadProgress(TOPIC)).toMatchObject({ damaged: false });
  });

  test('costs no other answer of the topic, and no other topic', () => {
    const { store } = makeStore({
      [KEY]: '{"format":1,"answers":{"steps/next/opening":["v1",1,1000,1],"steps/next/listen":"?"}}',
      'pocketbook/progress/complaints/calming': 'x',
    });
    const progress = store.loadProgress(TOPIC);
    expect(progress.damaged).toBe(true);
    expect([...progress.answers.keys()]).toEqual([question.id]);
  });

  test('may be named like a member of every object', () => {
    const { store } = makeStore({
      [KEY]: '{"format":1,"answers":{"__proto__":["v",1,0,1],"constructor":["v",1,0,1]}}',
    });
    expect([...store.loadProgress(TOPIC).answers.keys()]).toEqual([`${TOPIC}/__proto__`, `${TOPIC}/constructor`]);
    expect(() => store.recordAnswer(TOPIC, question, 1)).not.toThrow();
  });
});

test('an entry of a newer format is left as it is; answers are kept until the page is closed', () => {
  const newer = '{"format":2,"cards":[]}';
  const { store, items } = makeStore({ [KEY]: newer });
  expect(store.recordAnswer(TOPIC, question, 1)).toMatchObject({ newer: true, saved: false });
  expect(items.get(KEY)).toBe(newer);
  expect(store.topicSummary(TOPIC).correct).toBe(1);
});

describe('a store that does not serve', () => {
  const refuse = (): never => {
    throw new DOMException('no', 'SecurityError');
  };

  test('full: answers are kept until the page is closed, and stored once there is room', () => {
    let isFull = true;
    const items = new Map<string, string>();
    const { store } = makeStore(
      {},
      {
        getItem: (key) => items.get(key) ?? null,
        setItem: (key, value) => {
          if (isFull) throw new DOMException('full', 'QuotaExceededError');
          items.set(key, value);
        },
      },
    );
    expect(store.recordAnswer(TOPIC, question, 1).saved).toBe(false);
    expect(store.topicSummary(TOPIC).correct).toBe(1);
    isFull = false;
    expect(store.recordAnswer(TOPIC, { id: `${TOPIC}/a/b/c`, version: 'v' }, 0).saved).toBe(true);
    expect(items.get(KEY)).toContain('steps/next/opening');
  });

  test('refused, reading and writing alike', () => {
    const { store } = makeStore({}, { getItem: refuse, setItem: refuse });
    expect(store.loadProgress(TOPIC).answers.size).toBe(0);
    expect(store.recordAnswer(TOPIC, question, 1).saved).toBe(false);
    expect(store.standingOf(store.loadProgress(TOPIC), question)).toBe('right');
  });

  test('not there at all', () => {
    const store = createProgressStore(
      refuse,
      () => 0,
      () => () => undefined,
    );
    expect(store.recordAnswer(TOPIC, question, 1).saved).toBe(false);
    expect(store.topicSummary(TOPIC).correct).toBe(1);
  });
});

test('listeners hear of answers here and in other tabs, until they stop', () => {
  const { store, tellOther } = makeStore();
  const listener = vi.fn();
  const stop = store.onChange(listener);
  store.recordAnswer(TOPIC, question, 1);
  tellOther('pocketbook/progress/complaints/calming');
  tellOther('something-else');
  tellOther(null);
  expect(listener.mock.calls).toEqual([[TOPIC], ['complaints/calming']]);
  stop();
  store.recordAnswer(TOPIC, question, 0);
  expect(listener).toHaveBeenCalledTimes(2);
});
