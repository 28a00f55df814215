import { asPhrase } from '../../quiz/fill-template.ts';
import type { Localized } from '../../model/localized.ts';
import { draftChoice } from '../../quiz/draft-choice.ts';
import { draftMatch } from '../../quiz/draft-match.ts';
import { namesGivenAway } from '../../quiz/likeness.ts';
import type { QuestionPattern } from '../../quiz/question-draft.ts';
import { rankBySeed } from '../../quiz/rank-by-seed.ts';
import { letterWording, mapText, reasonWording, stemWording } from '../../quiz/wording.ts';
import type { AcronymBlock } from './schema.ts';

interface Entry {
  id: string;
  name: Localized;
  word: string | undefined;
  meaning: Localized;
  why: Localized;
}

/** What a letter stands for, in deeds where each letter tells them: its bare title would translate the word. */
const letter: QuestionPattern<AcronymBlock> = {
  id: 'letter',
  perBlock: 3,
  draft: (block, place) => {
    const inDeeds = isInDeeds(block);
    const { entries, givenAwayBy } = entriesOf(block);
    return rankBySeed(place.block, entries, ({ id }) => id).flatMap((entry) => {
      const givenAway = givenAwayBy(entry);
      if (givenAway[entries.indexOf(entry)]) return [];
      return draftChoice(
        place,
        'letter',
        entry.id,
        (id) =>
          stemWording(inDeeds && entry.word ? 'letter' : 'letter-plain', id, {
            place: place.name,
            letter: entry.name,
          }),
        { id: entry.id, text: entry.meaning, feedback: entry.why },
        [
          entries
            .filter((other, at) => other !== entry && !givenAway[at])
            .map(({ id, name, meaning, why }) => ({
              id,
              text: meaning,
              feedback: reasonWording('other-letter', { letter: name, reason: why }),
            })),
        ],
      );
    });
  },
};

/** Which letter stands for which meaning; a meaning that names a letter's word is left out. */
const matchLetters: QuestionPattern<AcronymBlock> = {
  id: 'match-letters',
  perBlock: 1,
  draft: (block, place) => {
    const { entries, givenAwayBy } = entriesOf(block);
    return draftMatch(
      place,
      'match-letters',
      place.block,
      (id) => stemWording('match-letters', id, { place: place.name }),
      entries
        .filter((entry) => givenAwayBy(entry).every((given) => !given))
        .map(({ id, name, meaning, why }) => ({ id, left: name, right: meaning, feedback: why })),
    );
  },
};

/** How letters are asked about: what each stands for. */
export const questions: readonly QuestionPattern<AcronymBlock>[] = [letter, matchLetters];

function isInDeeds(block: AcronymBlock): boolean {
  return block.letters.every(({ text }) => text);
}

/** The letters that can be asked about, and for each which letters' words its meaning gives away. */
function entriesOf(block: AcronymBlock): { entries: Entry[]; givenAwayBy: (entry: Entry) => boolean[] } {
  const inDeeds = isInDeeds(block);
  const entries = block.letters.flatMap((entry): Entry[] => {
    const { id, title, text, why } = entry;
    const isTwice = block.letters.some((other) => other !== entry && other.letter === entry.letter);
    if (!why || (isTwice && !entry.word)) return [];
    const meaning = mapText(inDeeds && text ? text : title, asPhrase);
    return [{ id, name: letterWording(entry.letter, entry.word), word: entry.word, meaning, why }];
  });
  const words = entries.map(({ word = '' }) => ({ zh: word, en: word }));
  return { entries, givenAwayBy: ({ meaning }) => namesGivenAway(meaning, words) };
}
