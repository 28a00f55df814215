import { exportTexts, trueFalseLabels } from '../i18n/exports.ts';
import { hashText } from '../model/hash-text.ts';
import type { Option, Question, QuestionType } from '../model/question.ts';
import type { Fallbacks } from './exporter.ts';

type QuestionOf<T extends QuestionType> = Extract<Question, { type: T }>;

const FALLBACKS = {
  'worded-as-choice': wordedAsChoice,
  'order-as-match': orderAsMatch,
  'order-as-choice': orderAsChoice,
  'match-as-choices': matchAsChoices,
  'sort-as-match': sortAsMatch,
  'sort-as-multiples': sortAsMultiples,
  'scenario-as-choices': scenarioAsChoices,
} as const;

/** A way to say a question in another type. */
export type FallbackName = keyof typeof FALLBACKS;

/** The questions, those of a type that has a fallback said in another type. Others pass through as they are. */
export function applyFallbacks(questions: readonly Question[], fallbacks: Fallbacks): Question[] {
  return questions.flatMap((question) => {
    const name = fallbacks[question.type];
    return name ? (FALLBACKS[name] as (question: Question) => Question[])(question) : [question];
  });
}

/** What the questions that one question becomes have in common; `part` tells them apart. */
function partOf(question: Question, part: string) {
  const { topic, block, pattern, lang, version, section, url, stem } = question;
  const id = part === '' ? question.id : `${question.id}/${part}`;
  return { id, topic, block, pattern, lang, version, section, url, stem };
}

/** A question of two options that are not called true and false, where a format has no other words for them. */
function wordedAsChoice(question: QuestionOf<'true-false'>): Question[] {
  const labels = trueFalseLabels(question.lang);
  const isPlain = question.options.every(({ id, text }) => text === (id === 'true' ? labels.true : labels.false));
  return [isPlain ? question : { ...question, type: 'choice' }];
}

/** Each item beside its place: first, second … */
function orderAsMatch(question: QuestionOf<'order'>): Question[] {
  const say = exportTexts(question.lang);
  const pairs = question.order.map(({ id, text, feedback }, index) => ({
    id,
    left: say('order.place', { n: index + 1 }),
    right: text,
    feedback,
  }));
  return [{ ...partOf(question, ''), type: 'match', pairs, shown: question.shown }];
}

/** The right sequence among wrong ones; items are lettered in the stem, as on paper. */
function orderAsChoice(question: QuestionOf<'order'>): Question[] {
  const say = exportTexts(question.lang);
  const right = question.order.map(({ id }) => id);
  const letters = (ids: readonly string[]) =>
    ids.map((id) => letterAt(question.shown.indexOf(id))).join(say('order.arrow'));
  const sequences = [question.shown, swapped(right, 0), swapped(right, right.length - 2), [...right].reverse()];
  const wrong = [...new Set(sequences.map(letters))].filter((sequence) => sequence !== letters(right)).slice(0, 3);
  const reason = question.order.map(({ text, feedback }, index) => `${String(index + 1)}. ${text} ${feedback}`);
  const options: Option[] = [
    { id: 'key', text: letters(right), correct: true, feedback: reason.join('\n') },
    ...wrong.map((text, index) => ({
      id: `wrong-${String(index + 1)}`,
      text,
      correct: false,
      feedback: say('order.wrong', { sequence: letters(right) }),
    })),
  ];
  const items = question.shown.map((id, index) => {
    const text = question.order.find((item) => item.id === id)?.text ?? '';
    return `${letterAt(index)}. ${text}`;
  });
  const stem = [question.stem, ...items].join('\n');
  return [{ ...partOf(question, ''), stem, type: 'choice', options: rotated(options, question.id) }];
}

/** One choice a pair: which of the right sides belongs to this left side. */
function matchAsChoices(question: QuestionOf<'match'>): Question[] {
  const say = exportTexts(question.lang);
  const rights = question.shown.flatMap((id) => question.pairs.filter((pair) => pair.id === id));
  return question.pairs.map((pair) => ({
    ...partOf(question, pair.id),
    stem: say('match.stem', { stem: question.stem, left: pair.left }),
    type: 'choice',
    options: rights.map((other) => ({
      id: other.id,
      text: other.right,
      correct: other.id === pair.id,
      feedback: other.id === pair.id ? pair.feedback : say('match.wrong', { left: other.left }),
    })),
  }));
}

/** Each item beside the name of its bin. */
function sortAsMatch(question: QuestionOf<'sort'>): Question[] {
  const pairs = question.bins.flatMap((bin) =>
    bin.items.map(({ id, text, feedback }) => ({ id, left: text, right: bin.label, feedback })),
  );
  return [{ ...partOf(question, ''), type: 'match', pairs, shown: question.shown }];
}

/** One multiple choice a bin: all that belongs into it. */
function sortAsMultiples(question: QuestionOf<'sort'>): Question[] {
  const say = exportTexts(question.lang);
  const items = question.bins.flatMap((bin) => bin.items.map((item) => ({ ...item, bin })));
  const shown = question.shown.flatMap((id) => items.filter((item) => item.id === id));
  return question.bins.map((bin) => ({
    ...partOf(question, bin.id),
    stem: say('sort.stem', { stem: question.stem, label: bin.label }),
    type: bin.items.length > 1 ? 'multiple' : 'choice',
    options: shown.map((item) => ({
      id: item.id,
      text: item.text,
      correct: item.bin.id === bin.id,
      feedback: item.bin.id === bin.id ? item.feedback : say('sort.wrong', { label: item.bin.label }),
    })),
  }));
}

/** One choice a decision: the story that leads there by the best way stands in the stem. */
function scenarioAsChoices(question: QuestionOf<'scenario'>): Question[] {
  const decisions: Question[] = [];
  const story: string[] = [];
  const seen = new Set<string>();
  let scene = question.nodes[0];
  while (scene && !seen.has(scene.id)) {
    seen.add(scene.id);
    const { id, text, ask, choices, next } = scene;
    story.push(text);
    const best = choices.find((choice) => question.best.includes(`${id}/${choice.id}`));
    if (best) {
      decisions.push({
        ...partOf(question, id),
        stem: [...story, ask ?? question.stem].join('\n'),
        type: 'choice',
        options: choices.map((choice) => ({
          id: choice.id,
          text: choice.text,
          correct: choice.id === best.id,
          feedback: `${choice.outcome} ${choice.feedback}`,
        })),
      });
      story.push(best.outcome);
    }
    const after = best?.next ?? next;
    scene = question.nodes.find((node) => node.id === after);
  }
  return decisions;
}

function letterAt(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index);
}

function swapped(ids: readonly string[], at: number): string[] {
  return ids.map((id, index) => (index === at ? (ids[at + 1] ?? id) : index === at + 1 ? (ids[at] ?? id) : id));
}

/** The list begun at a place drawn from `seed`, so that the key does not always come first. */
function rotated<T>(list: readonly T[], seed: string): T[] {
  const start = parseInt(hashText(seed).slice(-4), 36) % list.length;
  return [...list.slice(start), ...list.slice(0, start)];
}
