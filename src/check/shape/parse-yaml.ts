import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import {
  Alias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
} from 'yaml';
import type { Position } from '../../model/issue.ts';
import type { MessageId, Value } from '../make-issue.ts';

/** Generous for any hand-written file, and far below what a chain of anchors can blow up to. */
const MAX_ALIASES = 100;

/** More than the locks of a site of thousands of topics have in one place. */
const MOST_KEYS = 10_000;

/** Errors after which the rest of the file still means what its author meant. */
const HARMLESS = new Set([
  'DUPLICATE_KEY',
  'TAG_RESOLVE_FAILED',
  'BAD_SCALAR_START',
  'BAD_DQ_ESCAPE',
  'UNEXPECTED_TOKEN',
]);

/** How the parser words it when a quote or bracket has no partner. */
const UNCLOSED = /^Missing closing|expected to end with|must be sufficiently indented and end with/;

/** A mistake in the YAML itself, not yet put into words. */
interface YamlFault {
  message: MessageId;
  position: Position;
  values: Record<string, Value>;
}

/** A YAML file as plain values, with the way back from a value to its line. */
export interface ParsedYaml {
  /** False when the faults leave no telling what the author meant. */
  usable: boolean;
  data: unknown;
  faults: YamlFault[];
  /** Where the value at a path starts; the nearest enclosing one when there is none. */
  locate: (path: readonly (string | number)[]) => Position;
  /** Where the key at the end of a path stands. */
  locateKey: (path: readonly (string | number)[]) => Position;
}

/** Reads one YAML document. Never throws: what is wrong comes back as faults, one for each line at most. */
export function parseYaml(source: string): ParsedYaml {
  const lines = new LineCounter();
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const start: Position = { line: 1, column: 1 };
  const broken = (detail: string): ParsedYaml => ({
    usable: false,
    data: undefined,
    faults: [{ message: 'yaml-syntax/other', position: start, values: { detail } }],
    locate: () => start,
    locateKey: () => start,
  });

  const excess = excessOf(source);
  if (excess) return { ...broken(''), faults: [excess] };

  let document: Document;
  try {
    document = parseDocument(source, {
      lineCounter: lines,
      prettyErrors: false,
      stringKeys: true,
      logLevel: 'error',
    });
  } catch (error) {
    return broken(String(error));
  }

  const syntax = [...document.errors, ...document.warnings].map((error) => ({
    harmless: HARMLESS.has(error.code),
    fault: faultOf(error.code, error.message, source, offsetOfCause(document, error), at),
  }));
  const aliases = (source.includes('*') ? unresolvedAliases(document) : []).map(({ name, offset }) => ({
    harmless: false,
    fault: { message: 'yaml-syntax/alias' as const, position: at(offset), values: { name } },
  }));
  // An unresolved alias explains whatever else the parser says about its line.
  const found = [...aliases, ...syntax];

  let data: unknown;
  let usable = found.every(({ harmless }) => harmless);
  try {
    if (aliases.length === 0) data = document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch {
    usable = false;
    found.push({ harmless: false, fault: { message: 'yaml-syntax/alias-count', position: start, values: {} } });
  }
  if (usable && data === null && found.length === 0) {
    usable = false;
    found.push({ harmless: false, fault: { message: 'yaml-syntax/empty', position: start, values: {} } });
  }

  return {
    usable,
    data,
    faults: withoutEchoes(found.map(({ fault }) => fault)),
    locate: (path) => at(offsetOf(document, path).value),
    locateKey: (path) => at(offsetOf(document, path).key),
  };
}

/** What is far beyond any record, and would keep the parser that knows every place busy for minutes. */
function excessOf(source: string): YamlFault | undefined {
  try {
    if (!isCrowded(load(source, { schema: CORE_SCHEMA }), new Set())) return undefined;
    return { message: 'yaml-syntax/keys', position: { line: 1, column: 1 }, values: { limit: MOST_KEYS } };
  } catch (error) {
    if (!(error instanceof YAMLException) || !error.reason.startsWith('nesting exceeded')) return undefined;
    const { line, column } = error.mark;
    return { message: 'yaml-syntax/depth', position: { line: line + 1, column: column + 1 }, values: {} };
  }
}

/** Whether anything in `value` has more keys than a record can have; `seen` is what need not be looked at again. */
function isCrowded(value: unknown, seen: Set<unknown>): boolean {
  if (typeof value !== 'object' || value === null || seen.has(value)) return false;
  seen.add(value);
  const parts: unknown[] = Object.values(value);
  return (!Array.isArray(value) && parts.length > MOST_KEYS) || parts.some((part) => isCrowded(part, seen));
}

function offsetOf(document: Document, path: readonly (string | number)[]): { value: number; key: number } {
  let node: unknown = document.contents;
  let value = startOf(node, 0);
  let key = value;
  for (const part of path) {
    if (node instanceof Alias) node = node.resolve(document);
    if (isSeq(node) && typeof part === 'number') {
      if (part >= node.items.length) break;
      node = node.items[part];
      key = value = startOf(node, value);
    } else if (isMap(node)) {
      const pair = node.items.find((item) => String(isScalar(item.key) ? item.key.value : item.key) === String(part));
      if (!pair) break;
      key = startOf(pair.key, value);
      value = startOf(pair.value, key);
      node = pair.value;
    } else break;
  }
  return { value, key };
}

function startOf(node: unknown, otherwise: number): number {
  return isNode(node) ? (node.range?.[0] ?? otherwise) : otherwise;
}

function unresolvedAliases(document: Document): { name: string; offset: number }[] {
  const found: { name: string; offset: number }[] = [];
  visit(document, {
    Alias: (_, alias) => {
      if (!alias.resolve(document)) found.push({ name: alias.source.replace(/\*+$/, ''), offset: startOf(alias, 0) });
    },
  });
  return found;
}

/** Where the mistake was made: for what was never closed, its opening and not the place where the parser gave up. */
function offsetOfCause(document: Document, error: { code: string; message: string; pos: [number, number] }): number {
  const unclosed = UNCLOSED.test(error.message);
  if (!unclosed) return error.pos[0];
  let opening = -1;
  const open = (node: Node) => {
    const offset = startOf(node, -1);
    if (offset < error.pos[0]) opening = Math.max(opening, offset);
  };
  visit(document, {
    Collection: (_, node) => {
      if (node.flow) open(node);
    },
    Scalar: (_, node) => {
      if (node.type === 'QUOTE_SINGLE' || node.type === 'QUOTE_DOUBLE') open(node);
    },
  });
  return opening === -1 ? error.pos[0] : opening;
}

/**
 * One fault for each line, and none that only follows from another: after what was never closed the parser reads
 * everything amiss, and a line out of place puts the next one out of place too.
 */
function withoutEchoes(faults: YamlFault[]): YamlFault[] {
  const inOrder = faults.toSorted((a, b) => a.position.line - b.position.line);
  const unclosed = inOrder.findIndex(({ message }) => message === 'yaml-syntax/unclosed');
  const told = unclosed === -1 ? inOrder : inOrder.slice(0, unclosed + 1);
  return told.filter((fault, index) => {
    const before = told[index - 1];
    if (!before) return true;
    const distance = fault.position.line - before.position.line;
    return distance > 1 || (distance === 1 && fault.message !== 'yaml-syntax/indent');
  });
}

function faultOf(
  code: string,
  detail: string,
  source: string,
  offset: number,
  at: (offset: number) => Position,
): YamlFault {
  const fault = (message: MessageId, values: Record<string, Value> = {}) => ({ message, position: at(offset), values });
  const line = lineAt(source, offset);
  const fullColon = /^\s*(?:- )?([A-Za-z][\w-]*)：/.exec(line);
  if (fullColon) return fault('yaml-syntax/full-colon', { key: fullColon[1] ?? '' });
  switch (code) {
    case 'TAB_AS_INDENT':
      return fault('yaml-syntax/tab');
    case 'BLOCK_IN_FLOW':
      return fault(/[{,].*，\s*[a-z]+:/.test(line) ? 'yaml-syntax/full-comma' : 'yaml-syntax/colon');
    case 'BLOCK_AS_IMPLICIT_KEY':
      return fault('yaml-syntax/colon');
    case 'BAD_INDENT':
      if (UNCLOSED.test(detail)) return fault('yaml-syntax/unclosed');
      return fault('yaml-syntax/indent');
    case 'MULTILINE_IMPLICIT_KEY':
      return fault('yaml-syntax/missing-colon');
    case 'MISSING_CHAR':
      if (detail.startsWith('Implicit map keys')) return fault('yaml-syntax/missing-colon');
      if (detail.startsWith('Tags and anchors')) return fault('yaml-syntax/tag');
      if (detail.startsWith('Sequence item without')) return fault('yaml-syntax/indent');
      return fault('yaml-syntax/unclosed');
    case 'NON_STRING_KEY':
    case 'BAD_SCALAR_START':
      return fault('yaml-syntax/reserved', { character: source.charAt(offset) });
    case 'BAD_DQ_ESCAPE':
      return fault('yaml-syntax/escape');
    case 'TAG_RESOLVE_FAILED':
      return fault('yaml-syntax/tag');
    case 'UNEXPECTED_TOKEN':
      return fault(detail.includes('at node end') ? 'yaml-syntax/quote' : 'yaml-syntax/other', { detail });
    case 'MULTIPLE_DOCS':
      return fault('yaml-syntax/documents');
    case 'DUPLICATE_KEY':
      return fault('duplicate-key', { key: /^[^:\s]*/.exec(source.slice(offset))?.[0] ?? '' });
    default:
      return fault('yaml-syntax/other', { detail });
  }
}

function lineAt(source: string, offset: number): string {
  const from = source.lastIndexOf('\n', offset - 1) + 1;
  const to = source.indexOf('\n', offset);
  return source.slice(from, to === -1 ? undefined : to);
}
