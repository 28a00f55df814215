import { asPhrase } from '../../quiz/fill-template.ts';
import { draftChoice } from '../../quiz/draft-choice.ts';
import { namesGivenAway } from '../../quiz/likeness.ts';
import type { QuestionPattern } from '../../quiz/question-draft.ts';
import { rankBySeed } from '../../quiz/rank-by-seed.ts';
import { letterWording, mapText, reasonWording, stemWording } from '../../quiz/wording.ts';
import type { AcronymBlock } from './schema.ts';

/** What a letter stands for, in deeds where each letter tells them: its bare title would translate the word. */
const letter: QuestionPattern<AcronymBlock> = {
  id: 'letter',
  perBlock: 3,
  draft: (block, place) => {
    const inDeeds = block.letters.every(({ text }) => text);
    const entries = block.letters.flatMap((entry) => {
      const { id, title, text, why } = entry;
      const isTwice = block.letters.some((other) => other !== entry && other.letter === entry.letter);
      if (!why || (isTwice && !entry.word)) return [];
      const meaning = mapText(inDeeds && text ? text : title, asPhrase);
      return [{ id, name: letterWording(entry.letter, entry.word), word: entry.word, meaning, why }];
    });
    const words = entries.map(({ word = '' }) => ({ zh: word, en: word }));
    return rankBySeed(place.block, entries, ({ id }) => id).flatMap((entry) => {
      const givenAway = namesGivenAway(entry.meaning, words);
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

/** How letters are asked about: what each stands for. */
export const questions: readonly QuestionPattern<AcronymBlock>[] = [letter];
