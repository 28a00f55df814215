import type { Records } from '../blocks/records.ts';
import type { DiagramMistake } from '../diagrams/diagram-mistake.ts';
import { escapeMermaid, resolveFactReferences } from '../diagrams/fact-references.ts';
import type { Issue } from '../model/issue.ts';
import type { Lang } from '../model/localized.ts';
import { issueAtPosition } from './issue-at.ts';
import { RULES } from './registry.ts';
import { diagramsOf, placeInFile } from './rules/check-diagrams.ts';
import { checkReviews } from './rules/check-reviews.ts';
import { sortIssues } from './sort-issues.ts';

/** What a check needs from outside: programs that want a window or fonts, and the date. What is left out is not checked. */
export interface CheckTools {
  /** The first mistake in the text of a diagram, its facts put in; undefined when it can be drawn. */
  parseDiagram?: (source: string, lang: Lang) => Promise<DiagramMistake | undefined>;
  /** Cards whose text does not fit its face. */
  fitCards?: (records: Records) => Promise<Issue[]>;
  /** The day on which the check is made, year-month-day, for telling what is overdue. */
  today?: string;
  /** Names by which a search does not find their topic first. */
  findNames?: (records: Records) => Issue[] | Promise<Issue[]>;
}

/** Everything that does not hold across the records, in order of file and line. */
export async function checkRecords(records: Records, tools: CheckTools = {}): Promise<Issue[]> {
  return sortIssues([
    ...applyRules(records),
    ...(await checkDrawing(records, tools)),
    ...((await tools.fitCards?.(records)) ?? []),
    ...((await tools.findNames?.(records)) ?? []),
    ...(tools.today === undefined ? [] : checkReviews(records, tools.today)),
  ]);
}

/** The part of the checks that needs nothing but the records. */
export function applyRules(records: Records): Issue[] {
  return sortIssues(RULES.flatMap((rule) => rule(records)));
}

async function checkDrawing(records: Records, { parseDiagram }: CheckTools): Promise<Issue[]> {
  if (!parseDiagram) return [];
  const issues: Issue[] = [];
  for (const { file, fence } of diagramsOf(records)) {
    const references: string[] = [];
    const { source } = resolveFactReferences(fence.source, (reference) => {
      references.push(reference);
      return reference;
    });
    const mistake = await parseDiagram(source, records.site.data.defaultLang);
    if (!mistake || mistake.code === 'no-title') continue;
    const { line, hint } = mistake;
    // A mistake quotes the line as it was parsed; its author should see what they wrote.
    const message = references.reduce(
      (text, name) => text.replaceAll(escapeMermaid(name), `\${${name}}`),
      mistake.message,
    );
    const indent = /^\s*/.exec(fence.source.split('\n')[line - 1] ?? '')?.[0].length ?? 0;
    const place = placeInFile(fence, { line, column: indent + 1 });
    issues.push(issueAtPosition(records, file, place, 'bad-mermaid', { message, hint }));
  }
  return issues;
}
