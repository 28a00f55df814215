import { factsOf } from '../../src/blocks/facts.ts';
import { topicOf } from '../../src/blocks/topic-of.ts';
import { renderDiagram } from './diagram-renderer.ts';
import { remarkDiagrams } from './remark-diagrams.ts';
import { siteRecords } from './site-records.ts';

const PAGE = /content\/topics\/([^/]+\/[^/]+)\/(zh|en)\.mdx$/;

/** What `${block/fact}` stands for on the page `file`: the fact in few words, in the page's language. */
function lookup(file: string, ref: string): string | undefined {
  const [, topicId = '', lang] = PAGE.exec(file.replaceAll('\\', '/')) ?? [];
  const [blockId, factId] = ref.split('/');
  const topic = topicOf(siteRecords(), topicId);
  const block = topic?.data.blocks.find(({ id }) => id === blockId);
  const fact = block && factsOf(block).find(({ id }) => id === factId);
  return fact?.short[lang === 'en' ? 'en' : 'zh'];
}

/** Draws the diagrams of a topic's prose, with the facts that they name. */
export const diagramsOfPages = () => remarkDiagrams({ render: renderDiagram, lookup });
