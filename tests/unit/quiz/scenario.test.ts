import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadRecords } from '../../../scripts/lib/load-records.ts';
import { storyNodes } from '../../../src/blocks/case/story-nodes.ts';
import { topicQuestions } from '../../../src/blocks/topic-questions.ts';
import { LANGS } from '../../../src/model/localized.ts';
import type { Question } from '../../../src/model/question.ts';
import type { ScenarioNode } from '../../../src/model/scenario.ts';
import { drawPaper, paperVersion } from '../../../src/quiz/draw-paper.ts';
import { versionOf } from '../../../src/quiz/present-questions.ts';
import { bestPath } from '../../../src/quiz/scenario-path.ts';
import { rulesOf, showQuestion } from '../../../src/quiz/types/registry.ts';
import { decisionsOf, scenario } from '../../../src/quiz/types/scenario.ts';

type Scenario = Extract<Question, { type: 'scenario' }>;

/** The site's own cases. */
const { topics } = loadRecords(process.cwd()).draft;
const cases = topics.flatMap((topic) =>
  topic.data.blocks.flatMap((block) =>
    block.kind === 'case' ? [{ name: `${topic.id}/${block.id}`, topic, block: block }] : [],
  ),
);

function asked(name: string, lang: (typeof LANGS)[number] = 'zh'): Scenario {
  const { topic, block } = cases.find((one) => one.name === name)!;
  const question = topicQuestions(topic, lang).find(({ type, ...of }) => type === 'scenario' && of.block === block.id);
  return question as Scenario;
}

interface Path {
  steps: { id: string; effect: string }[];
  end: Pick<ScenarioNode, 'id' | 'ending'>;
}

/** Every way through a story, each with its end; fails on one that leads nowhere. */
function pathsFrom(nodes: readonly ScenarioNode<unknown>[], id: string, depth = 0): Path[] {
  const scene = nodes.find((node) => node.id === id);
  expect(scene, id).toBeDefined();
  expect(depth).toBeLessThan(nodes.length);
  const { choices, next, ending } = scene!;
  if (ending) return [{ steps: [], end: { id, ending } }];
  if (choices.length === 0) return pathsFrom(nodes, next ?? '', depth + 1);
  return choices.flatMap((choice) =>
    pathsFrom(nodes, choice.next, depth + 1).map(({ steps, end }) => ({
      steps: [{ id: `${id}/${choice.id}`, effect: choice.effect }, ...steps],
      end,
    })),
  );
}

test('each theme of practice has a case', () => {
  const themes = new Set(cases.map(({ topic }) => topic.theme));
  const practised = ['complaints', 'service-cycle', 'communication', 'psychology', 'etiquette', 'management'];
  expect([...themes]).toEqual(expect.arrayContaining(practised));
});

describe.each(cases)('$name', ({ name, block }) => {
  const nodes = storyNodes(block);
  const paths = pathsFrom(nodes, nodes[0]!.id);

  test('every path ends, and every end is reached', () => {
    const ends = new Set(paths.map(({ end }) => end.id));
    expect([...ends].sort()).toEqual(
      nodes
        .filter(({ ending }) => ending)
        .map(({ id }) => id)
        .sort(),
    );
    expect(ends.size).toBeGreaterThanOrEqual(2);
  });

  test('the best path helps all the way to a good end and alone earns 1; scores lie from 0 to 1', () => {
    const question = asked(name);
    const shown = scenario.show(question);
    const [best, ...others] = paths.filter(({ steps }) => scenario.grade(shown, idsOf(steps)) === 1);
    expect(others).toEqual([]);
    expect(idsOf(best!.steps)).toEqual(question.best);
    expect(best!.end.ending).toBe('good');
    for (const { steps } of paths) {
      const score = scenario.grade(shown, idsOf(steps));
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
      expect(score === 0).toBe(steps.every(({ effect }) => effect === 'hurts'));
      expect(scenario.isComplete(shown.key, idsOf(steps))).toBe(true);
    }
  });

  test('a decision offers three ways or more, and one that helps', () => {
    const decisions = block.scenes.flatMap(({ decision }) => (decision ? [decision.choices] : []));
    for (const choices of decisions) {
      expect(choices.length).toBeGreaterThanOrEqual(3);
      expect(choices.filter(({ effect }) => effect === 'helps')).toHaveLength(1);
    }
  });

  test('is the same story in both languages', () => {
    const [zh, en] = LANGS.map((lang) => asked(name, lang));
    expect(en!.version).toBe(zh!.version);
    expect(en!.best).toEqual(zh!.best);
    expect(scenario.show(en!).key).toEqual(scenario.show(zh!).key);
  });
});

test('in whatever order choices stand, key, best path and version are the same', () => {
  const { block } = cases[0]!;
  const nodes = storyNodes(block);
  const draft = (given: ScenarioNode<{ zh: string; en: string }>[]) =>
    ({ id: 'q', block: 'b', pattern: 'walk', stem: { zh: '？', en: '?' }, type: 'scenario', nodes: given }) as const;
  fc.assert(
    fc.property(
      fc.tuple(
        ...nodes.map((node) =>
          fc
            .shuffledSubarray([...node.choices], { minLength: node.choices.length })
            .map((choices) => ({ ...node, choices })),
        ),
      ),
      (shuffled) => {
        expect(bestPath(shuffled)).toEqual(bestPath(nodes));
        expect(versionOf(draft(shuffled))).toBe(versionOf(draft(nodes)));
      },
    ),
  );
});

describe('a score', () => {
  const key = ['a/right', 'a/partly~', 'b/right'];
  test.each([
    [['a/right', 'b/right'], 1],
    [['a/partly', 'b/right'], 0.75],
    [['a/wrong', 'b/right'], 0.5],
    [['a/partly', 'b/wrong'], 0.25],
    [['a/wrong', 'b/wrong'], 0],
    [[], 0],
  ])('of %j is %d', (answer, score) => {
    expect(scenario.grade({ key, options: [] }, answer)).toBe(score);
  });

  test('needs a story that has come to its end', () => {
    expect(scenario.isComplete(key, [])).toBe(false);
  });
});

test('a question about a case tells the best path with its reasons, and comes after the shorter ones', () => {
  const { topic } = cases.find(({ name }) => name === 'complaints/case-hot-water/story')!;
  const questions = topicQuestions(topic, 'en');
  const walk = questions.at(-1)!;
  expect(walk.type).toBe('scenario');
  const { options } = showQuestion(walk);
  expect(options.map(({ id }) => id)).toEqual((walk as Scenario).best);
  for (const { text, feedback } of options) expect([text.includes(' → '), feedback.length > 10]).toEqual([true, true]);
});

function idsOf(steps: Path['steps']): string[] {
  return steps.map(({ id }) => id);
}

describe('a story on paper', () => {
  const bank = topics.flatMap((topic) => topicQuestions(topic, 'zh')).map((question) => showQuestion(question));
  const stories = bank.filter(({ type }) => type === 'scenario');

  test('stands once among twenty questions, at the end, and never beside a question about its own scenes', () => {
    expect(stories.length).toBeGreaterThanOrEqual(10);
    const blockOf = ({ id }: { id: string }) => id.split('/').slice(0, 3).join('/');
    const papers = ['a', 'b', 'c', 'd', 'e', 'f'].map((seed) => drawPaper(bank, seed, 20));
    const full = drawPaper(bank, 'all of it', bank.length);
    for (const paper of [...papers, full]) {
      const told = paper.filter(({ type }) => type === 'scenario');
      expect(paper.slice(-told.length)).toEqual(told);
      if (paper !== full) expect([told.length, paper.length]).toEqual([1, 20]);
      for (const story of told) expect(paper.filter((other) => blockOf(other) === blockOf(story))).toEqual([story]);
    }
  });

  test.each(stories.map((story) => [story.id, story] as const))(
    '%s: in every version each decision has its choices in an order of its own, and the key names what helps',
    (_, story) => {
      const keys = ['A', 'B', 'C'].map((version) => {
        const [printed] = paperVersion([story], 'seed', version);
        const decisions = decisionsOf(printed!);
        expect(decisions).toHaveLength(story.options.length);
        for (const { scene, letter, half, told } of decisions) {
          expect(told.at(-1)).toBe(scene);
          expect(scene.choices['ABCDE'.indexOf(letter)]?.effect).toBe('helps');
          for (const other of half) expect(scene.choices['ABCDE'.indexOf(other)]?.effect).toBe('half');
        }
        const key = rulesOf('scenario').printKey(printed!);
        expect(key).toBe(decisions.map(({ number, letter }) => `${number} ${letter}`).join(' '));
        return key;
      });
      if (story.options.length > 1) expect(new Set(keys).size).toBeGreaterThan(1);
    },
  );
});
