import remarkParse from 'remark-parse';
import remarkCjkFriendly from 'remark-cjk-friendly';
import { unified } from 'unified';
import { expect, test } from 'vitest';

test.each(['**注意：**正文', '**注意:**正文', '**“先听完”**再说', '前面**加粗。**后面'])('%s is bold', (source) => {
  const tree = unified().use(remarkParse).use(remarkCjkFriendly).parse(source);
  const [paragraph] = tree.children;
  const kinds = paragraph?.type === 'paragraph' ? paragraph.children.map(({ type }) => type) : [];
  expect(kinds).toContain('strong');
});
