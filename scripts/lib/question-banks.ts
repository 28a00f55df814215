import { createHash } from 'node:crypto';
import type { Records } from '../../src/blocks/records.ts';
import { topicQuestions } from '../../src/blocks/topic-questions.ts';
import type { Bank, Exporter, ExportTools } from '../../src/exporters/exporter.ts';
import { applyFallbacks } from '../../src/exporters/fallbacks.ts';
import { hueVariables } from '../../src/model/hue.ts';
import { LANGS, type Lang } from '../../src/model/localized.ts';
import { remember } from '../../src/model/remember.ts';
import { codeVersion } from './code-version.ts';
import { hasFile, keepFile, keptFile } from './file-cache.ts';
import { siteUrl } from './site-url.ts';

/** The id of the bank that holds every question. */
export const WHOLE_BANK = 'all';

/** The programs and words of the formats, and the packages that they are written with. */
const PROGRAMS = ['src/exporters', 'src/quiz', 'src/i18n', 'scripts/lib/export-tools.ts', 'package.json'];

/** The bank of every theme that asks something, and the whole one first, in one language. */
export const banksOfSite = remember((records: Records, lang: Lang): readonly Bank[] => makeBanks(records, lang));

function makeBanks(records: Records, lang: Lang): Bank[] {
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

/** A bank in one format, kept in `.cache/exports/` for the next run under a name made of all that decides its bytes. */
export async function keptExport(
  bank: Bank,
  exporter: Exporter,
  tools: ExportTools,
  root = process.cwd(),
): Promise<Uint8Array<ArrayBuffer>> {
  const name = nameOfExport(bank, exporter, tools, root);
  const kept = keptFile(root, 'exports', name);
  if (kept) return kept;
  const bytes = new Uint8Array(await exportBank(bank, exporter, tools));
  keepFile(root, 'exports', name, bytes);
  return bytes;
}

/** Whether a bank was written in this format before. */
export function isExportKept(bank: Bank, exporter: Exporter, tools: ExportTools, root: string): boolean {
  return hasFile(root, 'exports', nameOfExport(bank, exporter, tools, root));
}

/** The name of an export in the cache: made of everything that decides its bytes. */
function nameOfExport(bank: Bank, exporter: Exporter, { player }: ExportTools, root: string): string {
  return `${hashOf(`${programVersion(player, root)} ${exporter.format} ${bankVersion(bank)}`)}.${exporter.extension}`;
}

const bankVersion = remember((bank: Bank) => hashOf(JSON.stringify(bank)));
const programVersion = remember((player: ExportTools['player'], root: string) =>
  hashOf(JSON.stringify([codeVersion(root, PROGRAMS), player])),
);

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
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
