import * as OpenCC from 'opencc-js';
import { pinyin } from 'pinyin-pro';
import type { Records } from '../../src/blocks/records.ts';
import { pageSections } from '../../src/blocks/page-sections.ts';
import { searchTopics, type SearchTopic } from '../../src/blocks/search-topics.ts';
import { hashText } from '../../src/model/hash-text.ts';
import { isBigSite } from '../../src/model/big-site.ts';
import { LANGS, type Lang } from '../../src/model/localized.ts';
import { cutIndex } from '../../src/search/cut-index.ts';
import { packHanData, readHanTable, speakerOf, type HanData } from '../../src/search/han-table.ts';
import { joinTexts } from '../../src/search/joined-texts.ts';
import { packText } from '../../src/search/packed-text.ts';
import { postSounds, postTerms, type PostedTerms } from '../../src/search/post-terms.ts';
import type { IndexCore } from '../../src/search/sharded-index.ts';
import { TOPICS_A_FILE, type SearchCore, type TopicAnswers } from '../../src/search/search-files.ts';
import { packWordings, wordingTerms } from '../../src/search/wordings.ts';
import { passagesOf, type Passage, type TopicTexts } from '../../src/search/topic-texts.ts';

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
  const files = new Map<string, string>();
  const write: Write = (name, content) => files.set(name, JSON.stringify(content));
  const topics: Record<Lang, readonly SearchTopic[]> = {
    zh: searchTopics(records, 'zh'),
    en: searchTopics(records, 'en'),
  };
  const han = hanData(
    topics.zh.map(({ texts }) => texts),
    records,
  );
  write('han', han);
  const isSmall = !isBigSite(records);
  for (const lang of LANGS) {
    const core: SearchCore = {
      topics: topics[lang].map(({ id }) => id),
      themes: records.site.data.themes.map(({ id, title, hue, chroma }) => ({ id, title: title[lang], hue, chroma })),
      texts: isSmall ? packText(joinTexts(topics[lang].map(({ texts }) => texts))) : undefined,
    };
    write(lang, core);
    const wordings = topics[lang].map((topic) => topic.wordings);
    if (isSmall) {
      const groups = [...wordings, records.elsewhere[lang]];
      write(`${lang}-wordings`, packWordings(groups.map((lines) => wordingTerms(lines, lang))));
    }
    const passages = topics[lang].map(({ texts }, number) => [
      ...passagesOf(texts),
      // Of a big site they come with the shards that a query needs.
      ...(isSmall ? [] : [{ kind: 'wording' as const, text: (wordings[number] ?? []).join('\n') }]),
    ]);
    write(`${lang}-index`, writeIndex(lang, passages, han, write));
    const pages = records.topics.map((topic) => pageSections(topic, lang));
    for (const [number, sections] of pages.entries()) write(`${lang}-page-${String(number)}`, sections);
    const sectionsOfPages = pages.map((sections) =>
      sections.map(({ title, text }): Passage => ({ kind: 'section', text: `${title}\n${text}` })),
    );
    write(`${lang}-text`, writeShards(`${lang}-text`, pages.length, postTerms(sectionsOfPages, lang), write));
    inGroups(topics[lang], (group, number) => {
      write(
        `${lang}-answers-${number}`,
        group.map(({ answers }): TopicAnswers => answers),
      );
      // Of a big site what is shown comes with the hits, and what leads to them stands in the shards.
      const shown = group.map(({ texts }): TopicTexts => ({ ...texts, aliases: [], asks: [] }));
      if (!isSmall) write(`${lang}-topics-${number}`, shown);
    });
  }
  return { version: hashText([...files].flat().join('\n')), files };
}

function inGroups(topics: readonly SearchTopic[], act: (group: readonly SearchTopic[], number: number) => void): void {
  for (let from = 0; from < topics.length; from += TOPICS_A_FILE) {
    act(topics.slice(from, from + TOPICS_A_FILE), from / TOPICS_A_FILE);
  }
}

type Write = (name: string, content: unknown) => void;

function writeIndex(lang: Lang, passages: readonly Passage[][], han: HanData, write: Write): IndexCore {
  const posted = postTerms(passages, lang);
  if (lang === 'zh') postSounds(posted.postings, passages, speakerOf(readHanTable(han)));
  return writeShards(lang, passages.length, posted, write);
}

function writeShards(name: string, topics: number, posted: PostedTerms, write: Write): IndexCore {
  const { core, shards } = cutIndex(topics, posted);
  for (const [number, shard] of shards.entries()) write(`${name}-${String(number)}`, shard);
  return core;
}

/** Characters in daily use: the first level of GB 2312. */
function commonCharacters(): string[] {
  const decoder = new TextDecoder('gb18030');
  const characters: string[] = [];
  for (let row = 0xb0; row <= 0xd7; row += 1) {
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) {
      const character = decoder.decode(Uint8Array.of(row, cell));
      if (CHINESE.test(character)) characters.push(character);
    }
  }
  return characters;
}

const CHINESE = /^[\u4e00-\u9fff]$/;
const RUNS = /[\u4e00-\u9fff]+/g;

/**
 * How characters sound: those of the topics as they are read there, in their words and as the glossary says; others in
 * daily use in every way they can be read. And the traditional forms of those of the topics.
 */
function hanData(topics: readonly TopicTexts[], records: Records): HanData {
  const sounds = new Map<string, Set<string>>();
  const hear = (character: string, sound: string) => {
    if (/^[a-z]+$/.test(sound)) sounds.set(character, (sounds.get(character) ?? new Set()).add(sound));
  };
  const overrides = new Map(
    records.glossary.data.terms.flatMap(({ term, pinyin: said }) =>
      said ? [[term.zh, said.split(' ')] as const] : [],
    ),
  );
  for (const { text } of topics.flatMap(passagesOf)) {
    for (const run of text.match(RUNS) ?? []) {
      const said = overrides.get(run) ?? pinyin(run, { toneType: 'none', type: 'array', v: true });
      Array.from(run).forEach((character, at) => hear(character, said[at] ?? ''));
    }
  }
  const used = new Set(sounds.keys());
  for (const character of commonCharacters().filter((one) => !used.has(one))) {
    for (const sound of pinyin(character, { toneType: 'none', type: 'array', v: true, multiple: true })) {
      hear(character, sound);
    }
  }
  const convert = OpenCC.Converter({ from: 't', to: 'cn' });
  let simplified = '';
  for (let code = 0x4e00; code <= 0x9fff; code += 1) {
    const character = String.fromCodePoint(code);
    const simple = convert(character);
    if (simple !== character && used.has(simple)) simplified += character + simple;
  }
  return packHanData(new Map([...sounds].map(([character, all]) => [character, [...all].sort()])), simplified);
}
