import { isLocalized } from './facts.ts';
import type { Block } from './registry.ts';

/** Something inside a block that has an id: a fact, a question and its options, a heading, a choice. */
export interface NamedPart {
  id: string;
  /** The key of the list that it stands in: `steps`, `questions`, `columns`. */
  list: string;
  /** Where it stands in the block. */
  path: (string | number)[];
  /** True for the facts of the block, whose ids must differ from each other whatever list they stand in. */
  isFact: boolean;
}

/** Lists whose entries are no facts; their ids need only differ from each other. */
const OWN_SCOPE = new Set(['questions', 'options', 'facets', 'choices', 'columns', 'rows']);

/** Everything inside a block that has an id, in the order of the file, whatever the block's kind. */
export function namedParts(block: Block): NamedPart[] {
  return collect(block, [], true);
}

function collect(node: object, path: (string | number)[], inFacts: boolean): NamedPart[] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) => {
    if (!Array.isArray(value)) {
      return isObject(value) && !isLocalized(value) ? collect(value, [...path, key], inFacts) : [];
    }
    const isFact = inFacts && !OWN_SCOPE.has(key);
    return value.flatMap((child: unknown, index): NamedPart[] => {
      if (!isObject(child)) return [];
      const here = [...path, key, index];
      const inner = collect(child, here, isFact);
      if (!('id' in child) || typeof child.id !== 'string') return inner;
      return [{ id: child.id, list: key, path: here, isFact }, ...inner];
    });
  });
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
