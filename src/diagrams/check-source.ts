import type { Lang } from '../model/localized.ts';
import { diagramMistake, type DiagramMistake } from './diagram-mistake.ts';

/** The kinds of Mermaid diagram that are drawn here, by the word that opens them. */
const DIAGRAM_KINDS = {
  flowchart: 'flow',
  graph: 'flow',
  stateDiagram: 'state',
  'stateDiagram-v2': 'state',
  sequenceDiagram: 'sequence',
  timeline: 'timeline',
} as const;
export type DiagramKind = (typeof DIAGRAM_KINDS)[keyof typeof DIAGRAM_KINDS];

const COMMENT = /^\s*%%(?!\{)/;
/** Ways to set colours and styles; the look is the site's. */
const OWN_LOOK = /^\s*(%%\{|---\s*$|style\b|linkStyle\b|classDef\b|box\b|rect\b)/;
/** What Mermaid reads but these drawings leave out, so that nothing an author wrote is lost unseen. */
const NOT_DRAWN: Record<DiagramKind, RegExp> = {
  flow: /^\s*(subgraph\b|click\s+\S+\s+call\b)/,
  state: /^\s*(state\b[^\n]*\{|--\s*$)/,
  sequence: /^\s*(create\b|destroy\b|links?\b)/,
  timeline: /(?!)/,
};

/** The source with its comment lines emptied, so that line numbers stay what the author sees. */
export function withoutComments(source: string): string {
  return source
    .replaceAll('\r\n', '\n')
    .split('\n')
    .map((line) => (COMMENT.test(line) ? '' : line))
    .join('\n');
}

/** The line that names the kind of the diagram: the first that is neither blank nor a comment; the first of all if none. */
export function openingLine(source: string): number {
  return (
    Math.max(
      0,
      withoutComments(source)
        .split('\n')
        .findIndex((line) => line.trim() !== ''),
    ) + 1
  );
}

/** Finds the kind of a diagram, or the first mistake that can be seen without parsing it. */
export function checkSource(source: string, lang: Lang): { kind: DiagramKind } | { mistake: DiagramMistake } {
  const lines = withoutComments(source).split('\n');
  const opening = openingLine(source) - 1;
  if ((lines[opening] ?? '').trim() === '') return { mistake: diagramMistake('empty', 1, lang) };
  const look = lines.findIndex((line) => OWN_LOOK.test(line));
  const foreign = (index: number) => OWN_LOOK.exec(lines[index] ?? '')?.[1]?.trim() ?? '';
  if (look >= 0) return { mistake: diagramMistake('own-look', look + 1, lang, { word: foreign(look) }) };
  const word = /^\s*([\w-]+)/.exec(lines[opening] ?? '')?.[1] ?? (lines[opening] ?? '').trim();
  if (!Object.hasOwn(DIAGRAM_KINDS, word)) {
    return { mistake: diagramMistake('unknown-kind', opening + 1, lang, { word }) };
  }
  const kind = DIAGRAM_KINDS[word as keyof typeof DIAGRAM_KINDS];
  const left = lines.findIndex((line) => NOT_DRAWN[kind].test(line));
  if (left >= 0) {
    return { mistake: diagramMistake('not-drawn', left + 1, lang, { word: (lines[left] ?? '').trim() }) };
  }
  return { kind };
}

/** The line that an error of the Mermaid parser speaks of; it counts from the first line that is not blank. */
export function lineOfParserError(source: string, error: { message: string }): number {
  const lines = withoutComments(source).split('\n');
  const told = /on line (\d+)/i.exec(error.message)?.[1];
  let line = openingLine(source) + (told ? Number(told) - 1 : 0);
  // An error at the end of the text is told for the line after it.
  while (line > 1 && (lines[line - 1] ?? '').trim() === '') line -= 1;
  return line;
}

/** The first line that a word stands in, from 1; the first line when there is none. */
export function lineOfWord(source: string, word: string): number {
  return (
    Math.max(
      0,
      source.split('\n').findIndex((line) => line.includes(word)),
    ) + 1
  );
}
