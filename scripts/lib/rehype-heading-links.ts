import type { ElementContent, Root } from 'hast';
import type { VFile } from 'vfile';
import { uiTexts } from '../../src/i18n/ui.ts';

/** The language of a page by its file: `…/zh.mdx`, `about.en.md`. */
const ENGLISH = /\ben\.mdx?$/;

/** Puts beside each heading a link to it, so that a section can be passed on. Headings have their ids by then. */
export function rehypeHeadingLinks() {
  return (tree: Root, file: VFile) => {
    const t = uiTexts(ENGLISH.test(file.path) ? 'en' : 'zh');
    tree.children = tree.children.map((node) => {
      if (node.type !== 'element' || !/^h[2-4]$/.test(node.tagName) || !node.properties['id']) return node;
      const link = {
        href: `#${node.properties['id']}`,
        ariaLabel: t('topic.headingLink', { title: textOf(node) }),
      };
      return {
        type: 'element',
        tagName: 'div',
        properties: { className: ['heading', node.tagName] },
        children: [node, { type: 'element', tagName: 'a', properties: link, children: [] }],
      };
    });
  };
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((child) => textOf(child)).join('') : '';
}
