import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import type { Root } from 'mdast';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { loadRecords } from '../../../scripts/lib/load-records.ts';
import { remarkTerms } from '../../../scripts/lib/remark-terms.ts';

const { draft } = loadRecords(process.cwd());
const everyday = draft.glossary.data.terms.filter(({ linked }) => !linked).map(({ term }) => term.en);

/** What the prose `source` of a topic's page links to: the words and the address of each link. */
function linksOf(source: string, topic: string, file = 'en.mdx', base = '/') {
  const tree: Root = unified().use(remarkParse).use(remarkMdx).parse(source);
  remarkTerms({ base, records: () => draft })(tree, new VFile({ path: `content/topics/${topic}/${file}` }));
  const found: string[] = [];
  const walk = (node: Root | Root['children'][number]) => {
    if (node.type === 'link')
      found.push(`${node.children.map((child) => 'value' in child && child.value).join('')} ${node.url}`);
    if ('children' in node) node.children.forEach(walk);
  };
  walk(tree);
  return found;
}

test('a term is linked where it first stands in running text', () => {
  const source = '## Empathy\n\n> Empathy, please.\n\n*Empathy* `empathy` [empathy](/x/)\n\n**Empathy** is empathy.';
  expect(linksOf(source, 'complaints/six-steps')).toEqual(['empathy /x/', 'Empathy /en/glossary/#empathy']);
});

test('a topic explains its own terms, and everyday words stay words', () => {
  expect(linksOf('A complaint.', 'complaints/what-is-a-complaint')).toEqual([]);
  expect(everyday.length).toBeGreaterThan(0);
  expect(linksOf(everyday.join(', '), 'complaints/six-steps')).toEqual([]);
});

test('a page named by its title is linked, under the path of the site and in the language of the page', () => {
  const { title } = draft.topics.find(({ id }) => id === 'psychology/needs-pyramid')!.data;
  expect(linksOf(`看“${title.zh}”。`, 'complaints/six-steps', 'zh.mdx', '/kb/')).toEqual([
    `${title.zh} /kb/psychology/needs-pyramid/`,
  ]);
  expect(linksOf(`See “${title.en}”.`, 'psychology/needs-pyramid')).not.toContain(
    `${title.en} /en/psychology/needs-pyramid/`,
  );
});
