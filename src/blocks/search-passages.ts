import type { Lang } from '../model/localized.ts';
import type { Passage, TopicPassages } from '../search/build-intent-index.ts';
import { PASSAGE_KINDS } from '../search/intent-index.ts';
import type { PhraseAnswer, ShownTopic, TermAnswer } from '../search/search-files.ts';
import { factsOf } from './facts.ts';
import type { Block } from './registry.ts';
import type { Records, TopicRecord } from './records.ts';

/** A topic in one language as the search knows it: what leads to it, and what is shown of it. */
export interface SearchTopic extends TopicPassages {
  record: TopicRecord;
  terms: TermAnswer[];
  phrases: PhraseAnswer[];
  sections: ShownTopic['sections'];
}

/** Everything that the search of one language knows, in reading order. */
export function searchTopics({ topics, glossary, curriculum }: Records, lang: Lang): SearchTopic[] {
  const taught = new Map(curriculum.data.facts.map(({ id, title }) => [id, title[lang]]));
  return topics.map((record) => {
    const { data } = record;
    const terms = glossary.data.terms
      .filter(({ topic }) => topic === record.id)
      .map(({ term, definition, synonyms }) => ({
        term: term[lang],
        definition: definition[lang],
        names: [term[lang], ...(synonyms?.[lang] ?? [])],
      }));
    const phrases = data.blocks.flatMap((block) =>
      block.kind === 'phrases'
        ? block.items.map(({ avoid, say, why }) => ({
            avoid: avoid[lang],
            say: say[lang],
            why: why?.[lang],
            block: block.id,
          }))
        : [],
    );
    const sections = data.blocks.map((block) => ({
      block: block.id,
      title: block.title[lang],
      names: [block.title[lang], ...(block.kind === 'concept' ? [block.term[lang]] : [])],
      facts: block.kind === 'phrases' ? [] : factNames(block, lang),
    }));
    const texts: Record<(typeof PASSAGE_KINDS)[number], string[]> = {
      title: [data.title[lang], ...(data.short ? [data.short[lang]] : [])],
      alias: data.aliases[lang],
      ask: data.asks[lang],
      term: terms.flatMap(({ names }) => names),
      phrase: phrases.map(({ avoid }) => avoid),
      section: [
        ...sections.flatMap(({ names }) => names),
        ...data.covers.flatMap((id) => taught.get(id) ?? []),
        data.description[lang],
      ],
      fact: sections.flatMap(({ facts }) => facts),
    };
    return {
      record,
      topic: record.id,
      passages: PASSAGE_KINDS.flatMap((kind): Passage[] => texts[kind].map((text) => ({ kind, text }))),
      terms: terms.map(({ names, ...rest }) => ({ ...rest, names: names.length })),
      phrases,
      sections: sections.map(({ names, facts, ...rest }) => ({ ...rest, names: names.length, facts: facts.length })),
    };
  });
}

/** A fact that needs more than this to be told has no name to look for; the full text finds it. */
const LONGEST_NAME: Record<Lang, number> = { zh: 14, en: 44 };

function factNames(block: Block, lang: Lang): string[] {
  const names = factsOf(block).map(({ short }) => short[lang]);
  return [...new Set(names.filter((name) => name.length <= LONGEST_NAME[lang]))];
}
