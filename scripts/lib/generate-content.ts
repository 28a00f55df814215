import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import type { TopicRecord } from '../../src/blocks/records.ts';
import { asksAlike } from '../../src/check/rules/check-asks.ts';
import { hashText } from '../../src/model/hash-text.ts';
import { LANGS, type Lang } from '../../src/model/localized.ts';
import { loadRecordsOrThrow } from './load-records.ts';

/** Sounds that made-up names are put together from, so that no two generated topics say quite the same. */
const SOUNDS = {
  zh: Array.from('云山松石川河林泉岭湖岸桥亭塔城港湾洲岛原田园春夏秋冬晨暮星月风霜梅兰竹菊'),
  en: ['ka', 'lo', 'mi', 'ru', 'ta', 've', 'no', 'si', 'du', 'pe', 'ga', 'fi', 'ho', 'zu', 'bo', 'je'],
};
/** So many sounds a name: more names than anybody generates topics. */
const SOUNDS_A_NAME = 3;

/**
 * Writes a `content/` of `count` topics below `target`: all of `root`'s, then copies of them with prose, diagrams, cards
 * and questions, each with a made-up name in what it is called and asked; every record passes the check. The same root,
 * count and seed give the same bytes. A count below that of `root` leaves topics as they are.
 */
export function generateContent(root: string, target: string, count: number, seed: string): void {
  const { topics } = loadRecordsOrThrow(root);
  cpSync(path.join(root, 'content'), path.join(target, 'content'), { recursive: true });
  for (let number = topics.length; number < count; number += 1) {
    const topic = topics[number % topics.length];
    if (!topic) return;
    const slug = `${topic.slug}-${String(number)}`;
    const folder = path.join(target, 'content/topics', topic.theme, slug);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'topic.yaml'), stringify(copyOf(topic, number, seed)));
    for (const lang of LANGS) {
      const name = madeUp(lang, number, seed);
      writeFileSync(path.join(folder, `${lang}.mdx`), topic.prose[lang].source);
      const wordings = topic.wordings[lang].map((line) => named(line, name, lang));
      writeFileSync(path.join(folder, `wordings.${lang}.txt`), `${wordings.join('\n')}\n`);
    }
  }
}

function copyOf({ data }: TopicRecord, number: number, seed: string): object {
  const nameOf = (text: string, lang: Lang) => named(text, madeUp(lang, number, seed), lang);
  const name = (text: { zh: string; en: string }) => ({ zh: nameOf(text.zh, 'zh'), en: nameOf(text.en, 'en') });
  const names = (lists: { zh: string[]; en: string[] }) => ({
    zh: lists.zh.map((text) => nameOf(text, 'zh')),
    en: lists.en.map((text) => nameOf(text, 'en')),
  });
  return {
    ...data,
    title: name(data.title),
    short: data.short && name(data.short),
    order: data.order + number,
    aliases: names(data.aliases),
    asks: {
      zh: unlike(data.asks.zh, madeUp('zh', number, seed), 'zh'),
      en: unlike(data.asks.en, madeUp('en', number, seed), 'en'),
    },
    covers: [],
  };
}

/**
 * Wordings with a name. Where that makes two too like one another, one of them has the name backwards, or is left out
 * where that does not help.
 */
function unlike(asks: readonly string[], name: string, lang: Lang): string[] {
  const alikeIn = (texts: readonly string[]) => new Set(asksAlike(texts).map(({ index }) => index));
  const once = asks.map((ask) => named(ask, name, lang));
  const alike = alikeIn(once);
  const backwards = Array.from(name).reverse().join('');
  const twice = asks.map((ask, index) => (alike.has(index) ? named(ask, backwards, lang) : once[index]) ?? '');
  const stillAlike = alikeIn(twice);
  return twice.filter((_ask, index) => !stillAlike.has(index));
}

function named(text: string, name: string, lang: Lang): string {
  return lang === 'zh' ? `${name}${text}` : `${name} ${text}`;
}

/** A name of its own for every number; another seed gives other names. */
function madeUp(lang: Lang, number: number, seed: string): string {
  const sounds = SOUNDS[lang];
  const all = sounds.length ** SOUNDS_A_NAME;
  const start = parseInt(hashText(`${lang}/${seed}`).slice(0, 6), 36);
  // Neighbours in number are no neighbours in name.
  let rest = (start + number * STRIDE) % all;
  let name = '';
  for (let sound = 0; sound < SOUNDS_A_NAME; sound += 1) {
    name += sounds[rest % sounds.length] ?? '';
    rest = Math.floor(rest / sounds.length);
  }
  return name;
}

/** Has no divisor in common with the number of names in either language. */
const STRIDE = 617;
