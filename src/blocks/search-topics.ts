import type { Lang } from '../model/localized.ts';
import { withoutQuestionWords } from '../search/language-words.ts';
import type { TopicAnswers } from '../search/search-files.ts';
import type { TopicTexts } from '../search/topic-texts.ts';
import { factsOf } from './facts.ts';
import type { Records } from './records.ts';
import type { Block } from './registry.ts';
import { topicQuestions } from './topic-questions.ts';

/** A topic as the search of one language knows it, and what it answers directly. */
export interface SearchTopic {
  id: string;
  texts: TopicTexts;
  answers: TopicAnswers;
}

/** All topics as the search of one language knows them, in reading order. */
export function searchTopics({ topics, glossary, curriculum }: Records, lang: Lang): SearchTopic[] {
  const other = lang === 'zh' ? 'en' : 'zh';
  const taught = new Map(curriculum.data.facts.map(({ id, title }) => [id, title[lang]]));
  return topics.map((record) => {
    const { data } = record;
    const terms = glossary.data.terms.filter(({ topic }) => topic === record.id);
    const phrases = data.blocks.flatMap((block) =>
      block.kind === 'phrases' ? block.items.map((item) => ({ ...item, block: block.id })) : [],
    );
    const titles = new Set([data.title[lang], ...data.blocks.map((block) => block.title[lang])]);
    return {
      id: record.id,
      texts: {
        title: data.title[lang],
        short: data.short?.[lang],
        description: data.description[lang],
        aliases: data.aliases[lang],
        asks: data.asks[lang].map((ask) => withoutQuestionWords(ask, lang)).filter((ask) => ask !== ''),
        foreign: [
          data.title[other],
          ...terms.flatMap(({ term, synonyms }) => [term[other], ...(synonyms?.[other] ?? [])]),
        ],
        terms: terms.map(({ term, synonyms }) => [term[lang], ...(synonyms?.[lang] ?? [])]),
        phrases: phrases.map(({ avoid }) => avoid[lang]),
        taught: data.covers.flatMap((id) => taught.get(id) ?? []).filter((name) => !titles.has(name)),
        sections: data.blocks.map((block) => ({
          block: block.id,
          title: block.title[lang],
          names: block.kind === 'concept' ? [block.term[lang]] : [],
          facts: factNames(block, lang),
        })),
        hasCard: data.cards.length > 0,
        hasQuiz: topicQuestions(record, lang).length > 0,
      },
      answers: {
        phrases: phrases.map(({ say, why, block }) => ({ say: say[lang], why: why?.[lang], block })),
        terms: terms.map(({ term, definition }) => ({ term: term[lang], definition: definition[lang] })),
      },
    };
  });
}

/** What takes more than this to be told is no name to look for; the full text finds it. */
const LONGEST_NAME: Record<Lang, number> = { zh: 4, en: 12 };

function factNames(block: Block, lang: Lang): string[] {
  if (block.kind === 'phrases') return [];
  const names = factsOf(block).map(({ short }) => short[lang]);
  return [...new Set(names.filter((name) => name.length <= LONGEST_NAME[lang]))];
}
