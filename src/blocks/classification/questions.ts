import { LANGS, type Localized } from '../../model/localized.ts';
import { draftChoice, type Candidate } from '../../quiz/draft-choice.ts';
import { draftMatch } from '../../quiz/draft-match.ts';
import { draftMultiple } from '../../quiz/draft-multiple.ts';
import { draftSort } from '../../quiz/draft-sort.ts';
import { asPhrase, quoted } from '../../quiz/fill-template.ts';
import { affinity, likeness, namesGivenAway } from '../../quiz/likeness.ts';
import type { QuestionPattern } from '../../quiz/question-draft.ts';
import { rankBySeed } from '../../quiz/rank-by-seed.ts';
import { facetWording, inEachLanguage, mapText, nameOfTitle, reasonWording, stemWording } from '../../quiz/wording.ts';
import type { ClassificationBlock } from './schema.ts';

type Type = ClassificationBlock['types'][number];
type Trait = Type['traits'][number];

/** A trait that shares more of its letter pairs than this with another type's trait may be that type's as well. */
const SAME_TRAIT = 0.4;

/** By so much more may a trait be told in the words of another type than in its own type's before it fits either. */
const CLOSER_TO_ANOTHER = 0.1;

/** A trait of fewer Chinese characters says too little to be told from another's. */
const FEWEST_LETTERS = 5;
const MOST_BINS = 4;

/**
 * Which type a trait belongs to: among types that say something clearly different about the same facet. The first
 * facet is asked first: it tells types apart, while what to do about them, which comes last, may do for several.
 */
const whichType: QuestionPattern<ClassificationBlock> = {
  id: 'which-type',
  perBlock: 2,
  draft: (block, place) => {
    const titles = block.types.map(({ title }) => title);
    const traits = block.types.flatMap((type) => type.traits.map((trait) => ({ type, trait })));
    const facetAt = ({ facet }: Trait) => block.facets.findIndex(({ id }) => id === facet);
    const ranked = rankBySeed(place.block, traits, ({ trait }) => trait.id).sort(
      (a, b) => facetAt(a.trait) - facetAt(b.trait),
    );
    return ranked.flatMap(({ type, trait }) => {
      const { why, text } = trait;
      const facet = block.facets.find(({ id }) => id === trait.facet)?.title;
      const givenAway = namesGivenAway(text, titles);
      if (!why || givenAway[block.types.indexOf(type)]) return [];
      const others = block.types.filter(
        (other, at) =>
          other !== type &&
          !givenAway[at] &&
          likeness(text.zh, wordsOf(other)) <= likeness(text.zh, wordsOf(type, trait)) + CLOSER_TO_ANOTHER,
      );
      return draftChoice(
        place,
        'which-type',
        trait.id,
        (id) =>
          facet
            ? stemWording('which-type', id, { place: place.name, facet, trait: text })
            : stemWording('which-type-plain', id, { place: place.name, trait: text }),
        { id: type.id, text: type.title, feedback: why },
        [others.flatMap((other) => otherType(other, trait))],
      );
    });
  },
};

/** Which line to say to a type: among the lines for its siblings. */
const typeLine: QuestionPattern<ClassificationBlock> = {
  id: 'type-line',
  perBlock: 2,
  draft: (block, place) => {
    const lines = block.types.flatMap((type) => {
      const reason = reasonForLine(block, type);
      return type.say && reason ? [{ type, say: type.say, reason }] : [];
    });
    return rankBySeed(`${place.block} line`, lines, ({ type }) => type.id).flatMap(({ type, say, reason }) =>
      draftChoice(
        place,
        'type-line',
        type.id,
        (id) => stemWording('type-line', id, { place: place.name, type: nameOfTitle(type.title) }),
        { id: type.id, text: line(say), feedback: reason },
        [
          lines
            .filter((other) => other.type !== type)
            .map((other) => ({
              id: other.type.id,
              text: line(other.say),
              feedback: reasonWording('type-of-line', { type: nameOfTitle(other.type.title), reason: other.reason }),
            })),
        ],
      ),
    );
  },
};

/** Which type has which trait, one facet at a time. The first facets are asked first: they tell types apart best. */
const matchTypes: QuestionPattern<ClassificationBlock> = {
  id: 'match-types',
  perBlock: 1,
  draft: (block, place) => {
    const titles = block.types.map(({ title }) => title);
    return block.facets.flatMap((facet) =>
      draftMatch(
        place,
        'match-types',
        facet.id,
        (id) => stemWording('match-types', id, { place: place.name, facet: facet.title }),
        block.types.flatMap((type) => {
          const trait = type.traits.find((own) => own.facet === facet.id && own.why && isTelling(own));
          if (!trait?.why || namesGivenAway(trait.text, titles).some((given) => given)) return [];
          const right = mapText(trait.text, asPhrase);
          return [{ id: type.id, left: type.title, right, feedback: trait.why, about: allOf(type, trait) }];
        }),
      ),
    );
  },
};

/** Which traits belong to which of two to four types, whatever the facet. */
const sortTypes: QuestionPattern<ClassificationBlock> = {
  id: 'sort-types',
  perBlock: 1,
  draft: (block, place) =>
    block.types.length > MOST_BINS
      ? []
      : draftSort(
          place,
          'sort-types',
          place.block,
          (id) => stemWording('sort-types', id, { place: place.name }),
          block.types.map((type) => ({ id: type.id, label: type.title, items: tellingTraits(block, type) })),
        ),
};

/** Which traits one type has, among those of the others. */
const typeTraits: QuestionPattern<ClassificationBlock> = {
  id: 'type-traits',
  perBlock: 2,
  draft: (block, place) =>
    rankBySeed(`${place.block} traits`, block.types, ({ id }) => id).flatMap((type) =>
      draftMultiple(
        place,
        'type-traits',
        type.id,
        (id) => stemWording('type-traits', id, { place: place.name, type: nameOfTitle(type.title) }),
        tellingTraits(block, type),
        block.types
          .filter((other) => other !== type)
          .flatMap((other) =>
            tellingTraits(block, other).map((trait) => ({
              ...trait,
              feedback: reasonWording('trait-of-type', { type: nameOfTitle(other.title), reason: trait.feedback }),
            })),
          ),
      ),
    ),
};

/** How types are asked about: which one has this trait, which line is for this one, which traits belong to which. */
export const questions: readonly QuestionPattern<ClassificationBlock>[] = [
  whichType,
  typeLine,
  matchTypes,
  sortTypes,
  typeTraits,
];

/** Traits of a type that name no type and fit no other better, each told with its facet. */
function tellingTraits(block: ClassificationBlock, type: Type): Candidate[] {
  const titles = block.types.map(({ title }) => title);
  return type.traits.flatMap((trait) => {
    const { id, text, why } = trait;
    const facet = block.facets.find((other) => other.id === trait.facet)?.title;
    const others = block.types.filter((other) => other !== type);
    const isItsOwn = others.every((other) =>
      LANGS.every(
        (lang) =>
          affinity(text, allOf(other), lang) <= affinity(text, allOf(type, trait), lang) + CLOSER_TO_ANOTHER &&
          other.traits.every((its) => affinity(text, its.text, lang) <= SAME_TRAIT),
      ),
    );
    if (!why || !isTelling(trait) || !isItsOwn || namesGivenAway(text, titles).some((given) => given)) return [];
    const told = mapText(text, asPhrase);
    return [{ id, text: facet ? facetWording(facet, told) : told, feedback: why }];
  });
}

/** A trait of a few figures or a single word says nothing by itself. */
function isTelling({ text }: Trait): boolean {
  return text.zh.length >= FEWEST_LETTERS;
}

/** All that is said of a type, but for one trait. */
function allOf({ title, text, traits, say }: Type, except?: Trait): Localized {
  const told = [title, text, say, ...traits.filter((trait) => trait !== except).map((trait) => trait.text)];
  return inEachLanguage((lang) => told.map((words) => words?.[lang] ?? '').join('\n'));
}

/** A type as a distractor, its reason what it is like in the same respect; none where it is too like, or unexplained. */
function otherType(type: Type, asked: Trait): Candidate[] {
  const own = type.traits.filter(({ facet }) => facet === asked.facet);
  if (own.some(({ text }) => likeness(text.zh, asked.text.zh) > SAME_TRAIT)) return [];
  const told = own.find(({ why }) => why !== undefined);
  if (!told?.why) return [];
  const values = { type: nameOfTitle(type.title), trait: told.text, reason: told.why };
  return [{ id: type.id, text: type.title, feedback: reasonWording('other-type', values) }];
}

/** All that is said of a type in Chinese, but for one trait. */
function wordsOf({ title, text, traits }: Type, except?: Trait): string {
  return [title, text, ...traits.filter((trait) => trait !== except).map((trait) => trait.text)]
    .map((words) => words?.zh ?? '')
    .join('\n');
}

/** Why a type's line fits it: the type's own reason, or that of what is done for it, which facets tell last. */
function reasonForLine(block: ClassificationBlock, type: Type): Localized | undefined {
  const last = block.facets.at(-1)?.id;
  return type.why ?? type.traits.find(({ facet, why }) => facet === last && why)?.why;
}

function line(text: Localized): Localized {
  return mapText(text, quoted);
}
