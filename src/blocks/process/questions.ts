import { doDontPatterns } from '../../quiz/do-dont-patterns.ts';
import { draftChoice, type Candidate } from '../../quiz/draft-choice.ts';
import { asPhrase, quoted } from '../../quiz/fill-template.ts';
import { namesGivenAway } from '../../quiz/likeness.ts';
import { questionId, type QuestionPattern } from '../../quiz/question-draft.ts';
import { rankBySeed, seedOf } from '../../quiz/rank-by-seed.ts';
import { inEachLanguage, nameOfTitle, reasonWording, stemWording } from '../../quiz/wording.ts';
import type { ProcessBlock } from './schema.ts';

type Step = ProcessBlock['steps'][number];
type ToldStep = Step & { why: NonNullable<Step['why']> };

const MOST_ITEMS = 7;
const FEWEST_ITEMS = 3;
const ACTS_NAMED = 3;

/** Put in order: all steps that say why, or seven neighbours of them. A loop starts from its first step. */
const order: QuestionPattern<ProcessBlock> = {
  id: 'order',
  perBlock: 1,
  draft: (block, place) => {
    const id = questionId(place, 'order', place.block);
    const [first] = block.steps;
    const asked = block.steps.filter(isTold).filter((step) => !(block.loop && step === first));
    const start = seedOf(id) % Math.max(1, asked.length - MOST_ITEMS + 1);
    const steps = asked.slice(start, start + MOST_ITEMS);
    if (!first || steps.length < FEWEST_ITEMS) return [];
    const stem = block.loop
      ? stemWording('order-loop', id, { place: place.name, first: nameOfTitle(first.title) })
      : stemWording('order', id, { place: place.name });
    const items = steps.map((step) => ({ id: step.id, text: step.title, feedback: step.why }));
    return [{ id, block: place.block, pattern: 'order', type: 'order', stem, items }];
  },
};

/** What comes next. The step after it and the one before come first as distractors: they are the likely mistakes. */
const next: QuestionPattern<ProcessBlock> = {
  id: 'next',
  perBlock: 2,
  draft: (block, place) =>
    rankBySeed(place.block, [...block.steps.keys()], (at) => block.steps[at]?.id ?? '').flatMap((at) => {
      const step = block.steps[at];
      const key = block.steps[block.loop ? (at + 1) % block.steps.length : at + 1];
      if (!step || !key || !isTold(key)) return [];
      const over = block.steps.slice(0, at).flatMap((other): Candidate[] => {
        if (other === key || !other.why) return [];
        const feedback = reasonWording('next-earlier', { step: nameOfTitle(step.title), reason: other.why });
        return [{ id: other.id, text: other.title, feedback }];
      });
      const toCome = block.steps.slice(at + 2).flatMap((other): Candidate[] => {
        if (!key.harm) return [];
        const feedback = reasonWording('next-later', { key: nameOfTitle(key.title), reason: key.harm });
        return [{ id: other.id, text: other.title, feedback }];
      });
      return draftChoice(
        place,
        'next',
        step.id,
        (id) => stemWording('next', id, { place: place.name, step: nameOfTitle(step.title) }),
        { id: key.id, text: key.title, feedback: key.why },
        [toCome.slice(0, 1), over.slice(-1), [...toCome.slice(1), ...over.slice(0, -1)]],
      );
    }),
};

/** Which step a line of dialogue belongs to. */
const sayStep: QuestionPattern<ProcessBlock> = {
  id: 'say-step',
  perBlock: 2,
  draft: (block, place) =>
    rankBySeed(`${place.block} say`, block.steps.filter(isTold), idOf).flatMap((step) => {
      const say = step.say;
      if (!say) return [];
      return draftChoice(
        place,
        'say-step',
        step.id,
        (id) => stemWording('say-step', id, { place: place.name, say }),
        stepCandidate(step),
        otherSteps(block, step, say.zh),
      );
    }),
};

/** Which step some acts belong to: named together, since one alone may fit several steps. */
const whichStep: QuestionPattern<ProcessBlock> = {
  id: 'which-step',
  perBlock: 2,
  draft: (block, place) =>
    rankBySeed(`${place.block} acts`, block.steps.filter(isTold), idOf).flatMap((step) => {
      if (step.do.length < 2) return [];
      const named = step.do.slice(0, ACTS_NAMED);
      const told = block.steps.filter(isTold);
      const givenAway = namesGivenAway(
        inEachLanguage((lang) => named.map(({ text }) => text[lang]).join('\n')),
        told.map(({ title }) => title),
      );
      if (givenAway[told.indexOf(step)]) return [];
      const acts = inEachLanguage((lang) =>
        named.map(({ text }) => quoted(asPhrase(text[lang]))).join(lang === 'zh' ? '' : ', '),
      );
      return draftChoice(
        place,
        'which-step',
        step.id,
        (id) => stemWording('which-step', id, { place: place.name, acts }),
        stepCandidate(step),
        otherSteps(block, step, acts.zh, (other) => !givenAway[told.indexOf(other)]),
      );
    }),
};

/** How a process is asked about: its order, what comes next, which step this is, and what to do and not to do in one. */
export const questions: readonly QuestionPattern<ProcessBlock>[] = [
  order,
  next,
  sayStep,
  whichStep,
  ...doDontPatterns<ProcessBlock>((block) =>
    block.steps.map((step) => ({ step: step.title, do: step.do, dont: step.dont })),
  ),
];

/** By so many letters more may another step share with the words than their own step before they belong to neither. */
const CLOSER_TO_ANOTHER = 2;

/**
 * The steps that the words could not belong to: the one that shares most letters with them is left out, since it may be
 * right too, and the neighbours of the key are taken only where others are few. None where words fit another better.
 */
function otherSteps(
  block: ProcessBlock,
  key: Step,
  words: string,
  isOffered: (step: ToldStep) => boolean = () => true,
): Candidate[][] {
  const others = block.steps.filter(isTold).filter((step) => step !== key);
  const shared = others.map((step) => sharedLetters(step, words));
  const likest = Math.max(...shared);
  if (likest >= sharedLetters(key, words) + CLOSER_TO_ANOTHER) return [];
  const isAlike = likest === Math.min(...shared);
  const safe = others.filter((step, at) => isOffered(step) && (isAlike || (shared[at] ?? 0) < likest));
  const keyAt = block.steps.indexOf(key);
  const isNeighbour = (step: Step) => Math.abs(block.steps.indexOf(step) - keyAt) === 1;
  return [safe.filter((step) => !isNeighbour(step)), safe.filter(isNeighbour)].map((steps) =>
    steps.map((step) => ({
      ...stepCandidate(step),
      feedback: reasonWording('other-step', { step: nameOfTitle(step.title), reason: step.why }),
    })),
  );
}

/** How many of the letters of a step's Chinese title and short name occur in the words. */
function sharedLetters({ title, short }: Step, words: string): number {
  const letters = `${title.zh}${short?.zh ?? ''}`.replace(/[\s\p{P}]/gu, '');
  return [...new Set(letters)].filter((letter) => words.includes(letter)).length;
}

function stepCandidate({ id, title, why }: ToldStep): Candidate {
  return { id, text: title, feedback: why };
}

function isTold(step: Step): step is ToldStep {
  return step.why !== undefined;
}

function idOf({ id }: { id: string }): string {
  return id;
}
