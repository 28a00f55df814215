import type { Fact } from '../model/fact.ts';
import type { Localized } from '../model/localized.ts';
import { draftChoice, draftTrueFalse, type Candidate } from './draft-choice.ts';
import { draftSort } from './draft-sort.ts';
import { asPhrase } from './fill-template.ts';
import type { QuestionPattern, QuestionPlace } from './question-draft.ts';
import { rankBySeed, seedOf } from './rank-by-seed.ts';
import { labelWording, mapText, nameOfTitle, reasonWording, stemWording, withoutLabel } from './wording.ts';

/** Things to do and not to do at one time: a whole block's, or those of one step. */
export interface DoDontList {
  step?: Localized;
  do: readonly Fact[];
  dont: readonly Fact[];
}

interface Act {
  id: string;
  list: DoDontList;
  text: Localized;
  reason: Localized;
}

/** The patterns that ask about dos (which need `why`) and don'ts (which need `harm`). */
export function doDontPatterns<B>(listsOf: (block: B) => readonly DoDontList[]): readonly QuestionPattern<B>[] {
  const actsOf = (block: B, place: QuestionPlace) => {
    const lists = listsOf(block);
    return {
      dos: rankBySeed(
        place.block,
        lists.flatMap((list) => actsIn(list, list.do, 'why')),
        idOf,
      ),
      donts: rankBySeed(
        place.block,
        lists.flatMap((list) => actsIn(list, list.dont, 'harm')),
        idOf,
      ),
    };
  };
  return [
    {
      id: 'pick-do',
      perBlock: 3,
      draft: (block, place) => {
        const { dos, donts } = actsOf(block, place);
        return dos.flatMap((act) =>
          draftChoice(place, 'pick-do', act.id, stemFor('pick-do', act, place.name), candidate(act), [
            donts.filter((dont) => dont.list === act.list).map(candidate),
            donts.filter((dont) => dont.list !== act.list).map(candidate),
          ]),
        );
      },
    },
    {
      id: 'pick-dont',
      perBlock: 3,
      draft: (block, place) => {
        const { dos, donts } = actsOf(block, place);
        return donts.flatMap((act) =>
          draftChoice(place, 'pick-dont', act.id, stemFor('pick-dont', act, place.name), candidate(act), [
            // What is to be done at another step would be out of turn here, so it is no safe distractor.
            dos
              .filter((other) => other.list === act.list)
              .map((other) => ({ ...candidate(other), feedback: reasonWording('helps', { reason: other.reason }) })),
          ]),
        );
      },
    },
    {
      id: 'sort-dos',
      perBlock: 1,
      draft: (block, place) => {
        const { dos, donts } = actsOf(block, place);
        return listsOf(block).flatMap((list) => {
          const first = [...dos, ...donts].find((act) => act.list === list);
          if (!first) return [];
          const bin = (name: 'should' | 'should-not', acts: readonly Act[]) => ({
            id: name,
            label: labelWording(name),
            items: acts.filter((act) => act.list === list).map(candidate),
          });
          return draftSort(place, 'sort-dos', first.id, stemFor('sort-dos', first, place.name), [
            bin('should', dos),
            bin('should-not', donts),
          ]);
        });
      },
    },
    {
      id: 'do-or-dont',
      perBlock: 4,
      draft: (block, place) => {
        const { dos, donts } = actsOf(block, place);
        return alternate(
          donts.map((act) => ({ act, answer: false })),
          dos.map((act) => ({ act, answer: true })),
          `${place.topic}/${place.block}/do-or-dont`,
        ).flatMap(({ act, answer }) =>
          draftTrueFalse(
            place,
            'do-or-dont',
            act.id,
            stemFor('do-or-dont', act, place.name),
            answer,
            { yes: 'should', no: 'should-not' },
            act.reason,
          ),
        );
      },
    },
  ];
}

/** One of each in turn, the seed deciding which begins, so that over many blocks neither answer prevails. */
export function alternate<T>(some: readonly T[], others: readonly T[], seed: string): T[] {
  const [first, second] = seedOf(seed) % 2 === 0 ? [some, others] : [others, some];
  const longer = Math.max(first.length, second.length);
  return Array.from({ length: longer }, (_, at) => [...first.slice(at, at + 1), ...second.slice(at, at + 1)]).flat();
}

function actsIn(list: DoDontList, facts: readonly Fact[], reasonKey: 'why' | 'harm'): Act[] {
  return facts.flatMap((fact) => {
    const reason = fact[reasonKey];
    return reason ? [{ id: fact.id, list, text: fact.text, reason }] : [];
  });
}

function stemFor(pattern: 'pick-do' | 'pick-dont' | 'do-or-dont' | 'sort-dos', { list, text }: Act, place: Localized) {
  return (id: string) =>
    list.step
      ? stemWording(`${pattern}-step`, id, { place, step: nameOfTitle(list.step), act: text })
      : stemWording(pattern, id, { place, act: text });
}

function candidate({ id, text, reason }: Act): Candidate {
  return { id, text: mapText(withoutLabel(text), asPhrase), feedback: reason };
}

function idOf({ id }: { id: string }): string {
  return id;
}
