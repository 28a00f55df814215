import path from 'node:path';
import type { Root, RootContent } from 'mdast';
import type { VFile } from 'vfile';
import { topicOf } from '../../src/blocks/topic-of.ts';
import { siteRecords } from './site-records.ts';

const PAGE = /content\/topics\/([^/]+\/[^/]+)\/(zh|en)\.mdx$/;
const COMPONENT = 'src/components/Block.astro';

/**
 * Lets a topic's prose place a block with `<Block id="…" />` alone: puts the block's title above it as a heading
 * whose anchor is the block's id, tells the component its topic and language, and imports the component.
 */
export function remarkBlocks() {
  return (tree: Root, file: VFile) => {
    const place = PAGE.exec(file.path.replaceAll('\\', '/'));
    if (!place) return;
    const [, topicId, lang] = place as unknown as [string, string, 'zh' | 'en'];
    const topic = topicOf(siteRecords(), topicId);
    if (!topic) return;

    tree.children = tree.children.flatMap((node): RootContent[] => {
      if (node.type !== 'mdxJsxFlowElement' || node.name !== 'Block') return [node];
      const id = node.attributes.find((attribute) => 'name' in attribute && attribute.name === 'id')?.value;
      const block = topic.data.blocks.find((candidate) => candidate.id === id);
      if (!block) return [node];
      node.attributes.push(
        { type: 'mdxJsxAttribute', name: 'topic', value: topicId },
        { type: 'mdxJsxAttribute', name: 'lang', value: lang },
      );
      const heading: RootContent = {
        type: 'heading',
        depth: 2,
        children: [{ type: 'text', value: block.title[lang] }],
        data: { hProperties: { id: block.id } },
      };
      return [heading, node];
    });
    tree.children.unshift(importOf('Block', path.relative(path.dirname(file.path), path.resolve(COMPONENT))));
  };
}

/** `import <name> from '<from>'` as MDX sees it after parsing. */
function importOf(name: string, from: string): RootContent {
  const source = from.replaceAll('\\', '/');
  return {
    type: 'mdxjsEsm',
    value: '',
    data: {
      estree: {
        type: 'Program',
        sourceType: 'module',
        comments: [],
        body: [
          {
            type: 'ImportDeclaration',
            attributes: [],
            specifiers: [{ type: 'ImportDefaultSpecifier', local: { type: 'Identifier', name } }],
            source: { type: 'Literal', value: source, raw: JSON.stringify(source) },
          },
        ],
      },
    },
  };
}
