import path from 'node:path';
import type { z } from 'zod';
import type { Prose, Records, SourceFile, TopicRecord } from '../../src/blocks/records.ts';
import { topic as topicRecord } from '../../src/blocks/registry.ts';
import { applyRules } from '../../src/check/check-records.ts';
import { makeIssue } from '../../src/check/make-issue.ts';
import { parseRecord } from '../../src/check/parse-record.ts';
import { reportText } from '../../src/check/report-text.ts';
import { parseYaml } from '../../src/check/shape/parse-yaml.ts';
import { STAND_INS } from '../../src/check/shape/stand-ins.ts';
import { sortIssues } from '../../src/check/sort-issues.ts';
import { curriculum } from '../../src/model/curriculum.ts';
import { deck } from '../../src/model/deck.ts';
import { glossary } from '../../src/model/glossary.ts';
import { id as idSchema } from '../../src/model/id.ts';
import type { Issue } from '../../src/model/issue.ts';
import { LANGS, type Lang } from '../../src/model/localized.ts';
import { permalinks, translations } from '../../src/model/locks.ts';
import { path as pathRecord } from '../../src/model/path.ts';
import { site } from '../../src/model/site.ts';
import { hasFile, listFiles, listFolders, readText } from './read-files.ts';

const START = { line: 1, column: 1 };
const SITE_FILE = 'content/site.yaml';

/** What was found in `content/`. */
export interface LoadedRecords {
  /** The whole of it; undefined when any file is missing, unreadable or not of its shape. */
  records: Records | undefined;
  /** What could be read of it, for checking only: whatever could not be read is left out or filled in. */
  draft: Records;
  /** What is wrong with the files themselves, in order of file and line. What they say is for `checkRecords`. */
  issues: Issue[];
}

/** Reads all of `content/` below `root`, and finds everything wrong with its files in one run. Never throws. */
export function loadRecords(root: string): LoadedRecords {
  const load = new Loading(root);
  const siteFile = load.record(SITE_FILE, site, STAND_INS.site);
  const topics = load.topics();
  const draft: Records = {
    site: siteFile ?? standInSite(topics, load.lang),
    topics: inReadingOrder(topics, siteFile),
    decks: load.folder('content/decks', deck, STAND_INS.deck),
    paths: load.folder('content/paths', pathRecord, STAND_INS.path),
    glossary: load.record('content/glossary.yaml', glossary, STAND_INS.glossary) ?? empty({ terms: [] }),
    curriculum: load.record('content/curriculum.yaml', curriculum, STAND_INS.curriculum) ?? empty({ facts: [] }),
    permalinks: load.record('content/permalinks.lock', permalinks, STAND_INS.permalinks) ?? empty(permalinks.parse({})),
    translations:
      load.record('content/translations.lock', translations, STAND_INS.translations) ?? empty(translations.parse({})),
    elsewhere: load.lines('content/elsewhere'),
    ...(load.unread.size > 0 && { unread: load.unread }),
    ...(load.strayProse.length > 0 && { strayProse: load.strayProse }),
  };
  const issues = sortIssues(load.issues);
  return { records: issues.length === 0 ? draft : undefined, draft, issues };
}

/**
 * Reads all of `content/` below `root`, checked as far as that needs nothing but the records.
 * @throws an Error whose message is the whole report, when any of it is an error.
 */
export function loadRecordsOrThrow(root: string): Records {
  const { records, draft, issues } = loadRecords(root);
  const errors = [...issues, ...applyRules(draft)].filter(({ severity }) => severity === 'error');
  if (!records || errors.length > 0) {
    throw new Error(reportText(sortIssues(errors), { lang: draft.site.data.defaultLang }));
  }
  return records;
}

/** One run through `content/`: what is read, and what is found wrong on the way. */
class Loading {
  readonly issues: Issue[] = [];
  readonly unread = new Set<string>();
  readonly strayProse: Prose[] = [];
  /** The language of the issues: the site's, or Chinese when its file cannot be read. */
  readonly lang: Lang;
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
    const text = readText(root, SITE_FILE);
    const data = 'text' in text ? (parseYaml(text.text).data as Record<string, unknown> | null | undefined) : undefined;
    this.lang = LANGS.find((lang) => lang === data?.['defaultLang']) ?? LANGS[0];
  }

  /** The record in one file, as far as it can be read. */
  record<T>(file: string, schema: z.ZodType<T>, standIns: Record<string, unknown>): SourceFile<T> | undefined {
    const source = this.#text(file);
    if (source === undefined) return undefined;
    const { record, issues } = parseRecord({ file, source, schema, standIns, lang: this.lang });
    this.issues.push(...issues);
    if (!record) this.unread.add(file);
    return record;
  }

  /** The records of a folder, by the names of their files. */
  folder<T>(folder: string, schema: z.ZodType<T>, standIns: Record<string, unknown>): Map<string, SourceFile<T>> {
    const files = listFiles(this.#root, folder).filter((file) => /\.ya?ml$/.test(file));
    return new Map(
      files.flatMap((file): [string, SourceFile<T>][] => {
        const id = path.posix.basename(file).replace(/\.ya?ml$/, '');
        this.#checkName(id, file);
        const record = this.record(file, schema, standIns);
        return record ? [[id, record]] : [];
      }),
    );
  }

  /** Every topic whose record can be read, with its prose. */
  topics(): TopicRecord[] {
    const base = 'content/topics';
    return listFolders(this.#root, base).flatMap((theme) =>
      listFolders(this.#root, `${base}/${theme}`).flatMap((slug) => {
        const folder = `${base}/${theme}/${slug}`;
        // Git keeps no empty folders, so one left behind by a removed topic is not a topic.
        if (listFiles(this.#root, folder).length === 0) return [];
        const file = `${folder}/topic.yaml`;
        this.#checkName(slug, file);
        const record = this.record(file, topicRecord, STAND_INS.topic);
        const prose = Object.fromEntries(LANGS.map((lang) => [lang, this.#prose(`${folder}/${lang}.mdx`)]));
        const wordings = this.lines(`${folder}/wordings`);
        if (record)
          return [{ ...record, id: `${theme}/${slug}`, theme, slug, prose: prose as Record<Lang, Prose>, wordings }];
        this.strayProse.push(...Object.values(prose));
        return [];
      }),
    );
  }

  /** The lines of `<name>.zh.txt` and `<name>.en.txt`, which may both be left out. */
  lines(name: string): Record<Lang, readonly string[]> {
    const read = (lang: Lang): string[] => {
      const file = `${name}.${lang}.txt`;
      if (!hasFile(this.#root, file)) return [];
      const lines = (this.#text(file) ?? '').split('\n').map((line) => line.trim());
      return lines.filter((line) => line !== '');
    };
    return { zh: read('zh'), en: read('en') };
  }

  #prose(file: string): Prose {
    const source = this.#text(file);
    if (source === undefined) this.unread.add(file);
    return { file, source: source ?? '' };
  }

  #text(file: string): string | undefined {
    const read = readText(this.#root, file);
    if ('text' in read) return read.text;
    const missing = file.endsWith('.lock') ? 'missing-file/lock' : 'missing-file';
    const message = read.trouble === 'missing' ? missing : 'not-utf8';
    this.issues.push(makeIssue(this.lang, message, { file, position: START }, { file: path.posix.basename(file) }));
    if (read.trouble === 'not-utf8') this.unread.add(file);
    return undefined;
  }

  #checkName(name: string, file: string): void {
    if (idSchema.safeParse(name).success) return;
    this.issues.push(makeIssue(this.lang, 'bad-id', { file, position: START }, { value: name }));
  }
}

function inReadingOrder(
  topics: TopicRecord[],
  siteFile: SourceFile<{ themes: { id: string }[] }> | undefined,
): TopicRecord[] {
  const themes = siteFile?.data.themes.map(({ id }) => id) ?? [];
  const place = ({ theme }: TopicRecord) => (themes.includes(theme) ? themes.indexOf(theme) : themes.length);
  return topics.sort(
    (a, b) => place(a) - place(b) || a.data.order - b.data.order || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}

/** Stands for a site file that cannot be read, so that the rest can be checked all the same. */
function standInSite(topics: TopicRecord[], lang: Lang): Records['site'] {
  const { name, tagline, description } = STAND_INS.site;
  const text = name as Records['site']['data']['name'];
  const themes = [...new Set(topics.map(({ theme }) => theme))].map((id) => ({
    id,
    title: text,
    description: text,
    hue: 0,
    chroma: 0,
  }));
  return {
    file: SITE_FILE,
    data: {
      name: text,
      tagline: tagline as typeof text,
      description: description as typeof text,
      defaultLang: lang,
      themes,
    },
    lost: new Set(['address']),
    locate: () => START,
  };
}

function empty<T>(data: T): SourceFile<T> {
  return { file: '', data, locate: () => START };
}
