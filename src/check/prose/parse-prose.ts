import type { Root, RootContent } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Prose } from '../../blocks/records.ts';
import type { Position } from '../../model/issue.ts';

/** A place that the parser cannot read; the ids are from `micromark` and `mdast-util-mdx-jsx`. */
export interface SyntaxFault {
  position: Position;
  ruleId: string;
  source: string;
  reason: string;
  /** The tag that the fault is about, where it is about one. */
  tag?: string;
}

/** A `<Block id="…" />` in the prose. */
export interface Placement {
  /** Undefined when the tag has no plain id. */
  id: string | undefined;
  /** True when it stands as a paragraph of its own, the only place where the page shows it. */
  alone: boolean;
  position: Position;
}

/** The text of a Mermaid fence. */
export interface DiagramFence {
  source: string;
  /** Where the fence opens. */
  position: Position;
  /** Where the first line of the text starts. */
  start: Position;
}

/** What the checks need to know of a topic's prose. */
export interface ParsedProse {
  faults: SyntaxFault[];
  placements: Placement[];
  /** Tags other than Block. */
  tags: { name: string; position: Position }[];
  /** Lines that start with import or export. */
  imports: Position[];
  /** Braces that hold more than a comment. */
  expressions: { code: string; position: Position }[];
  diagrams: DiagramFence[];
  /** Where settings between --- lines open the file. */
  frontmatter: Position | undefined;
  /** Blocks that stand on lines which could not be read. */
  unreadIds: Set<string>;
}

type Tag = Extract<RootContent, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

const FAULTS_AT_MOST = 20;
const parser = unified().use(remarkParse).use(remarkMdx).use(remarkDirective);
const parsed = new WeakMap<Prose, ParsedProse>();

/**
 * Reads a topic's prose, once for each `Prose`. Never throws: a line that cannot be read becomes a fault and is left
 * out, so that the rest is read all the same.
 */
export function parseProse(prose: Prose): ParsedProse {
  const known = parsed.get(prose);
  if (known) return known;
  const fresh = parse(prose.source);
  fresh.faults.sort((a, b) => a.position.line - b.position.line);
  parsed.set(prose, fresh);
  return fresh;
}

function parse(source: string): ParsedProse {
  const result: ParsedProse = {
    faults: [],
    placements: [],
    tags: [],
    imports: [],
    expressions: [],
    diagrams: [],
    frontmatter: /^---\r?\n/.test(source) ? { line: 1, column: 1 } : undefined,
    unreadIds: new Set(),
  };
  const lines = source.split('\n');
  while (result.faults.length < FAULTS_AT_MOST) {
    const text = lines.join('\n');
    try {
      const tree = parser.parse(text);
      tree.children.forEach((node) => {
        collect(node, tree, result);
      });
      return result;
    } catch (error) {
      const fault = faultOf(error, text);
      result.faults.push(fault);
      const line = lines[fault.position.line - 1];
      if (!line?.trim()) return result;
      for (const [, id] of line.matchAll(/<Block\s+id=["']?([\w-]+)/g)) result.unreadIds.add(id ?? '');
      lines[fault.position.line - 1] = '';
    }
  }
  return result;
}

function collect(node: RootContent, parent: Root | RootContent, result: ParsedProse): void {
  const position = startOf(node);
  switch (node.type) {
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      if (node.name === 'Block') {
        const alone = node.type === 'mdxJsxFlowElement' && parent.type === 'root';
        result.placements.push({ id: idOf(node), alone, position });
      } else result.tags.push({ name: node.name ?? '', position });
      break;
    case 'mdxjsEsm':
      result.imports.push(position);
      break;
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      if (!/^\s*(?:\/\*[\s\S]*\*\/\s*)?$/.test(node.value))
        result.expressions.push({ code: node.value.trim(), position });
      break;
    case 'code':
      if (node.lang === 'mermaid') {
        const start = { line: position.line + 1, column: position.column };
        result.diagrams.push({ source: node.value, position, start });
      }
      break;
  }
  if ('children' in node)
    node.children.forEach((child) => {
      collect(child, node, result);
    });
}

function idOf(node: Tag): string | undefined {
  const attribute = node.attributes.find(
    (candidate) => candidate.type === 'mdxJsxAttribute' && candidate.name === 'id',
  );
  return typeof attribute?.value === 'string' && attribute.value !== '' ? attribute.value : undefined;
}

function startOf(node: RootContent): Position {
  return { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
}

function faultOf(error: unknown, source: string): SyntaxFault {
  const message = error as Partial<Record<'ruleId' | 'source' | 'reason', string> & Position>;
  const { ruleId = '', source: parserName = '', reason = String(error) } = message;
  const fault = { ruleId, source: parserName, reason };
  const opening = /`?<\/?([\w.:-]*)>`?[^(]*\((\d+):(\d+)/.exec(reason);
  if (ruleId === 'end-tag-mismatch' && opening) {
    const [, tag = '', line, column] = opening;
    return { ...fault, tag, position: { line: Number(line), column: Number(column) } };
  }
  const end = { line: message.line ?? 1, column: message.column ?? 1 };
  if (ruleId === 'unexpected-eof') {
    // The parser reports where the text ran out; the author needs to see where it began.
    const isTag = parserName.endsWith('jsx');
    const begin = lastBefore(source, end, isTag ? '<' : '{');
    const tag = isTag ? /^<([\w.:-]*)/.exec(begin.rest)?.[1] : undefined;
    return { ...fault, ...(tag ? { tag } : {}), position: begin.position };
  }
  if (ruleId === 'acorn' && parserName.endsWith('expression')) {
    return { ...fault, position: lastBefore(source, end, '{').position };
  }
  return { ...fault, position: end };
}

function lastBefore(source: string, end: Position, character: string): { position: Position; rest: string } {
  const lines = source.split('\n').slice(0, end.line);
  lines[end.line - 1] = (lines[end.line - 1] ?? '').slice(0, end.column);
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const line = lines[index] ?? '';
    const column = line.lastIndexOf(character);
    if (column !== -1) return { position: { line: index + 1, column: column + 1 }, rest: line.slice(column) };
  }
  return { position: end, rest: '' };
}
