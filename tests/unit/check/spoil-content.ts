import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isMap, isPair, isScalar, parseDocument, visit } from 'yaml';

/** Means something in every language that a record is written out in, and is short enough for a card. */
const HOSTILE = `<u>"&'`;

/** The same for what has more room: it would end a script, a title, an attribute, a comment, a CDATA section. */
export const HOSTILE_LONG = `</script></title>]]>--><u onclick=alert(1)>"&'\${x}{y}`;

/** Keys under which a text has room; at the top of a record its title and name as well. */
const ROOMY = new Set(['description', 'owner', 'why', 'harm', 'definition', 'note', 'greeting']);

/** Puts hostile text at the end of every text in both languages of the records in the copy at `root`: topics, glossary, paths, decks and site. */
export function spoilContent(root: string): void {
  const folder = path.join(root, 'content');
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.yaml') || name === 'curriculum.yaml') continue;
    const file = path.join(folder, name);
    const document = parseDocument(readFileSync(file, 'utf8'));
    visit(document, {
      Map: (_key, node, path) => {
        if (!isMap(node) || !node.has('zh') || !node.has('en')) return;
        const above = path.findLast((step) => isPair(step));
        const key = isPair(above) && isScalar(above.key) ? String(above.key.value) : '';
        for (const lang of ['zh', 'en']) {
          const text = node.get(lang, true);
          const hasRoom = ROOMY.has(key) || (path.length <= 3 && ['title', 'name', 'term'].includes(key));
          if (isScalar(text)) text.value = `${String(text.value)}${hasRoom ? HOSTILE_LONG : HOSTILE}`;
        }
      },
    });
    writeFileSync(file, document.toString({ lineWidth: 0 }));
  }
}
