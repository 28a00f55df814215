import type { Lang } from '../model/localized.ts';
import { remember } from '../model/remember.ts';
import { withoutQuestionWords } from '../search/language-words.ts';
import { normaliseText } from '../search/normalise-text.ts';
import type { TopicAnswers } from '../search/search-files.ts';
import type { TopicTexts } from '../search/topic-texts.ts';
import { isLocalized } from './facts.ts';
import type { Records } from './records.ts';
import { topicQuestions } from './topic-questions.ts';

/** A topic as the search of one language knows it, and what it answers directly. */
export interface SearchTopic {
  id: string;
  texts: TopicTexts;
  /** What else people may type to get to it, and what the curriculum calls what it teaches. */
  wordings: string[];
  answers: TopicAnswers;
}

/** All topics as the search of one language knows them, in reading order; worked out once for the same records. */
export const searchTopics = remember((records: Records, lang: Lang): readonly SearchTopic[] =>
  makeTopics(records, lang),
);

function makeTopics({ topics, glossary, curriculum }: Records, lang: Lang): SearchTopic[] {
  const other = lang === 'zh' ? 'en' : 'zh';
  const taught = new Map(curriculum.data.facts.map(({ id, title }) => [id, title[lang]]));
  return topics.map((record) => {
    const { data } = record;
    const terms = glossary.data.terms.filter(({ topic }) => topic === record.id);
    const phrases = data.blocks.flatMap((block) =>
      block.kind === 'phrases' ? block.items.map((item) => ({ ...item, block: block.id })) : [],
    );
    // Nobody sees these: they are kept as they are searched.
    const aliases = data.aliases[lang].map((alias) => normaliseText(alias));
    const asks = data.asks[lang].map((ask) => withoutQuestionWords(ask, lang));
    const foreign = [
      data.title[other],
      ...terms.flatMap(({ term, synonyms }) => [term[other], ...(synonyms?.[other] ?? [])]),
    ];
    // What these say already, the curriculum need not say again.
    const named = [data.title[lang], ...data.blocks.map((block) => block.title[lang]), ...aliases, ...asks];
    return {
      id: record.id,
      texts: {
        title: data.title[lang],
        short: data.short?.[lang],
        description: data.description[lang],
        line: lineOf(data.blocks.slice(0, FIRST), lang),
        aliases,
        asks: [...new Set(asks)].filter((ask) => ask !== '' && !aliases.includes(ask)),
        foreign: [...new Set(foreign.map((name) => normaliseText(name)))],
        terms: terms.map(({ term, synonyms }) =>
          [term[lang], ...(synonyms?.[lang] ?? [])].map((name) => normaliseText(name)),
        ),
        phrases: phrases.map(({ avoid }) => avoid[lang]),
        sections: data.blocks.map((block) => ({
          block: block.id,
          title: block.title[lang],
          names: block.kind === 'concept' ? [block.term[lang]] : [],
        })),
        hasCard: data.cards.length > 0,
        hasQuiz: topicQuestions(record, lang).length > 0,
      },
      wordings: [
        ...record.wordings[lang],
        ...data.covers
          .flatMap((id) => taught.get(id) ?? [])
          .filter((name) => !named.some((text) => text.includes(name))),
      ],
      answers: {
        phrases: phrases.map(({ say, why, block }) => ({ say: say[lang], why: why?.[lang], block })),
        terms: terms.map(({ term, definition }) => ({ term: term[lang], definition: definition[lang] })),
      },
    };
  });
}

/** So many blocks of a page tell what to do now; a sentence from further down may be for another moment. */
const FIRST = 2;

/** The first sentence that a fact of `node` gives to be said. */
function lineOf(node: unknown, lang: Lang): string | undefined {
  if (typeof node !== 'object' || node === null) return undefined;
  for (const [key, value] of Object.entries(node)) {
    if (key === 'questions') continue;
    const line = key === 'say' && isLocalized(value) ? value[lang] : lineOf(value, lang);
    if (line !== undefined) return line;
  }
  return undefined;
}
