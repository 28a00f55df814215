import { readFileSync } from 'node:fs';
import { loadRecords } from '../../../scripts/lib/load-records.ts';
import { searchFiles } from '../../../scripts/lib/search-files-of-site.ts';
import type { Lang } from '../../../src/model/localized.ts';
import { answerQuery, type QueryAnswer } from '../../../src/search/answer-query.ts';
import { readHanTable, speakerOf, type HanData } from '../../../src/search/han-table.ts';
import { wholeIndex, withWordings } from '../../../src/search/intent-index.ts';
import { splitTexts } from '../../../src/search/joined-texts.ts';
import { unpackText } from '../../../src/search/packed-text.ts';
import { postSounds, postTerms } from '../../../src/search/post-terms.ts';
import { groupsOfWordings, type SearchCore } from '../../../src/search/search-files.ts';
import { passagesOf } from '../../../src/search/topic-texts.ts';
import { readWordings, type PackedWordings } from '../../../src/search/wordings.ts';

/** The files of this checkout's search, as a browser would fetch them. */
const { files } = searchFiles(loadRecords('.').draft);

function readJson(name: string): unknown {
  return JSON.parse(files.get(name) ?? 'null');
}

export const han = readHanTable(readJson('han') as HanData);
export const core = readJson('zh') as SearchCore;

/** The index of a language without its wordings. */
function openPlain(lang: Lang) {
  const { texts } = readJson(lang) as SearchCore;
  const passages = splitTexts(unpackText(texts ?? { letters: '', text: '' })).map(passagesOf);
  const posted = postTerms(passages, lang);
  if (lang === 'zh') postSounds(posted.postings, passages, speakerOf(han));
  return wholeIndex(passages.length, posted);
}

function open(lang: Lang) {
  const index = openPlain(lang);
  return withWordings(
    index,
    readWordings(readJson(`${lang}-wordings`) as PackedWordings, groupsOfWordings(index.size)),
  );
}

export const indexes = { zh: open('zh'), en: open('en') };
export const plainIndexes = { zh: openPlain('zh'), en: openPlain('en') };

/** What the search of this checkout answers, and the ids of its hits. */
export function ask(query: string, lang: Lang): { answer: QueryAnswer; hits: string[] } {
  const answer = answerQuery(query, { lang, indexes, han });
  return { answer, hits: answer.hits.map(({ topic }) => core.topics[topic] ?? '') };
}

/** A query of the set in the repository; one outside the subject has no topics. */
export interface JudgedQuery {
  lang: Lang;
  kind: string;
  query: string;
  topics: string[];
}

/** The queries of a file of `tests/fixtures/search/`. */
export function judgedQueries(file = 'queries.tsv'): JudgedQuery[] {
  const lines = readFileSync(`tests/fixtures/search/${file}`, 'utf8').trim().split('\n').slice(1);
  return lines.map((line) => {
    const [lang, kind = '', query = '', topics = ''] = line.split('\t');
    return { lang: lang === 'en' ? 'en' : 'zh', kind, query, topics: topics.split(' ').filter((id) => id !== '') };
  });
}
