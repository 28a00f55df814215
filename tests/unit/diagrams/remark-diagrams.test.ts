import type { Root } from 'mdast';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { DiagramError, type DiagramRequest } from '../../../scripts/lib/diagram-renderer.ts';
import { remarkDiagrams } from '../../../scripts/lib/remark-diagrams.ts';
import { diagramMistake } from '../../../src/diagrams/diagram-mistake.ts';

const FILE = 'content/topics/complaints/six-steps/zh.mdx';

/** A page whose only content is the given fences, the first of them opening on line 3, in column 1. */
function pageOf(...fences: string[]): Root {
  return {
    type: 'root',
    children: fences.map((value, index) => ({
      type: 'code',
      lang: 'mermaid',
      value,
      position: { start: { line: 3 + 10 * index, column: 1 }, end: { line: 9, column: 4 } },
    })),
  };
}

async function run(tree: Root, render: (request: DiagramRequest) => Promise<string>, file = FILE) {
  const plugin = remarkDiagrams({
    render,
    lookup: (from, ref) => (ref === 'steps/opening' ? `开场 ${from.length}` : undefined),
  });
  await plugin(tree, new VFile({ path: file }));
}

test('draws each fence in place, with its facts, in the language of its page, under an id of its own', async () => {
  const tree = pageOf('flowchart TD\n  a["${steps/opening}"]', 'flowchart TD\n  b');
  const requests: DiagramRequest[] = [];
  await run(tree, (request) => {
    requests.push(request);
    return Promise.resolve(`<figure class="diagram"><svg viewBox="0 0 1 1"/></figure>`);
  });
  expect(requests).toEqual([
    { source: `flowchart TD\n  a["开场 ${FILE.length}"]`, lang: 'zh', id: 'diagram-1' },
    { source: 'flowchart TD\n  b', lang: 'zh', id: 'diagram-2' },
  ]);
  expect(tree.children[0]).toMatchObject({
    data: {
      hName: 'figure',
      hProperties: { class: 'diagram' },
      hChildren: [{ type: 'element', tagName: 'svg', properties: { viewBox: '0 0 1 1' } }],
    },
  });
  expect(tree.children.map(({ type }): string => type)).toEqual(['diagram', 'diagram']);
});

test('English pages are drawn in English; other fences are left alone', async () => {
  const tree: Root = {
    type: 'root',
    children: [...pageOf('flowchart TD\n a').children, { type: 'code', lang: 'yaml', value: 'a: 1' }],
  };
  const langs: string[] = [];
  await run(
    tree,
    ({ lang }) => {
      langs.push(lang);
      return Promise.resolve('<figure/>');
    },
    'content/topics/a/b/en.mdx',
  );
  expect(langs).toEqual(['en']);
  expect(tree.children[1]?.type).toBe('code');
});

test('a mistake stops the page at its line and column, in the words its author wrote', async () => {
  const tree = pageOf('flowchart TD\n  accTitle: x\n  a["${steps/opening}"] --');
  const failing = run(tree, ({ source, lang }) =>
    Promise.reject(new DiagramError(diagramMistake('syntax', 3, lang, { text: source.split('\n')[2]!.trim() }))),
  );
  await expect(failing).rejects.toMatchObject({ file: FILE, line: 6, column: 3 });
  await expect(failing).rejects.toThrowErrorMatchingInlineSnapshot(
    `[content/topics/complaints/six-steps/zh.mdx:6:3: Mermaid 读不懂这一行：a["\${steps/opening}"] -- 看看箭头（-->）、括号和引号是否成对；文字里有标点时，用英文双引号括起来：a["文字"]。]`,
  );
});

test('so does a fact that does not exist', async () => {
  const failing = run(pageOf('flowchart TD\n  a["${steps/openin}"]'), () => Promise.resolve('<figure/>'));
  await expect(failing).rejects.toMatchObject({ file: FILE, line: 5, column: 6 });
  await expect(failing).rejects.toThrowErrorMatchingInlineSnapshot(
    `[content/topics/complaints/six-steps/zh.mdx:5:6: 这个主题里没有要点“steps/openin”。 写法是 \${块/要点}，两个 id 都要在同一个 topic.yaml 里。]`,
  );
});

test('what is no mistake of the author is passed on', async () => {
  await expect(run(pageOf('flowchart TD\n a'), () => Promise.reject(new Error('out of memory')))).rejects.toThrow(
    'out of memory',
  );
});
