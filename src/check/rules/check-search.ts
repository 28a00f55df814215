import type { Records, TopicRecord } from '../../blocks/records.ts';
import { searchTopics } from '../../blocks/search-topics.ts';
import type { Issue } from '../../model/issue.ts';
import { LANGS, type Lang } from '../../model/localized.ts';
import { answerQuery } from '../../search/answer-query.ts';
import { wholeIndex, withWordings, type IntentIndex } from '../../search/intent-index.ts';
import { postTerms } from '../../search/post-terms.ts';
import { passagesOf } from '../../search/topic-texts.ts';
import { packWordings, readWordings, wordingTerms } from '../../search/wordings.ts';
import { issueAt } from '../issue-at.ts';

/** Titles and aliases that do not bring their own topic first when they are searched for. */
export function checkSearch(records: Records): Issue[] {
  const topics = records.topics.filter(({ lost }) => !lost?.has('aliases'));
  const read = (lang: Lang): IntentIndex => {
    const known = searchTopics(topics.length === records.topics.length ? records : { ...records, topics }, lang);
    const passages = known.map(({ texts }) => passagesOf(texts));
    const groups = [...known.map((topic) => topic.wordings), records.elsewhere[lang]];
    const wordings = packWordings(groups.map((lines) => wordingTerms(lines, lang)));
    return withWordings(wholeIndex(topics.length, postTerms(passages, lang)), readWordings(wordings, groups.length));
  };
  const indexes = { zh: read('zh'), en: read('en') };
  return topics.flatMap((topic, number) =>
    namesOf(topic).flatMap(({ name, lang, path }) => {
      const first = answerQuery(name, { lang, indexes, han: undefined }).hits[0];
      if (first?.topic === number) return [];
      const other = first && topics[first.topic];
      const message = other ? 'name-not-first' : 'name-not-first/nothing';
      return [issueAt(records, topic, path, message, { name, other: other?.id ?? '' })];
    }),
  );
}

/** Told instead where there are so many names that a build does not wait for them. */
export function namesUnasked(records: Records): Issue {
  return issueAt(records, records.site, [], 'names-unasked', { topics: records.topics.length });
}

function namesOf({ data }: TopicRecord): { name: string; lang: Lang; path: (string | number)[] }[] {
  return LANGS.flatMap((lang) => [
    { name: data.title[lang], lang, path: ['title', lang] },
    ...(data.short ? [{ name: data.short[lang], lang, path: ['short', lang] }] : []),
    ...data.aliases[lang].map((name, index) => ({ name, lang, path: ['aliases', lang, index] })),
  ]);
}
