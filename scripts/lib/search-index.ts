import * as OpenCC from 'opencc-js';
import { pinyin } from 'pinyin-pro';
import { searchTopics, type SearchTopic } from '../../src/blocks/search-passages.ts';
import type { Records } from '../../src/blocks/records.ts';
import type { Lang } from '../../src/model/localized.ts';
import { LANGS } from '../../src/model/localized.ts';
import { buildIntentIndex, type Speak } from '../../src/search/build-intent-index.ts';
import type { HanData } from '../../src/search/han-table.ts';
import type { IndexCore, IndexShard } from '../../src/search/intent-index.ts';

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
