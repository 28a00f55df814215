import { namedParts, type NamedPart } from '../../blocks/named-parts.ts';
import type { Records, SourceFile, TopicRecord } from '../../blocks/records.ts';
import type { Block } from '../../blocks/registry.ts';
import type { Issue } from '../../model/issue.ts';
import { issueAt } from '../issue-at.ts';
import type { Thing } from '../make-issue.ts';

interface Named {
  id: string;
  what: Thing;
  path: (string | number)[];
}

/** What the entries of a list are called. */
const NAMES: Record<string, Thing> = {
  questions: 'question',
  options: 'option',
  facets: 'facet',
  choices: 'choice',
  columns: 'column',
  rows: 'row',
};

/**
 * Ids that are used twice where each must be the only one: blocks and cards in a topic, facts in a block, questions in
 * a block and what belongs to them, themes, terms, and the stages and steps of a path.
 */
export function checkDuplicateIds(records: Records): Issue[] {
  const repeated = (source: SourceFile<unknown>, named: Named[]) => repeatsIn(records, source, named);
  return [
    ...repeated(records.site, list(records.site.data.themes, 'theme', 'themes')),
    ...repeated(records.glossary, list(records.glossary.data.terms, 'term', 'terms')),
    ...repeated(records.curriculum, list(records.curriculum.data.facts, 'curriculum-fact', 'facts')),
    ...[...records.paths.values()].flatMap((path) => [
      ...repeated(path, list(path.data.stages, 'stage', 'stages')),
      ...repeated(
        path,
        path.data.stages.flatMap((stage, index) => list(stage.steps, 'step', 'stages', index, 'steps')),
      ),
    ]),
    ...records.topics.flatMap((topic) => scopesOf(topic).flatMap((scope) => repeated(topic, scope))),
  ];
}

function scopesOf({ data }: TopicRecord): Named[][] {
  return [
    list(data.blocks, 'block', 'blocks'),
    list(data.cards, 'card', 'cards'),
    ...data.blocks.flatMap((block, index) => scopesInBlock(block, ['blocks', index])),
  ];
}

function scopesInBlock(block: Block, base: (string | number)[]): Named[][] {
  const name = ({ id, list: key, path, isFact }: NamedPart): Named => ({
    id,
    what: isFact ? 'fact' : (NAMES[key] ?? 'item'),
    path: [...base, ...path],
  });
  const parts = namedParts(block);
  const lists = Map.groupBy(
    parts.filter(({ isFact }) => !isFact),
    ({ path }) => path.slice(0, -1).join('/'),
  );
  return [parts.filter(({ isFact }) => isFact).map(name), ...[...lists.values()].map((own) => own.map(name))];
}

function list(entries: readonly { id: string }[], what: Thing, ...base: (string | number)[]): Named[] {
  return entries.map(({ id }, index) => ({ id, what, path: [...base, index] }));
}

function repeatsIn(records: Records, source: SourceFile<unknown>, named: Named[]): Issue[] {
  const first = new Map<string, Named>();
  return named.flatMap((entry) => {
    const earlier = first.get(entry.id);
    if (!earlier) {
      first.set(entry.id, entry);
      return [];
    }
    const { line } = source.locate([...earlier.path, 'id']);
    return [
      issueAt(records, source, [...entry.path, 'id'], 'duplicate-id', {
        what: { thing: entry.what },
        id: entry.id,
        line,
      }),
    ];
  });
}
