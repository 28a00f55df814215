import * as fc from 'fast-check';
import type { Plan, PlanStep } from '../../../src/onboarding/plan.ts';
import type { Result } from '../../../src/onboarding/result-code.ts';

const word = fc.stringMatching(/^[a-z0-9]{1,8}$/);
const id = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join('-'));
const topic = fc.tuple(id, id).map((parts) => parts.join('/'));
const minutes = fc.integer({ min: 0, max: 480 });
const text = (most: number) => fc.string({ unit: 'binary', maxLength: most }).filter((value) => value.length <= most);
// Half a surrogate pair is no character; a text field cannot hold one alone for long, and UTF-8 not at all.
const typed = (most: number) => text(most).map((value) => value.replace(/[\uD800-\uDFFF]/g, '\uFFFD'));
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const step: fc.Arbitrary<PlanStep> = fc.oneof(
  fc.record({ do: fc.constant('read' as const), topic, minutes }),
  fc.record({ do: fc.constant('card' as const), card: fc.tuple(topic, id).map((parts) => parts.join('/')), minutes }),
  fc.record({
    do: fc.constant('quiz' as const),
    topic,
    pass: fc.integer({ min: 0, max: 100 }).map((share) => share / 100),
    minutes,
  }),
  fc.record({ do: fc.constantFrom('assess' as const, 'practise' as const), topic, block: id, minutes }),
  fc.record({ do: fc.constant('on-the-job' as const), from: topic, minutes }),
  fc.record({ do: fc.constant('on-the-job' as const), text: typed(240), minutes }),
);

/** Any plan that a link can hold. */
export const anyPlan: fc.Arbitrary<Plan> = fc.record({
  id: fc.oneof(id, fc.stringMatching(/^[A-Z][A-Z0-9]{7}$/)),
  lang: fc.constantFrom('zh' as const, 'en' as const),
  title: typed(80),
  from: typed(40),
  greeting: typed(400),
  start: fc.oneof(fc.constant(''), day),
  stages: fc.array(
    fc
      .tuple(typed(80), fc.option(fc.integer({ min: 0, max: 366 })), fc.array(step, { maxLength: 10 }))
      .map(([title, due, steps]) => ({ title, steps, ...(due !== null && { due }) })),
    { maxLength: 8 },
  ),
});

const hundredths = fc.integer({ min: 0, max: 100 }).map((share) => share / 100);

/** Any result that a link can hold, its questions by topic as they are when read back. */
export const anyResult: fc.Arbitrary<Result> = fc.record({
  plan: fc.record({ id, title: typed(80) }),
  name: typed(40),
  who: fc.stringMatching(/^[a-z0-9]{8}$/),
  lang: fc.constantFrom('zh' as const, 'en' as const),
  at: fc.integer({ min: 0, max: 4_000_000_000 }),
  seconds: fc.integer({ min: 0, max: 1_000_000 }),
  stages: fc.array(
    fc
      .tuple(
        fc.integer({ min: 0, max: 60 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.oneof(fc.constant(''), day),
      )
      .map(([of, share, due]) => ({ of, done: Math.floor(of * share), due })),
    { maxLength: 8 },
  ),
  questions: fc
    .uniqueArray(topic, { maxLength: 5 })
    .chain((topics) =>
      fc.tuple(
        ...topics.map((name) =>
          fc.array(
            fc
              .tuple(
                fc.stringMatching(/^[a-z0-9]{5}$/),
                fc.option(hundredths),
                hundredths,
                fc.integer({ min: 1, max: 99 }),
              )
              .map(([question, first, last, times]) => ({
                id: `${name}/${question}`,
                last,
                times,
                ...(first !== null && { first }),
              })),
            { minLength: 1, maxLength: 8 },
          ),
        ),
      ),
    )
    .map((groups) => groups.flat()),
  scales: fc.array(
    fc.record({ id: fc.tuple(topic, id).map((parts) => parts.join('/')), score: fc.integer({ min: 0, max: 500 }) }),
    { maxLength: 3 },
  ),
});
