import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  isNewerPlan,
  keepFirstScores,
  keepLastPlan,
  keepName,
  keepPlan,
  keepStepAt,
  listPlans,
  loadFirstScores,
  loadName,
  loadPlan,
  loadStepAt,
  newPlan,
  removePlan,
} from '../../../src/client/onboarding-store.ts';

const ID = 'day-1';
const KEY = `pocketbook/onboarding/${ID}`;
const shown = { title: '第一天', href: '/onboarding/day-1/', done: 1, of: 3, next: '读' };
const plan = { code: '', ticks: new Map([['read:complaints/six-steps', 100]]), spent: 40, who: 'abcd1234', shown };
const stored = JSON.stringify({ format: 1, ...plan, ticks: Object.fromEntries(plan.ticks) });

/** A device's store: what is in it are its own keys, as in a browser. */
function makeStorage(entries: Record<string, string> = {}, faults: Partial<Storage> = {}): Record<string, string> {
  const items = { ...entries };
  const methods = {
    getItem: (key: string) => items[key] ?? null,
    setItem: (key: string, value: string) => void (items[key] = value),
    removeItem: (key: string) => void Reflect.deleteProperty(items, key),
    ...faults,
  };
  const storage = new Proxy(items, {
    get: (target, key: string) => (key in methods ? methods[key as keyof typeof methods] : target[key]),
  });
  vi.stubGlobal('localStorage', storage);
  return items;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

test('a plan is kept and read as it was, and forgotten when asked', () => {
  const items = makeStorage();
  expect(keepPlan(ID, plan)).toBe(true);
  expect(loadPlan(ID)).toEqual(plan);
  keepLastPlan(ID);
  expect(listPlans()).toEqual([{ id: ID, plan }]);
  removePlan(ID);
  expect(items).toEqual({});
});

describe('a damaged entry', () => {
  test.each(['not json', '', 'null', '[]', '7', '{}', '{"format":"1"}', stored.slice(0, -5)])(
    '%s counts as none, and costs no other plan',
    (text) => {
      const items = makeStorage({ [KEY]: text, 'pocketbook/onboarding/week-1': stored });
      expect(loadPlan(ID)).toBeUndefined();
      expect(listPlans().map(({ id }) => id)).toEqual(['week-1']);
      expect(items[KEY]).toBe(text);
      expect(keepPlan(ID, newPlan('p1.2.x'))).toBe(true);
      expect(loadPlan(ID)?.code).toBe('p1.2.x');
      expect(items['pocketbook/onboarding/week-1']).toBe(stored);
    },
  );

  test('loses what cannot be read of it and nothing else', () => {
    const ticks = { ...Object.fromEntries(plan.ticks), 'card:a/b/c': 'yesterday', 'read:a/b': null };
    makeStorage({ [KEY]: JSON.stringify({ ...plan, format: 1, ticks, spent: -3, code: 5, shown: { title: 1 } }) });
    expect(loadPlan(ID)).toEqual({ code: '', ticks: plan.ticks, spent: 0, who: plan.who });
  });

  test.each(['//evil.example/', 'https://evil.example/', 'javascript:alert(1)'])(
    'never leads a reader to %s',
    (href) => {
      makeStorage({
        [KEY]: JSON.stringify({ format: 1, code: '', ticks: {}, spent: 0, who: 'abcd1234', shown: { ...shown, href } }),
        'pocketbook/onboarding-at': JSON.stringify({ plan: ID, back: href, title: 'x', steps: [] }),
      });
      expect(loadPlan(ID)?.shown).toBeUndefined();
      expect(loadStepAt()).toBeUndefined();
    },
  );
});

test('what a newer version has kept is neither read nor written', () => {
  const newer = '{"format":2,"steps":["read"]}';
  const items = makeStorage({ [KEY]: newer });
  expect(isNewerPlan(ID)).toBe(true);
  expect(loadPlan(ID)).toBeUndefined();
  expect(keepPlan(ID, plan)).toBe(false);
  expect(listPlans()).toEqual([]);
  expect(items[KEY]).toBe(newer);
});

test('a full store is told, and what was in it stays', () => {
  const items = makeStorage(
    { [KEY]: stored },
    {
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    },
  );
  expect(keepPlan(ID, { ...plan, spent: 99 })).toBe(false);
  keepName('林晓');
  keepLastPlan(ID);
  keepFirstScores('a/b', new Map([['q', 1]]));
  keepStepAt({ plan: ID, back: '/', title: '', steps: [] });
  expect(loadPlan(ID)).toEqual(plan);
  expect(items).toEqual({ [KEY]: stored });
});

test('where a device keeps nothing at all, everything goes on and nothing throws', () => {
  vi.stubGlobal('localStorage', undefined);
  Object.defineProperty(globalThis, 'localStorage', {
    configurable: true,
    get: () => {
      throw new DOMException('denied', 'SecurityError');
    },
  });
  expect(isNewerPlan(ID)).toBe(false);
  expect(loadPlan(ID)).toBeUndefined();
  expect(keepPlan(ID, plan)).toBe(false);
  expect(listPlans()).toEqual([]);
  expect([loadName(), loadStepAt(), loadFirstScores('a/b').size]).toEqual(['', undefined, 0]);
  expect(() => removePlan(ID)).not.toThrow();
});

test('a reader’s name is kept as typed, and another sort of entry under its key is none', () => {
  const items = makeStorage();
  keepName('“林晓”');
  expect(loadName()).toBe('“林晓”');
  items['pocketbook/reader-name'] = '{"name":1}';
  expect(loadName()).toBe('');
});
