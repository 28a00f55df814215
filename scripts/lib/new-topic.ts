import path from 'node:path';
import { Document, isScalar, visit } from 'yaml';
import type { Records } from '../../src/blocks/records.ts';
import { fillText, ISSUE_TEXTS } from '../../src/check/make-issue.ts';
import { nearest } from '../../src/check/nearest.ts';
import { NEW_TOPIC_TEXTS } from '../../src/i18n/new-topic.ts';
import { topicId } from '../../src/model/id.ts';
import { LANGS, type Lang, type Localized } from '../../src/model/localized.ts';
import { RESERVED_SEGMENTS } from '../../src/model/site.ts';
import { loadRecords } from './load-records.ts';
import { listFiles } from './read-files.ts';
import { writeFile } from './write-file.ts';

const BLOCK = 'list';
const ITEMS = [1, 2, 3];
const ALIASES = [1, 2, 3, 4, 5, 6];

/**
 * Writes the skeleton of a topic below `root`, its record and its prose in both languages, sound as it stands: what
 * its author still has to write is marked. Overwrites nothing; the message says what was written, or why nothing was.
 * @param today the day on which it counts as reviewed, year-month-day.
 */
export function writeNewTopic(
  root: string,
  id: string | undefined,
  today: string,
): { isDone: boolean; message: string } {
  const { draft } = loadRecords(root);
  const lang = draft.site.data.defaultLang;
  const texts = ISSUE_TEXTS[lang].newTopic;
  const refusal = refusalOf(root, draft, id);
  if (id === undefined || refusal !== undefined) return { isDone: false, message: refusal ?? texts.usage };

  const folder = `content/topics/${id}`;
  const files: [string, string][] = [
    [`${folder}/topic.yaml`, recordOf(draft, id, today)],
    ...LANGS.map((each): [string, string] => [`${folder}/${each}.mdx`, proseIn(each)]),
  ];
  for (const [file, text] of files) writeFile(path.join(root, file), text);
  return {
    isDone: true,
    message: fillText(lang, texts.written, { files: files.map(([file]) => `\n  ${file}`).join('') }),
  };
}

/** Why no topic can be called that; undefined when one can. */
function refusalOf(root: string, { site, topics, permalinks }: Records, id: string | undefined): string | undefined {
  const { defaultLang: lang, themes } = site.data;
  const texts = ISSUE_TEXTS[lang].newTopic;
  if (id === undefined) return texts.usage;
  if (!topicId.safeParse(id).success) {
    const close = id
      .toLowerCase()
      .replace(/[\s_]+/g, '-')
      .replace(/^\/+|\/+$/g, '');
    return topicId.safeParse(close).success
      ? fillText(lang, texts.badNameNearest, { id, nearest: close })
      : fillText(lang, texts.badName, { id });
  }
  const [theme = '', slug = ''] = id.split('/');
  const known = themes.map((each) => each.id);
  if (!known.includes(theme)) {
    const close = nearest(theme, known);
    return close === undefined
      ? fillText(lang, texts.unknownTheme, { theme, allowed: known })
      : fillText(lang, texts.unknownThemeNearest, { theme, nearest: `${close}/${slug}` });
  }
  if ((RESERVED_SEGMENTS as readonly string[]).includes(slug)) {
    return fillText(lang, texts.reserved, { slug, suggestion: `${theme}/${slug}-guide` });
  }
  const isThere = topics.some((topic) => topic.id === id) || listFiles(root, `content/topics/${id}`).length > 0;
  if (isThere) return fillText(lang, texts.exists, { id });
  const target = permalinks.data.redirects[id];
  return target === undefined ? undefined : fillText(lang, texts.redirected, { id, target });
}

function recordOf(records: Records, id: string, today: string): string {
  const [theme = ''] = id.split('/');
  const siblings = records.topics.filter((topic) => topic.theme === theme);
  const model = [...siblings, ...records.topics].find(({ lost }) => lost === undefined)?.data;
  const orders = siblings.map(({ data }) => data.order);
  const aliases = (lang: Lang) => ALIASES.map((number) => toWrite(lang, 'alias', { id, number }));
  const record = {
    title: inEach('title'),
    description: inEach('description'),
    order: Math.max(0, ...orders) + 1,
    owner: model?.owner ?? inEach('owner'),
    reviewed: today,
    reviewEveryMonths: model?.reviewEveryMonths ?? 12,
    roles: model?.roles ?? ['new-hire'],
    aliases: { zh: aliases('zh'), en: aliases('en') },
    asks: { zh: [toWrite('zh', 'ask')], en: [toWrite('en', 'ask')] },
    covers: [],
    related: [],
    blocks: [
      {
        id: BLOCK,
        kind: 'checklist',
        title: inEach('block'),
        items: ITEMS.map((number) => ({
          id: `item-${String(number)}`,
          text: inEach('item', { number }),
          why: inEach('why'),
        })),
      },
    ],
    cards: [{ id: 'card', title: inEach('card'), front: { block: BLOCK }, back: { block: BLOCK } }],
  };
  const document = new Document(record, { aliasDuplicateObjects: false });
  visit(document, {
    // One text stands on one line, both languages side by side, and a list of words too.
    Map: (_, node) => {
      if (node.items.every(({ value }) => isScalar(value))) node.flow = true;
    },
    Seq: (_, node) => {
      if (node.items.every((item) => isScalar(item))) node.flow = true;
    },
    Pair: (_, { key }) => {
      if (isScalar(key) && (key.value === 'blocks' || key.value === 'cards')) key.spaceBefore = true;
    },
  });
  document.commentBefore = ` ${NEW_TOPIC_TEXTS[records.site.data.defaultLang].header}`;
  const yaml = document.toString({ lineWidth: 0, singleQuote: true });
  // Padding belongs in braces, not in brackets; the writer knows one setting for both.
  return yaml.replace(/: \[ (.*) \]$/gm, ': [$1]');
}

function proseIn(lang: Lang): string {
  const { mark, sections } = NEW_TOPIC_TEXTS[lang];
  const parts = sections.map(({ heading, text }) => `## ${heading}\n\n${mark}${text}\n`);
  return [`<Block id="${BLOCK}" />\n`, ...parts].join('\n');
}

type Name = 'title' | 'description' | 'owner' | 'alias' | 'ask' | 'block' | 'item' | 'why' | 'card';

function inEach(name: Name, values: Record<string, string | number> = {}): Localized {
  return { zh: toWrite('zh', name, values), en: toWrite('en', name, values) };
}

function toWrite(lang: Lang, name: Name, values: Record<string, string | number> = {}): string {
  const texts = NEW_TOPIC_TEXTS[lang];
  return texts.mark + fillText(lang, texts[name], values);
}
