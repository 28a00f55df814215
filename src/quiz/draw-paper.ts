import type { QuestionType } from '../model/question.ts';
import { mixedUp } from './mixed-up.ts';
import { rankBySeed, seedOf } from './rank-by-seed.ts';
import type { ShownQuestion } from './shown-question.ts';

/** Of one way of asking, no more than this share of a paper. */
const MOST_OF_A_PATTERN = 0.25;
/** A story takes as long as six other questions. */
const MOST_STORIES = 0.05;
const CODE_LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/**
 * `length` of the questions, drawn from `seed` alone, whatever order they come in: from every topic in turn, no fact
 * asked about twice, no way of asking more than a quarter and a story in twenty at most, while there are others. A
 * story and a question about its block never stand together. Fewer where there are fewer.
 */
export function drawPaper<Q extends Pick<ShownQuestion, 'id' | 'type'>>(
  questions: readonly Q[],
  seed: string,
  length: number,
): Q[] {
  const drawn: Q[] = [];
  const patterns = new Map<string, number>();
  const facts = new Set<string>();
  const blocks = new Map<string, QuestionType>();
  const most = ({ type }: Q) => Math.max(1, Math.ceil(length * (type === 'scenario' ? MOST_STORIES : MOST_OF_A_PATTERN)));
  const queues = rankBySeed(seed, [...Map.groupBy(questions, ({ id }) => partsOf(id).topic)], ([topic]) => topic).map(
    ([, own]) => rankBySeed(seed, own, ({ id }) => id),
  );
  const passedOver: Q[] = [];
  const take = (question: Q) => {
    const { block, pattern, fact } = partsOf(question.id);
    drawn.push(question);
    facts.add(fact);
    patterns.set(pattern, (patterns.get(pattern) ?? 0) + 1);
    blocks.set(block, question.type);
  };
  // The scenes of a story would be told twice.
  const isToldTwice = ({ id, type }: Q) => {
    const other = blocks.get(partsOf(id).block);
    return other !== undefined && (other === 'scenario' || type === 'scenario');
  };
  while (drawn.length < length && queues.some((queue) => queue.length > 0)) {
    for (const queue of queues) {
      const question = queue.shift();
      if (!question || drawn.length === length) continue;
      const { pattern, fact } = partsOf(question.id);
      if (facts.has(fact) || (patterns.get(pattern) ?? 0) >= most(question)) passedOver.push(question);
      else if (!isToldTwice(question)) take(question);
    }
  }
  for (const question of passedOver) if (drawn.length < length && !isToldTwice(question)) take(question);
  return drawn;
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
  return rankBySeed(`${seed} ${version}`, questions, ({ id }) => id).map((question) => {
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

function partsOf(id: string): { topic: string; block: string; pattern: string; fact: string } {
  const [theme = '', topic = '', block = '', pattern = '', ...fact] = id.split('/');
  return { topic: `${theme}/${topic}`, block: `${theme}/${topic}/${block}`, pattern, fact: [theme, topic, block, ...fact].join('/') };
}
