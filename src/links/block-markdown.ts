import { isLocalized } from '../blocks/facts.ts';
import type { Block } from '../blocks/registry.ts';
import { uiTexts, type UiKey } from '../i18n/ui.ts';
import type { Lang } from '../model/localized.ts';

type Node = Record<string, unknown>;

/** Fields that name the thing that they stand in, in order of preference. */
const NAMES = ['title', 'term', 'avoid', 'claim', 'ask', 'text', 'left'];

/** What is said of a thing, and the word that stands before it; an empty one stands alone. */
const LABELS: Record<string, UiKey | ''> = {
  when: '',
  text: '',
  definition: '',
  right: '',
  outcome: 'story.then',
  check: 'block.check',
  say: 'block.say',
  instead: 'block.instead',
  truth: 'block.truth',
  why: 'block.why',
  harm: 'block.harm',
  hint: '',
  limits: 'block.limits',
};

/** Lists inside a thing, and the word that stands before them. */
const LISTS: Record<string, UiKey | ''> = {
  steps: '',
  items: '',
  types: '',
  letters: '',
  scenes: '',
  prompts: '',
  traits: '',
  choices: '',
  bands: '',
  do: 'block.do',
  dont: 'block.dont',
  examples: 'block.examples',
  lessons: 'block.lessons',
};

/** Lists in which the order is what matters. */
const ORDERED = new Set(['steps', 'scenes']);

/**
 * A block as Markdown below a heading of its own: every fact in full with its reasons, whatever the block's kind.
 * Questions are left out, and so is what only stands in for a fact where room is short.
 */
export function blockMarkdown(block: Block, lang: Lang): string {
  const node = (block.kind === 'classification' ? withFacets(block, lang) : block) as unknown as Node;
  const head = [`## ${plain(block.title[lang])}`, ...(block.intro ? [plain(block.intro[lang])] : [])];
  const own = { ...node, title: undefined, intro: undefined };
  const body = block.kind === 'matrix' ? cellsOf(block, lang) : [...fields(own, lang, undefined), ...lists(own, lang)];
  return [...head, body.join('\n')].join('\n\n');
}

/** Text as Markdown shows it unchanged. */
export function plain(text: string): string {
  return text.replace(/[\\`*_<[\]]/g, '\\$&');
}

function lists(node: Node, lang: Lang): string[] {
  return Object.entries(LISTS).flatMap(([key, label]) => {
    const list = node[key];
    if (!Array.isArray(list) || list.length === 0) return [];
    const lines = list.flatMap((child: Node, index) => {
      const sign = ORDERED.has(key) ? `${index + 1}.` : '-';
      return item(child, sign, lang);
    });
    return label === '' ? lines : [`- ${uiTexts(lang)(label)}`, ...indented(lines)];
  });
}

function item(node: Node, sign: string, lang: Lang): string[] {
  const name = NAMES.find((key) => isLocalized(node[key]));
  const letters = ['letter', 'word'].flatMap((key) => (typeof node[key] === 'string' ? [node[key]] : []));
  const title = name === undefined ? '' : plain((node[name] as Record<Lang, string>)[lang]);
  const label = name === 'avoid' ? uiTexts(lang)('block.avoid') : name === 'claim' ? uiTexts(lang)('block.claim') : '';
  const shown = name === 'avoid' ? { ...node, say: undefined, instead: node['say'] } : node;
  const decision = isNode(node['decision']) ? item(node['decision'], '-', lang) : [];
  const inner = [...fields(shown, lang, name), ...decision, ...lists(node, lang)];
  const text = [...letters, said(label, inner.length > 0 ? `**${title}**` : title, lang)].join(' · ');
  return [`${sign} ${text}`, ...indented(inner)];
}

function fields(node: Node, lang: Lang, name: string | undefined): string[] {
  return ['term', ...Object.keys(LABELS)].flatMap((key) => {
    const value = node[key];
    if (key === name || !isLocalized(value)) return [];
    const label = LABELS[key] ?? '';
    const text = plain(value[lang]);
    return [`- ${said(label === '' ? '' : uiTexts(lang)(label), key === 'term' ? `**${text}**` : text, lang)}`];
  });
}

/** The cells of a grid, each under the names of its row and column. */
function cellsOf(block: Extract<Block, { kind: 'matrix' }>, lang: Lang): string[] {
  return block.rows.flatMap((row) => {
    const cells = block.columns.flatMap((column) =>
      block.cells
        .filter((cell) => cell.row === row.id && cell.column === column.id)
        .flatMap((cell) => {
          const inner = fields(cell, lang, 'title');
          const name = [column.title[lang], cell.title?.[lang]].filter((part) => part !== undefined).join(' · ');
          return [`- ${plain(name)}`, ...indented(inner)];
        }),
    );
    return [`- **${plain(row.title[lang])}**`, ...indented(cells)];
  });
}

/** The same block, each trait with the name of what it is a trait of in front. */
function withFacets(block: Extract<Block, { kind: 'classification' }>, lang: Lang): Block {
  const types = block.types.map((type) => ({
    ...type,
    traits: type.traits.map((trait) => {
      const facet = block.facets.find(({ id }) => id === trait.facet);
      const text = facet === undefined ? trait.text[lang] : said(facet.title[lang], trait.text[lang], lang);
      return { ...trait, text: { ...trait.text, [lang]: text } };
    }),
  }));
  return { ...block, types };
}

function said(label: string, text: string, lang: Lang): string {
  return label === '' ? text : `${label}${colon(lang)}${text}`;
}

function colon(lang: Lang): string {
  return lang === 'zh' ? '：' : ': ';
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `   ${line}`);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
