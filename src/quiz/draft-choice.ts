import { LANGS, type Localized } from '../model/localized.ts';
import { questionId, type DraftOption, type QuestionDraft, type QuestionPlace } from './question-draft.ts';
import { rankBySeed } from './rank-by-seed.ts';
import { hasLabel, labelWording, reasonWording, type LabelKey, type ReasonKey } from './wording.ts';

/** An option without its mark: the reason says why it is right, or what choosing it would cost. */
export type Candidate = Omit<DraftOption, 'correct'>;

const DISTRACTORS = 3;
const FEWEST_DISTRACTORS = 2;
/** Among so many candidates the search for distractors that hide the key stays quick. */
const MOST_CANDIDATES = 12;

/**
 * A choice of `key` among up to three of `candidates`, or nothing where fewer than two can stand beside it.
 * @param candidates groups, the better distractors in the first; within a group the question's id decides.
 */
export function draftChoice(
  place: QuestionPlace,
  pattern: string,
  fact: string,
  stemFor: (id: string) => Localized,
  key: Candidate,
  candidates: readonly (readonly Candidate[])[],
): QuestionDraft[] {
  const id = questionId(place, pattern, fact);
  const distractors = pickDistractors(id, key, candidates);
  if (distractors.length < FEWEST_DISTRACTORS) return [];
  const options = [{ ...key, correct: true }, ...distractors.map((option) => ({ ...option, correct: false }))];
  return [{ id, block: place.block, pattern, type: 'choice', stem: stemFor(id), options }];
}

/** A question answered by one of two words, such as “do it” and “don't”; both options are given the fact's reason. */
export function draftTrueFalse(
  place: QuestionPlace,
  pattern: string,
  fact: string,
  stemFor: (id: string) => Localized,
  answer: boolean,
  words: Record<'yes' | 'no', LabelKey & ReasonKey>,
  reason: Localized,
): QuestionDraft[] {
  const id = questionId(place, pattern, fact);
  const correction = reasonWording(answer ? words.yes : words.no, { reason });
  const plain = reasonWording('plain', { reason });
  const options = [
    { id: 'true', text: labelWording(words.yes), correct: answer, feedback: answer ? plain : correction },
    { id: 'false', text: labelWording(words.no), correct: !answer, feedback: answer ? correction : plain },
  ];
  return [{ id, block: place.block, pattern, type: 'true-false', stem: stemFor(id), options }];
}

/** Whether the key is at least as long as each distractor, in either language: a reader could guess it by its length. */
export function keyIsLongest(options: readonly DraftOption[]): boolean {
  const key = options.find((option) => option.correct);
  const others = options.filter((option) => !option.correct);
  return LANGS.some((lang) => others.every((other) => other.text[lang].length <= (key?.text[lang].length ?? 0)));
}

function pickDistractors(seed: string, key: Candidate, groups: readonly (readonly Candidate[])[]): Candidate[] {
  const used = [key];
  for (const candidate of groups.flatMap((group) => rankBySeed(seed, group, ({ id }) => id))) {
    if (!used.some((other) => other.id === candidate.id || alike(other.text, candidate.text))) used.push(candidate);
  }
  const usable = used.slice(1, MOST_CANDIDATES + 1);
  // The best distractor stays; of the ways to fill the other places the first is taken that tells least by looks.
  const kept = groups.filter((group) => group.length > 0).length > 1 ? 1 : 0;
  const [first = [], ...more] = waysToChoose(usable.slice(kept), DISTRACTORS - kept).map((way) => [
    ...usable.slice(0, kept),
    ...way,
  ]);
  return more.reduce((best, way) => (telltales(key, way) < telltales(key, best) ? way : best), first);
}

/** Every choice of `count` items, or of all where there are no more, those of the first items first. */
function waysToChoose<T>(items: readonly T[], count: number): T[][] {
  if (count === 0 || items.length <= count) return [items.slice(0, count)];
  return items
    .slice(0, items.length - count + 1)
    .flatMap((item, at) => waysToChoose(items.slice(at + 1), count - 1).map((rest) => [item, ...rest]));
}

/**
 * By how many signs a reader could tell the key among the others without knowing the matter: in each language that it
 * is the longest, that it is the shortest, and that it alone has a label before a colon, or alone has none.
 */
function telltales(key: Candidate, others: readonly Candidate[]): number {
  const signs = LANGS.flatMap((lang) => {
    const letters = key.text[lang].length;
    const isLabelled = hasLabel(key.text[lang]);
    return [
      others.every((other) => other.text[lang].length <= letters),
      others.every((other) => other.text[lang].length > letters),
      others.every((other) => hasLabel(other.text[lang]) !== isLabelled),
    ];
  });
  return signs.filter(Boolean).length;
}

function alike(a: Localized, b: Localized): boolean {
  return LANGS.some((lang) => bare(a[lang]) === bare(b[lang]));
}

/** The text without case, space and punctuation. */
function bare(text: string): string {
  return text.toLowerCase().replace(/[\s\p{P}]/gu, '');
}
