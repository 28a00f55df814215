import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import type { TopicRecord } from '../../src/blocks/records.ts';
import { hashText } from '../../src/model/hash-text.ts';
import { loadRecordsOrThrow } from './load-records.ts';

/** Sounds that made-up names are put together from, so that no two generated topics say quite the same. */
const SOUNDS = {
  zh: Array.from('云山松石川河林泉岭湖岸桥亭塔城港湾洲岛原田园春夏秋冬晨暮星月风霜梅兰竹菊'),
  en: ['ka', 'lo', 'mi', 'ru', 'ta', 've', 'no', 'si', 'du', 'pe', 'ga', 'fi'],
};

/**
 * Writes a `content/` of `count` topics below `target`: all of `root`'s, then copies of them, each with a made-up name
 * in what it is called and asked. The same root, count and seed give the same bytes.
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
    for (const lang of ['zh', 'en'] as const) writeFileSync(path.join(folder, `${lang}.mdx`), topic.prose[lang].source);
  }
}

function copyOf({ data }: TopicRecord, number: number, seed: string): object {
  const zh = madeUp('zh', `${seed}/${String(number)}`);
  const en = madeUp('en', `${seed}/${String(number)}`);
  const name = (text: { zh: string; en: string }) => ({ zh: `${zh}${text.zh}`, en: `${en} ${text.en}` });
  const names = (lists: { zh: string[]; en: string[] }) => ({
    zh: lists.zh.map((text) => `${zh}${text}`),
    en: lists.en.map((text) => `${en} ${text}`),
  });
  return {
    ...data,
    title: name(data.title),
    short: data.short && name(data.short),
    order: data.order + number,
    aliases: names(data.aliases),
    asks: names(data.asks),
    covers: [],
    cards: [],
  };
}

function madeUp(lang: keyof typeof SOUNDS, seed: string): string {
  const sounds = SOUNDS[lang];
  const hash = Array.from(hashText(`${lang}/${seed}`), (letter) => parseInt(letter, 36));
  const at = [0, 2, 4].map((place) => ((hash[place] ?? 0) * 36 + (hash[place + 1] ?? 0)) % sounds.length);
  return at.map((index) => sounds[index] ?? '').join('');
}
