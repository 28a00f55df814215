import { LANGS, type Localized } from '../../model/localized.ts';
import { draftChoice, type Candidate } from '../../quiz/draft-choice.ts';
import { draftMatch } from '../../quiz/draft-match.ts';
import { quoted } from '../../quiz/fill-template.ts';
import { affinity, likeness } from '../../quiz/likeness.ts';
import type { QuestionDraft, QuestionPattern } from '../../quiz/question-draft.ts';
import { rankBySeed } from '../../quiz/rank-by-seed.ts';
import { mapText, reasonWording, situationOf, situationWording, stemWording } from '../../quiz/wording.ts';
import type { PhrasesBlock } from './schema.ts';

type Phrase = PhrasesBlock['items'][number];

/** Two situations that share more of their letter pairs than this may call for the same words. */
const SAME_SITUATION = 0.2;

/**
 * What to say in a situation: the better phrase, the one to avoid, one that belongs to a clearly different situation,
 * and another to avoid. Where no situation is told, the stem gives the phrase to avoid and other such phrases are the
 * distractors: what is said well elsewhere might be right here too.
 */
const better: QuestionPattern<PhrasesBlock> = {
  id: 'better',
  perBlock: 4,
  draft: (block, place) =>
    rankBySeed(place.block, block.items, idOf).flatMap((item) => {
      const { when, avoid, say, why } = item;
      if (!why) return [];
      const others = rankBySeed(`${place.block}/${item.id}`, block.items, idOf)
        .filter((other) => other !== item)
        .sort((a, b) => alikeness(item, b) - alikeness(item, a));
      const worse = others.flatMap((other) => (when ? avoidedElsewhere(other) : avoided(other)));
      return draftChoice(
        place,
        'better',
        item.id,
        (id) =>
          when ? stemWording('better-when', id, { when: situationOf(when) }) : stemWording('better', id, { avoid }),
        { id: item.id, text: line(say), feedback: why },
        when
          ? [avoided(item), elsewhere(item, others).slice(0, 1), worse.slice(0, 1), worse.slice(1)]
          : [worse.slice(0, 1), worse.slice(1)],
      );
    }),
};

/** Which of these is better not said: one phrase to avoid among better ones. */
const spot: QuestionPattern<PhrasesBlock> = {
  id: 'spot',
  perBlock: 3,
  draft: (block, place) =>
    rankBySeed(`${place.block} spot`, block.items, idOf).flatMap((item) => {
      if (!item.harm) return [];
      const fine = block.items.flatMap((other): Candidate[] =>
        other.why && other !== item
          ? [
              {
                id: other.id,
                text: line(other.short?.say ?? other.say),
                feedback: reasonWording('fine-to-say', { reason: other.why }),
              },
            ]
          : [],
      );
      return draftChoice(
        place,
        'spot',
        item.id,
        (id) => stemWording('spot', id, { place: place.name }),
        { id: `${item.id}-avoid`, text: line(item.avoid), feedback: item.harm },
        [fine],
      );
    }),
};

/**
 * Which better phrase replaces which: the words to avoid, with their situation where it is told, beside what to say.
 * Not asked where most pairs could be found by the words that both sides share.
 */
const matchPhrases: QuestionPattern<PhrasesBlock> = {
  id: 'match-phrases',
  perBlock: 1,
  draft: (block, place) =>
    draftMatch(
      place,
      'match-phrases',
      place.block,
      (id) => stemWording('match-phrases', id, { place: place.name }),
      block.items.flatMap(({ id, when, avoid, say, why }) => {
        if (!why) return [];
        const left = when ? situationWording(situationOf(when), line(avoid)) : line(avoid);
        return [{ id, left, right: line(say), feedback: why }];
      }),
    ).filter((draft) => !isSolvedByWords(draft)),
};

/** Whether in both languages more than half of the right sides share most words with the left side they belong to. */
function isSolvedByWords(draft: QuestionDraft): boolean {
  if (draft.type !== 'match') return false;
  const { pairs } = draft;
  return LANGS.every((lang) => {
    const solved = pairs.filter(({ left, right }) =>
      pairs.every((other) => other.left === left || affinity(other.left, right, lang) < affinity(left, right, lang)),
    );
    return solved.length > pairs.length / 2;
  });
}

/** How phrases are asked about: choose the better one, spot the one to avoid, put each beside its better one. */
export const questions: readonly QuestionPattern<PhrasesBlock>[] = [better, spot, matchPhrases];

/** The phrase to avoid as an option that is wrong anywhere; none where no one says what it costs. */
function avoided({ id, avoid, harm }: Phrase): Candidate[] {
  return harm ? [{ id: `${id}-avoid`, text: line(avoid), feedback: harm }] : [];
}

/** The same of a phrase from another situation, which its reason names: it tells what the phrase cost there. */
function avoidedElsewhere(other: Phrase): Candidate[] {
  const { when } = other;
  if (!when) return avoided(other);
  return avoided(other).map((option) => ({
    ...option,
    feedback: reasonWording('worse-elsewhere', { when: situationOf(when), reason: option.feedback }),
  }));
}

/** What is well said in another situation, the first of them long enough to hide the key by its length. */
function elsewhere(item: Phrase, others: readonly Phrase[]): Candidate[] {
  return others
    .filter((other) => alikeness(item, other) <= SAME_SITUATION)
    .flatMap(({ id, when, say }) => (when ? [{ id, when, say }] : []))
    .sort((a, b) => Number(isLonger(b.say, item.say)) - Number(isLonger(a.say, item.say)))
    .map(({ id, when, say }) => ({
      id,
      text: line(say),
      feedback: reasonWording('other-moment', { when: situationOf(when) }),
    }));
}

function isLonger(a: Localized, b: Localized): boolean {
  return LANGS.every((lang) => a[lang].length > b[lang].length);
}

/** How far the situations of two phrases are told in the same words, from 0 to 1. */
function alikeness(a: Phrase, b: Phrase): number {
  return likeness(a.when?.zh ?? '', b.when?.zh ?? '');
}

function line(text: Localized): Localized {
  return mapText(text, quoted);
}

function idOf({ id }: { id: string }): string {
  return id;
}
