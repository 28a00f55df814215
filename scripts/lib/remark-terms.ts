import type { Nodes, Parents, PhrasingContent, Root, Text } from 'mdast';
import type { VFile } from 'vfile';
import type { Records } from '../../src/blocks/records.ts';
import type { Lang } from '../../src/model/localized.ts';
import { remember } from '../../src/model/remember.ts';
import { termFinder } from '../../src/search/find-terms.ts';
import { siteRecords } from './site-records.ts';

const PAGE = /content\/topics\/([^/]+\/[^/]+)\/(zh|en)\.mdx$/;

/** What is not the running text of a page: titles, other links, code, the words of people and of works. */
const LEFT_ALONE = new Set<string>([
  'heading',
  'link',
  'linkReference',
  'blockquote',
  'emphasis',
  'inlineCode',
  'code',
]);

export interface RemarkTermsOptions {
  /** The path that the site is served under. */
  base: string;
  /** Where the terms and topics stand; left out: the records of this checkout. */
  records?: () => Pick<Records, 'glossary' | 'topics'>;
}

/**
 * Links what the prose of a topic names: a glossary term where it first stands, with its definition as a note beside it
 * that is shown on hover and focus; and another topic, where its title stands in quotation marks, wherever it does.
 */
export function remarkTerms({ base, records = siteRecords }: RemarkTermsOptions) {
  return (tree: Root, file: VFile): void => {
    const place = PAGE.exec(file.path.replaceAll('\\', '/'));
    if (!place) return;
    const [, topicId, lang] = place as unknown as [string, string, Lang];
    const root = `${base.replace(/\/$/, '')}${lang === 'en' ? '/en' : ''}`;
    const { glossary } = records();
    const { terms, find, pages } = namesOf(records(), lang);
    // A topic explains its own terms itself.
    const done = new Set(glossary.data.terms.filter(({ topic, linked }) => topic === topicId || !linked).map(idOf));

    const linked = ({ value }: Text): PhrasingContent[] => {
      const titles = [...value.matchAll(/(?<=“)[^“”]+(?=”)/g)].flatMap(({ index, 0: title }) => {
        const id = pages.get(title)?.find((page) => page !== topicId);
        return id === undefined
          ? []
          : [{ start: index, end: index + title.length, nodes: [linkTo(`${root}/${id}/`, title)] }];
      });
      const names = find(value).flatMap(({ id, start, end }) => {
        const term = terms.get(id);
        if (!term || done.has(id) || titles.some((title) => title.start <= start && end <= title.end)) return [];
        done.add(id);
        return [
          { start, end, nodes: named(`${root}/glossary/#${id}`, value.slice(start, end), id, term.definition[lang]) },
        ];
      });
      return spliced(
        value,
        [...titles, ...names].sort((a, b) => a.start - b.start),
      );
    };
    visit(tree, linked);
  };
}

/** What prose may name, worked out once for the same records: terms, and pages by their titles, the last first. */
const namesOf = remember(({ glossary, topics }: Pick<Records, 'glossary' | 'topics'>, lang: Lang) => {
  const pages = new Map<string, string[]>();
  for (const { id, data } of topics) {
    for (const title of [data.title, data.short]) {
      if (title) pages.set(title[lang], [id, ...(pages.get(title[lang]) ?? [])]);
    }
  }
  return {
    terms: new Map(glossary.data.terms.map((term) => [term.id, term])),
    find: termFinder(
      glossary.data.terms.map(({ id, term }) => ({ id, name: term[lang] })),
      lang,
    ),
    pages,
  };
});

function idOf({ id }: { id: string }): string {
  return id;
}

/** Puts what `linked` makes of each running text in its place. */
function visit(parent: Parents, linked: (text: Text) => PhrasingContent[]): void {
  parent.children = (parent.children as Nodes[]).flatMap((node): Nodes[] => {
    if (node.type === 'text') return linked(node);
    const isLabel = 'data' in node && node.data && 'directiveLabel' in node.data;
    if ('children' in node && !isLabel && !LEFT_ALONE.has(node.type)) visit(node, linked);
    return [node];
  }) as typeof parent.children;
}

/** A text with nodes in place of some of its parts, which are in order. */
function spliced(
  text: string,
  parts: readonly { start: number; end: number; nodes: PhrasingContent[] }[],
): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let from = 0;
  for (const { start, end, nodes: inserted } of parts) {
    if (start > from) nodes.push({ type: 'text', value: text.slice(from, start) });
    nodes.push(...inserted);
    from = end;
  }
  if (from < text.length) nodes.push({ type: 'text', value: text.slice(from) });
  return nodes;
}

function linkTo(url: string, words: string, properties?: Record<string, string>): PhrasingContent {
  return { type: 'link', url, children: [{ type: 'text', value: words }], data: { hProperties: properties ?? {} } };
}

/** A term as a link, and its note after it: hidden, but read out with the link as what describes it. */
function named(url: string, words: string, id: string, definition: string): PhrasingContent[] {
  const noteId = `about-${id}`;
  const note = {
    type: 'termNote',
    children: [],
    data: {
      hName: 'span',
      hProperties: { id: noteId, className: 'term-note', role: 'tooltip', hidden: true, dataPagefindIgnore: '' },
      hChildren: [{ type: 'text', value: definition }],
    },
  } as unknown as PhrasingContent;
  return [linkTo(url, words, { className: 'term', ariaDescribedBy: noteId }), note];
}
