import { factsOf } from '../../blocks/facts.ts';
import type { Records, TopicRecord } from '../../blocks/records.ts';
import type { Issue, Position } from '../../model/issue.ts';
import { LANGS } from '../../model/localized.ts';
import { issueAtPosition } from '../issue-at.ts';
import { isUnread } from '../known-topics.ts';
import { nearest } from '../nearest.ts';
import { parseProse, type DiagramFence } from '../prose/parse-prose.ts';

/** Diagrams without a title, and references in them to facts that the topic has not. */
export function checkDiagrams(records: Records): Issue[] {
  return diagramsOf(records).flatMap(({ file, topic, fence }) => [
    ...(/^\s*accTitle\s*:\s*\S/m.test(fence.source)
      ? []
      : [issueAtPosition(records, file, fence.position, 'diagram-title-missing')]),
    ...checkFacts(records, file, topic, fence),
  ]);
}

/** Every Mermaid fence in the prose of every topic. */
export function diagramsOf(records: Records): { file: string; topic: TopicRecord; fence: DiagramFence }[] {
  return records.topics.flatMap((topic) =>
    LANGS.map((lang) => topic.prose[lang])
      .filter(({ file }) => !isUnread(records, file))
      .flatMap((prose) => parseProse(prose).diagrams.map((fence) => ({ file: prose.file, topic, fence }))),
  );
}

/** Where a place in a diagram's text stands in the file; both counted from 1. */
export function placeInFile(fence: DiagramFence, { line, column }: Position): Position {
  return { line: fence.start.line + line - 1, column: fence.start.column + column - 1 };
}

function checkFacts(records: Records, file: string, topic: TopicRecord, fence: DiagramFence): Issue[] {
  const known = topic.data.blocks.flatMap((block) => factsOf(block).map(({ id }) => `${block.id}/${id}`));
  return fence.source.split('\n').flatMap((text, index) =>
    [...text.matchAll(/\$\{([^}]*)\}/g)].flatMap((reference) => {
      const id = reference[1]?.trim() ?? '';
      if (known.includes(id) || id.split('/').some((part) => topic.lost?.has(part))) return [];
      const position = placeInFile(fence, { line: index + 1, column: reference.index + 1 });
      const close = nearest(id, known);
      const values = { what: { thing: 'fact' as const }, id };
      return close === undefined
        ? [issueAtPosition(records, file, position, 'dangling-reference', values)]
        : [issueAtPosition(records, file, position, 'dangling-reference/nearest', { ...values, nearest: close })];
    }),
  );
}
