import type { Records, TopicRecord } from '../blocks/records.ts';
import { topicOf } from '../blocks/topic-of.ts';
import { uiTexts } from '../i18n/ui.ts';
import type { Lang } from '../model/localized.ts';
import { blockMarkdown, plain } from './block-markdown.ts';

const PLACED = /^<Block\s+id="([^"]+)"\s*\/>\s*$/;
const ASIDE = /^:::(\w+)(?:\[(.*)\])?\s*$/;

/**
 * A topic as one Markdown file, for programs and for whoever pastes it elsewhere: its prose with every block in its
 * place, drawn diagrams left out because their facts stand beside them.
 * @param urlOf the address of a page by its id.
 */
export function topicMarkdown(
  topic: TopicRecord,
  records: Records,
  lang: Lang,
  urlOf: (page: string) => string,
): string {
  const { data, id } = topic;
  const t = uiTexts(lang);
  const theme = records.site.data.themes.find((candidate) => candidate.id === topic.theme);
  const related = data.related.flatMap((other) => topicOf(records, other) ?? []);
  const about = [
    ...(theme ? [theme.title[lang]] : []),
    t('topic.reviewed', { date: data.reviewed }),
    t('topic.owner', { owner: data.owner[lang] }),
  ].join(' · ');
  return [
    `# ${plain(data.title[lang])}`,
    `> ${plain(data.description[lang])}`,
    `${plain(about)}\n<${urlOf(id)}>`,
    proseMarkdown(topic, lang),
    ...(data.sources.length === 0
      ? []
      : [
          `## ${t('topic.sources')}`,
          data.sources
            .map(({ author, year, title, note }) =>
              [author, year === undefined ? undefined : `(${year})`, `*${plain(title)}*`, note && plain(note[lang])]
                .filter((part) => part !== undefined)
                .join(' '),
            )
            .map((line) => `- ${line}`)
            .join('\n'),
        ]),
    ...(related.length === 0
      ? []
      : [
          `## ${t('topic.related')}`,
          related.map((other) => `- [${plain(other.data.title[lang])}](${urlOf(other.id)})`).join('\n'),
        ]),
  ]
    .join('\n\n')
    .concat('\n');
}

/** A topic's prose with its blocks told in place; asides become quotations. */
export function proseMarkdown({ data, prose }: TopicRecord, lang: Lang): string {
  const lines: string[] = [];
  let fenced = false;
  let quoted = false;
  for (const line of prose[lang].source.trim().split('\n')) {
    if (line.startsWith('```')) {
      fenced = !fenced;
      continue;
    }
    if (fenced) continue;
    const placed = PLACED.exec(line)?.[1];
    const aside = ASIDE.exec(line);
    if (aside) {
      quoted = true;
      // A heading right above says it already.
      const isHeaded = lines.findLast((above) => above.trim() !== '') === `## ${aside[2] ?? ''}`;
      if (aside[2] !== undefined && !isHeaded) lines.push(`> **${aside[2]}**`, '>');
    } else if (/^:::\s*$/.test(line)) {
      quoted = false;
    } else if (placed === undefined) {
      // Any other tag is a face of the page alone.
      if (!/^<[A-Z]/.test(line)) lines.push(quoted ? `> ${line}`.trimEnd() : line);
    } else {
      const block = data.blocks.find(({ id }) => id === placed);
      if (block) lines.push(blockMarkdown(block, lang));
    }
  }
  return lines.join('\n').replace(/\n{3,}/g, '\n\n');
}
