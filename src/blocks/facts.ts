import type { Localized } from '../model/localized.ts';
import type { Block } from './registry.ts';

/** A fact as every kind has it: something inside a block with an id and words of its own. */
export interface FactView {
  /** Unique inside its block. */
  id: string;
  /** The fact in full: its text, or title, better phrase, truth or name. */
  text: Localized;
  /** The fact where room is short; the full text where it has no shorter one. */
  short: Localized;
  /** Where it stands in the block, for finding its line: `['steps', 0, 'do', 2]`. */
  path: (string | number)[];
}

/** What a question, a choice or a cell's address inside a block is called is no fact. */
const NOT_FACTS = new Set(['questions', 'facets', 'choices', 'columns', 'rows']);

/** Every fact of a block, in reading order, whatever the block's kind. */
export function factsOf(block: Block): FactView[] {
  return collect(block, []);
}

function collect(node: Record<string, unknown>, path: (string | number)[]): FactView[] {
  return Object.entries(node).flatMap(([key, value]) => {
    if (!Array.isArray(value) || NOT_FACTS.has(key)) return [];
    return value.flatMap((child: unknown, index) => {
      if (!isRecord(child)) return [];
      const here = [...path, key, index];
      const own = viewOf(child, here);
      return own ? [own, ...collect(child, here)] : collect(child, here);
    });
  });
}

function viewOf(node: Record<string, unknown>, path: (string | number)[]): FactView | undefined {
  if (typeof node['id'] !== 'string') return undefined;
  const full = [node['title'], node['text'], node['say'], node['truth']].find(isLocalized);
  if (!full) return undefined;
  const brief = node['short'];
  const nested = isRecord(brief) ? [brief['say'], brief['truth']].find(isLocalized) : undefined;
  return { id: node['id'], text: full, short: isLocalized(brief) ? brief : (nested ?? full), path };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True for one text in every language. */
export function isLocalized(value: unknown): value is Localized {
  return isRecord(value) && typeof value['zh'] === 'string' && typeof value['en'] === 'string';
}
