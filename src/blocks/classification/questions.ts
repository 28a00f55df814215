import type { Localized } from '../../model/localized.ts';
import { draftChoice, type Candidate } from '../../quiz/draft-choice.ts';
import { quoted } from '../../quiz/fill-template.ts';
import { likeness, namesGivenAway } from '../../quiz/likeness.ts';
import type { QuestionPattern } from '../../quiz/question-draft.ts';
import { rankBySeed } from '../../quiz/rank-by-seed.ts';
import { mapText, nameOfTitle, reasonWording, stemWording } from '../../quiz/wording.ts';
import type { ClassificationBlock } from './schema.ts';

type Type = ClassificationBlock['types'][number];
type Trait = Type['traits'][number];

/** A trait that shares more of its letter pairs than this with another type's trait may be that type's as well. */
const SAME_TRAIT = 0.4;

/** By so much more may a trait be told in the words of another type than in its own type's before it fits either. */
const CLOSER_TO_ANOTHER = 0.1;

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

/** How types are asked about: which one has this trait, which line is for this one. */
export const questions: readonly QuestionPattern<ClassificationBlock>[] = [whichType, typeLine];

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
