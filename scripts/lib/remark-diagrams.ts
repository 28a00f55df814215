import path from 'node:path';
import type { Code, Nodes, Root, RootContent } from 'mdast';
import type { VFile } from 'vfile';
import { diagramMistake, type DiagramMistake } from '../../src/diagrams/diagram-mistake.ts';
import { escapeMermaid, resolveFactReferences } from '../../src/diagrams/fact-references.ts';
import { parseMarkup } from '../../src/diagrams/parse-markup.ts';
import type { Lang } from '../../src/model/localized.ts';
import { DiagramError, type DiagramRequest } from './diagram-renderer.ts';

export interface RemarkDiagramsOptions {
  /** Draws a diagram: the figure as HTML, or a `DiagramError`. */
  render: (request: DiagramRequest) => Promise<string>;
  /** What a `${block/fact}` in a file stands for, in the language of its page; undefined when there is no such fact. */
  lookup: (file: string, ref: string) => string | undefined;
  /** The language of a page; left out: English for `en.mdx`, else Chinese. */
  langOf?: (file: string) => Lang;
}

/**
 * Draws every Mermaid fence of a page in place. A mistake stops the page with its line and column in the file.
 */
export function remarkDiagrams({ render, lookup, langOf = langOfFile }: RemarkDiagramsOptions) {
  return async (tree: Root, file: VFile): Promise<void> => {
    const lang = langOf(file.path);
    await Promise.all(
      fencesOf(tree).map(async ({ code, parent }, index) => {
        const escaped = new Map<string, string>();
        const { source, unknown } = resolveFactReferences(code.value, (ref) => {
          const found = lookup(file.path, ref);
          if (found !== undefined) escaped.set(ref, escapeMermaid(found));
          return found;
        });
        const [first] = unknown;
        if (first) {
          const mistake = diagramMistake('unknown-fact', first.line, lang, { ref: first.ref });
          failAt(file, code, mistake, first.column);
        }
        const figure = await render({ source, lang, id: `diagram-${index + 1}` }).catch((error: unknown) => {
          if (!(error instanceof DiagramError)) throw error;
          failAt(file, code, asWritten(error.mistake, escaped), indentOf(code, error.mistake.line) + 1);
        });
        parent.children.splice(parent.children.indexOf(code), 1, drawn(code, figure));
      }),
    );
  };
}

function langOfFile(file: string): Lang {
  return path.basename(file).startsWith('en.') ? 'en' : 'zh';
}

interface Fence {
  code: Code;
  parent: { children: Nodes[] };
}

function fencesOf(parent: Nodes): Fence[] {
  if (!('children' in parent)) return [];
  return parent.children.flatMap((child) =>
    child.type === 'code' && child.lang === 'mermaid' ? [{ code: child, parent }] : fencesOf(child),
  );
}

/** The node that remark turns into the figure; not a code node, which it would wrap in `<pre>`. */
function drawn(code: Code, figure: string): RootContent {
  const { tagName, properties, children } = parseMarkup(figure);
  return {
    type: 'diagram',
    children: [],
    position: code.position,
    data: { hName: tagName, hProperties: properties, hChildren: children },
  } as unknown as RootContent;
}

/** A mistake quotes its line as Mermaid read it; its author should see what they wrote. */
function asWritten(mistake: DiagramMistake, escaped: Map<string, string>): DiagramMistake {
  const message = [...escaped].reduce((text, [ref, value]) => text.replaceAll(value, `\${${ref}}`), mistake.message);
  return { ...mistake, message };
}

function indentOf(code: Code, line: number): number {
  return /^\s*/.exec(code.value.split('\n')[line - 1] ?? '')?.[0].length ?? 0;
}

/** Stops the page; `column` counts from the edge of the fence. */
function failAt(file: VFile, code: Code, mistake: DiagramMistake, column: number): never {
  const start = code.position?.start ?? { line: 0, column: 1 };
  const place = { line: start.line + mistake.line, column: start.column + column - 1 };
  return file.fail(`${mistake.message} ${mistake.hint}`, { place, source: 'diagrams', ruleId: mistake.code });
}
