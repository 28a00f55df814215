import { mixedUp } from './mixed-up.ts';
import { rankBySeed, seedOf } from './rank-by-seed.ts';
import type { ShownQuestion } from './shown-question.ts';

/** Of one way of asking, no more than this share of a paper. */
const MOST_OF_A_PATTERN = 0.25;
/** Of a paper: a story takes as long as six other questions. */
const SHARE_OF_STORIES = 0.05;
const CODE_LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/**
 * `length` of the questions, drawn from `seed` alone, whatever order they come in: one in twenty a story, at the end;
 * the others from every topic in turn, no fact asked about twice, no way of asking more than a quarter, while there are
 * others. A story and a question about its block never stand together. Fewer where there are fewer.
 */
export function drawPaper<Q extends Pick<ShownQuestion, 'id' | 'type'>>(
  questions: readonly Q[],
  seed: string,
  length: number,
): Q[] {
  const ranked = rankBySeed(seed, questions.filter(isStory), ({ id }) => id);
  const stories = ranked.slice(0, Math.round(length * SHARE_OF_STORIES));
  const told = new Set(stories.map(({ id }) => partsOf(id).block));
  const others = questions.filter((question) => !isStory(question) && !told.has(partsOf(question.id).block));
  const drawn = drawShort(others, seed, length - stories.length);
  const asked = new Set(drawn.map(({ id }) => partsOf(id).block));
  // Where short questions are too few, more stories make up for them.
  const more = ranked.slice(stories.length).filter(({ id }) => !asked.has(partsOf(id).block));
  return [...drawn, ...stories, ...more.slice(0, Math.max(0, length - drawn.length - stories.length))];
}

function drawShort<Q extends { id: string }>(questions: readonly Q[], seed: string, length: number): Q[] {
  const drawn: Q[] = [];
  const patterns = new Map<string, number>();
  const facts = new Set<string>();
  const most = Math.max(1, Math.ceil(length * MOST_OF_A_PATTERN));
  const queues = rankBySeed(seed, [...Map.groupBy(questions, ({ id }) => partsOf(id).topic)], ([topic]) => topic).map(
    ([, own]) => rankBySeed(seed, own, ({ id }) => id),
  );
  const passedOver: Q[] = [];
  while (drawn.length < length && queues.some((queue) => queue.length > 0)) {
    for (const queue of queues) {
      const question = queue.shift();
      if (!question || drawn.length === length) continue;
      const { pattern, fact } = partsOf(question.id);
      if (facts.has(fact) || (patterns.get(pattern) ?? 0) >= most) passedOver.push(question);
      else {
        drawn.push(question);
        facts.add(fact);
        patterns.set(pattern, (patterns.get(pattern) ?? 0) + 1);
      }
    }
  }
  return [...drawn, ...passedOver.slice(0, Math.max(0, length - drawn.length))];
}

/** Four letters and figures that differ when a paper has other questions, another order or other wordings. */
export function paperCode(questions: readonly Pick<ShownQuestion, 'id' | 'version'>[]): string {
  let number = seedOf(questions.map(({ id, version }) => `${id} ${version}`).join('\n'));
  let code = '';
  for (let at = 0; at < 4; at++) {
    code += CODE_LETTERS[number % CODE_LETTERS.length] ?? '';
    number = Math.floor(number / CODE_LETTERS.length);
  }
  return code;
}

/**
 * One of several versions of a paper: A as drawn, the others with questions and options in another order. Neighbours
 * cannot copy from each other, and each has its own key.
 */
export function paperVersion(questions: readonly ShownQuestion[], seed: string, version: string): ShownQuestion[] {
  if (version === 'A') return [...questions];
  const ranked = rankBySeed(`${seed} ${version}`, questions, ({ id }) => id);
  return [...ranked.filter((question) => !isStory(question)), ...ranked.filter(isStory)].map((question) => {
    const reorder = <T extends { id: string }>(items: readonly T[], name: string): T[] =>
      mixedUp(
        `${seed} ${version} ${question.id} ${name}`,
        items.map(({ id }) => id),
      ).flatMap((id) => items.filter((item) => item.id === id));
    if (question.type === 'true-false') return question;
    // The decisions of a story stand in the order told.
    const options = question.story ? question.options : reorder(question.options, 'options');
    const isSolved = question.type === 'order' && options.every(({ id }, at) => id === question.key[at]);
    return {
      ...question,
      options: isSolved ? [...options.slice(1), ...options.slice(0, 1)] : options,
      targets: question.type === 'match' ? reorder(question.targets, 'targets') : question.targets,
      ...(question.story && {
        story: question.story.map((scene) => ({ ...scene, choices: reorder(scene.choices, scene.id) })),
      }),
    };
  });
}

function isStory({ type }: Pick<ShownQuestion, 'type'>): boolean {
  return type === 'scenario';
}

function partsOf(id: string): { topic: string; block: string; pattern: string; fact: string } {
  const [theme = '', topic = '', block = '', pattern = '', ...fact] = id.split('/');
  return {
    topic: `${theme}/${topic}`,
    block: `${theme}/${topic}/${block}`,
    pattern,
    fact: [theme, topic, block, ...fact].join('/'),
  };
}
