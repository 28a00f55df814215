import type { Lang } from '../model/localized.ts';
import type { SectionText } from '../search/search-files.ts';
import { isLocalized } from './facts.ts';
import type { TopicRecord } from './records.ts';

/** The page of `topic` in `lang` as plain text: each block, then the prose. */
export function pageSections(topic: TopicRecord, lang: Lang): SectionText[] {
  const blocks = topic.data.blocks.map((block) => ({
    block: block.id,
    title: block.title[lang],
    text: textsOf({ ...block, title: undefined, questions: undefined }, lang).join('\n'),
  }));
  return [...blocks, { block: undefined, title: topic.data.title[lang], text: plainProse(topic.prose[lang].source) }];
}

function textsOf(node: unknown, lang: Lang): string[] {
  if (isLocalized(node)) return [node[lang]];
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap((child) => textsOf(child, lang)) : [];
}

/** The words of MDX prose: no fences, no tags, no marks. */
function plainProse(source: string): string {
  return source
    .replace(/^(```|~~~)[\s\S]*?^\1/gm, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\]\([^)]*\)/g, ' ')
    .replace(/^:::.*$/gm, '')
    .replace(/[#*_`[\]|>]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}
