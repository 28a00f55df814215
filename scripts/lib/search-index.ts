import * as OpenCC from 'opencc-js';
import { pinyin } from 'pinyin-pro';
import { searchTopics, type SearchTopic } from '../../src/blocks/search-passages.ts';
import type { Records } from '../../src/blocks/records.ts';
import { topicQuestions } from '../../src/blocks/topic-questions.ts';
import { hashText } from '../../src/model/hash-text.ts';
import { LANGS, type Lang } from '../../src/model/localized.ts';
import { buildIntentIndex, type Speak } from '../../src/search/build-intent-index.ts';
import type { HanData } from '../../src/search/han-table.ts';
import type { IndexCore, IndexShard } from '../../src/search/intent-index.ts';
import { TOPICS_A_FILE, type SearchCore, type ShownTopic, type TopicAnswers } from '../../src/search/search-files.ts';

/** One language's search, as built. */
export interface SearchIndex {
  topics: SearchTopic[];
  core: IndexCore;
  shards: IndexShard[];
}

const CHINESE = /[\u3400-\u9fff]+/g;

/** Names spoken as the glossary says, else as the tool does. */
function speakerOf(records: Records): Speak {
  const overrides = new Map(
    records.glossary.data.terms.flatMap(({ term, pinyin: said }) => (said ? [[term.zh, said.split(' ')] as const] : [])),
  );
  return (name) =>
    (name.match(CHINESE) ?? []).flatMap(
      (run) => overrides.get(run) ?? pinyin(run, { toneType: 'none', type: 'array', v: true }),
    );
}

/** The search of each language: what it knows of the topics, and the index made of it. */
export function buildSearchIndexes(records: Records): Record<Lang, SearchIndex> {
  const of = (lang: Lang): SearchIndex => {
    const topics = searchTopics(records, lang);
    return { topics, ...buildIntentIndex(topics, lang, lang === 'zh' ? speakerOf(records) : undefined) };
  };
  return Object.fromEntries(LANGS.map((lang) => [lang, of(lang)])) as Record<Lang, SearchIndex>;
}

/** Characters in daily use: the first level of GB 2312. */
function commonCharacters(): string[] {
  const decoder = new TextDecoder('gb18030');
  const characters: string[] = [];
  for (let row = 0xb0; row <= 0xd7; row += 1) {
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) {
      const character = decoder.decode(Uint8Array.of(row, cell));
      if (/^[\u4e00-\u9fff]$/.test(character)) characters.push(character);
    }
  }
  return characters;
}

/** How the characters in daily use, and those of the index, sound, and the traditional forms of the latter. */
export function buildHanData(indexes: Record<Lang, SearchIndex>): HanData {
  const used = new Set(indexes.zh.shards.flatMap(({ terms }) => Array.from(terms.replace(/[^\u4e00-\u9fff]/g, ''))));
  const sounds = new Map<string, string>();
  for (const character of [...new Set([...commonCharacters(), ...used])].sort()) {
    for (const sound of new Set(pinyin(character, { toneType: 'none', type: 'array', v: true, multiple: true }))) {
      if (/^[a-z]+$/.test(sound)) sounds.set(sound, (sounds.get(sound) ?? '') + character);
    }
  }
  const convert = OpenCC.Converter({ from: 't', to: 'cn' });
  let simplified = '';
  for (let code = 0x4e00; code <= 0x9fff; code += 1) {
    const character = String.fromCodePoint(code);
    const simple = convert(character);
    if (simple !== character && used.has(simple)) simplified += character + simple;
  }
  return { sounds: Object.fromEntries([...sounds].sort(([a], [b]) => (a < b ? -1 : 1))), simplified };
}

/** What a browser fetches to search: JSON texts by name, and a version that changes with any of them. */
export interface SearchFiles {
  version: string;
  files: ReadonlyMap<string, string>;
}

const made = new WeakMap<Records, SearchFiles>();

/** The search of the site as files; made once for the same records. */
export function searchFiles(records: Records): SearchFiles {
  let known = made.get(records);
  if (!known) made.set(records, (known = makeFiles(records)));
  return known;
}

function makeFiles(records: Records): SearchFiles {
  const indexes = buildSearchIndexes(records);
  const files = new Map<string, string>();
  const write = (name: string, content: unknown) => files.set(name, JSON.stringify(content));
  const themes = (lang: Lang) =>
    records.site.data.themes.map(({ id, title, hue, chroma }) => ({ id, title: title[lang], hue, chroma }));
  for (const lang of LANGS) {
    const { topics, core, shards } = indexes[lang];
    write(lang, { ...core, themes: themes(lang) } satisfies SearchCore);
    for (const [number, shard] of shards.entries()) write(`${lang}-${String(number)}`, shard);
    for (let from = 0; from < topics.length; from += TOPICS_A_FILE) {
      const group = topics.slice(from, from + TOPICS_A_FILE);
      const number = String(from / TOPICS_A_FILE);
      const shown = group.map(
        ({ record, sections }): ShownTopic => ({
          title: record.data.title[lang],
          description: record.data.description[lang],
          hasCard: record.data.cards.length > 0,
          hasQuiz: topicQuestions(record, lang).length > 0,
          sections,
        }),
      );
      write(`${lang}-topics-${number}`, shown);
      write(`${lang}-answers-${number}`, group.map(({ phrases, terms }): TopicAnswers => ({ phrases, terms })));
    }
  }
  write('han', buildHanData(indexes));
  const version = hashText([...files].flat().join('\n'));
  return { version, files };
}
