import type { Records } from '../../src/blocks/records.ts';
import { topicQuestions } from '../../src/blocks/topic-questions.ts';
import type { Bank, Exporter, ExportTools } from '../../src/exporters/exporter.ts';
import { applyFallbacks } from '../../src/exporters/fallbacks.ts';
import { hueVariables } from '../../src/model/hue.ts';
import { LANGS, type Lang } from '../../src/model/localized.ts';
import { siteUrl } from './site-url.ts';

/** The id of the bank that holds every question. */
export const WHOLE_BANK = 'all';

/** The bank of every theme that asks something, and the whole one first, in one language. */
export function banksOfSite(records: Records, lang: Lang): Bank[] {
  const themes = records.site.data.themes.map((theme) =>
    makeBank(
      records,
      lang,
      theme.id,
      theme.title[lang],
      records.topics.filter((topic) => topic.theme === theme.id),
    ),
  );
  const whole = makeBank(records, lang, WHOLE_BANK, records.site.data.name[lang], records.topics);
  return [whole, ...themes].filter(({ questions }) => questions.length > 0);
}

/** The bank of one topic, named with or without its theme; nothing when there is no such topic. */
export function topicBank(records: Records, lang: Lang, name: string): Bank | undefined {
  const topic = records.topics.find(({ id }) => id === name || id.split('/')[1] === name);
  return topic && makeBank(records, lang, topic.id.replace('/', '-'), topic.data.title[lang], [topic]);
}

/** A bank written in one format. */
export async function exportBank(bank: Bank, exporter: Exporter, tools: ExportTools): Promise<Uint8Array> {
  return exporter.write(bank, applyFallbacks(bank.questions, exporter.fallbacks), tools);
}

function makeBank(records: Records, lang: Lang, id: string, title: string, topics: Records['topics']): Bank {
  const { name, address, themes } = records.site.data;
  const theme = themes.find((one) => topics.every((topic) => topic.theme === one.id));
  return {
    id,
    lang,
    title,
    site: name[lang],
    address: (siteUrl() ?? address ?? '').replace(/\/$/, ''),
    hue: theme ? hueVariables(theme) : '',
    questions: topics.flatMap((topic) => topicQuestions(topic, lang)),
    topics: topics.map((topic) => ({
      id: topic.id,
      title: topic.data.title[lang],
      theme: topic.theme,
      reviewed: topic.data.reviewed,
    })),
  };
}

/** Every bank of the site, in both languages. */
export function allBanks(records: Records): Bank[] {
  return LANGS.flatMap((lang) => banksOfSite(records, lang));
}
