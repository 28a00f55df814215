/** An element as hast has it; attributes keep the names that they are written with. */
export interface MarkupElement {
  type: 'element';
  tagName: string;
  properties: Record<string, string>;
  children: (MarkupElement | MarkupText)[];
}

interface MarkupText {
  type: 'text';
  value: string;
}

const TOKEN = /<\/([\w-]+)>|<([\w-]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>|([^<]+)/g;
const ATTRIBUTE = /([\w:-]+)="([^"]*)"/g;

/**
 * Reads markup as `markup` writes it back into a tree: elements, quoted attributes, text; nothing else.
 * Throws on anything that such markup cannot hold.
 */
export function parseMarkup(source: string): MarkupElement {
  const root: MarkupElement = { type: 'element', tagName: '', properties: {}, children: [] };
  const open = [root];
  let read = 0;
  for (const match of source.matchAll(TOKEN)) {
    const [whole, closed, opened, attributes = '', selfClosed, text] = match;
    if (match.index !== read) break;
    read += whole.length;
    const parent = open.at(-1) ?? root;
    if (text !== undefined) {
      parent.children.push({ type: 'text', value: unescapeMarkup(text) });
    } else if (opened !== undefined) {
      const properties = Object.fromEntries(
        [...attributes.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, unescapeMarkup(value)]),
      );
      const element: MarkupElement = { type: 'element', tagName: opened, properties, children: [] };
      parent.children.push(element);
      if (!selfClosed) open.push(element);
    } else if (open.length > 1 && parent.tagName === closed) {
      open.pop();
    } else {
      break;
    }
  }
  const [element, ...others] = root.children;
  if (read !== source.length || open.length > 1 || element?.type !== 'element' || others.length > 0) {
    throw new Error(`not well-formed markup at character ${read}: ${source.slice(read, read + 40)}`);
  }
  return element;
}

function unescapeMarkup(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
