import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { deflateSync, strFromU8, strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openCode, sealCode } from '../../../src/onboarding/envelope.ts';
import { formatPlan, parsePlan } from '../../../src/onboarding/plan-code.ts';
import type { Plan } from '../../../src/onboarding/plan.ts';
import { formatResult, parseResult, type Result } from '../../../src/onboarding/result-code.ts';
import { anyPlan, anyResult } from './make-plan.ts';

const GOLDEN = path.resolve('tests/golden/onboarding');
const golden = (name: string) => readFileSync(path.join(GOLDEN, name), 'utf8').trim();

describe('round trips', () => {
  test('every plan comes back as it was', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        expect(parsePlan(formatPlan(plan))).toEqual({ value: plan });
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  test('every result comes back as it was', () => {
    fc.assert(
      fc.property(anyResult, (result) => {
        expect(parseResult(formatResult(result))).toEqual({ value: result });
      }),
      { numRuns: 100, seed: 7 },
    );
  });

  test('a code holds only what a fragment takes as it is', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const code = formatPlan(plan);
        expect(code).toMatch(/^[A-Za-z0-9._-]+$/);
        expect(new URL(`https://a.test/#${code}`).hash).toBe(`#${code}`);
      }),
      { numRuns: 50, seed: 7 },
    );
  });
});

test('links made by the first version open for good', () => {
  expect(parsePlan(golden('plan-v1.txt')).value).toEqual(JSON.parse(golden('plan-v1.json')));
  expect(parseResult(golden('result-v1.txt')).value).toEqual(JSON.parse(golden('result-v1.json')));
});

describe('a damaged code', () => {
  const plan = JSON.parse(golden('plan-v1.json')) as Plan;
  const code = formatPlan(plan);

  test('says what is wrong with it', () => {
    const [head = '', length = '', check = '', ...body] = code.split('.');
    const rest = body.join('.');
    const faults = {
      nothing: parsePlan('').fault,
      'some other link': parsePlan('section-2').fault,
      'a result': parsePlan(golden('result-v1.txt')).fault,
      'a later version': parsePlan(`p2.${length}.${check}.${rest}`).fault,
      'its end missing': parsePlan(code.slice(0, -9)).fault,
      'only its head': parsePlan(code.slice(0, 6)).fault,
      'a letter changed': parsePlan(`${head}.${length}.${check}.${rest.replace(/.$/, rest.endsWith('A') ? 'B' : 'A')}`)
        .fault,
      'something added': parsePlan(`${code}x`).fault,
      'far too long': parsePlan(`${code}${'x'.repeat(20_000)}`).fault,
      'whole, but no plan': parsePlan(sealCode('p', 1, { hello: 'there' })).fault,
    };
    expect(faults).toEqual({
      nothing: 'empty',
      'some other link': 'foreign',
      'a result': 'foreign',
      'a later version': 'newer',
      'its end missing': 'cut',
      'only its head': 'cut',
      'a letter changed': 'altered',
      'something added': 'altered',
      'far too long': 'long',
      'whole, but no plan': 'broken',
    });
  });

  test('in any of a thousand ways, it is named and never thrown', () => {
    const resultCode = golden('result-v1.txt');
    const whole = fc.constantFrom(code, resultCode);
    const cut = fc.tuple(whole, fc.nat()).map(([text, at]) => text.slice(0, at % text.length));
    const changed = fc
      .tuple(whole, fc.nat(), fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }))
      .map(
        ([text, at, put]) => `${text.slice(0, at % text.length)}${put}${text.slice((at % text.length) + put.length)}`,
      );
    const added = fc.tuple(whole, fc.string({ unit: 'binary', minLength: 1 })).map(([text, more]) => text + more);
    const sealed = fc.tuple(fc.constantFrom('p', 'r'), fc.jsonValue()).map(([kind, data]) => sealCode(kind, 1, data));
    const swapped = fc.tuple(fc.nat({ max: 6 }), fc.jsonValue()).map(([at, put]) => {
      const data = openCode('p', 1, code).value?.data as unknown[];
      return sealCode(
        'p',
        1,
        data.map((part, index) => (index === at ? put : part)),
      );
    });
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 400 }).map((data) => {
      const body = btoa(strFromU8(data, true)).replaceAll('=', '');
      return `p1.${body.length.toString(36)}.0000000.${body}`;
    });
    const markup = fc.constantFrom(
      '<img src=x onerror=alert(1)>',
      '"><script>alert(1)</script>',
      'javascript:alert(1)',
      '../../../etc',
    );
    const bomb = fc.integer({ min: 200_000, max: 900_000 }).map((size) => {
      const body = btoa(strFromU8(deflateSync(strToU8(`"${'a'.repeat(size)}"`)), true))
        .replaceAll('+', '-')
        .replaceAll('/', '_')
        .replaceAll('=', '');
      return `p1.${body.length.toString(36)}.0000000.${body}`;
    });
    const oversized = fc.integer({ min: 16_001, max: 200_000 }).map((size) => `p1.${'a'.repeat(size)}`);
    const hostile = fc.oneof(
      cut,
      changed,
      added,
      sealed,
      swapped,
      bytes,
      markup,
      bomb,
      oversized,
      fc.string({ unit: 'binary' }),
    );
    const names = ['empty', 'foreign', 'newer', 'long', 'cut', 'altered', 'broken'];
    fc.assert(
      fc.property(hostile, (text) => {
        for (const opened of [parsePlan(text), parseResult(text)]) {
          // What was changed into itself, or into another whole plan, is a plan.
          if (opened.value) expect(opened.fault).toBeUndefined();
          else expect(names).toContain(opened.fault);
        }
      }),
      { numRuns: 1000, seed: 11 },
    );
  });

  test('that unpacks to megabytes is refused', () => {
    expect(parsePlan(sealCode('p', 1, 'a'.repeat(2_000_000))).fault).toBe('broken');
  });
});

test('thirty steps with texts of their own fit into 2,000 characters', () => {
  const plan = JSON.parse(golden('plan-v1.json')) as Plan;
  const themes = [
    'complaints/six-steps',
    'communication/tone-of-voice',
    'foundations/what-is-service',
    'etiquette/dress-and-jewellery',
    'psychology/customer-types',
    'management/service-standards',
    'mindset-ethics/ten-habits',
    'service-cycle/giving-information',
    'complaints/calming',
    'communication/wording',
  ];
  const steps = themes.flatMap((topic): Plan['stages'][number]['steps'] => [
    { do: 'read', topic, minutes: 15 },
    { do: 'quiz', topic, pass: 0.8, minutes: 10 },
    { do: 'on-the-job', text: `在岗位上做一件和${topic}有关的事，做完讲给带教听，说出一处下次要改的。`, minutes: 30 },
  ]);
  const stages = [0, 1, 2, 3, 4].map((at) => ({
    title: `第 ${String(at + 1)} 天`,
    due: at,
    steps: steps.slice(at * 6, at * 6 + 6),
  }));
  const code = formatPlan({ ...plan, stages });
  expect(`https://pocketbook.example.com/onboarding/plan/#${code}`.length).toBeLessThanOrEqual(2000);
});

test('a result of a class of questions stays a link that can be sent', () => {
  const result = JSON.parse(golden('result-v1.json')) as Result;
  const questions = Array.from({ length: 110 }, (_, at) => ({
    id: `complaints/topic-${String(at % 11)}/${(at * 7919 + 60_000_000).toString(36).slice(-5)}`,
    first: at % 3 === 0 ? 0 : 1,
    last: 1,
    times: 1 + (at % 2),
  }));
  expect(formatResult({ ...result, questions }).length).toBeLessThan(2000);
});
