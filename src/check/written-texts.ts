import { isLocalized } from '../blocks/facts.ts';
import type { Prose, Records, SourceFile } from '../blocks/records.ts';
import type { Position } from '../model/issue.ts';
import { LANGS, type Lang } from '../model/localized.ts';
import { isUnread } from './known-topics.ts';
import { parseProse } from './prose/parse-prose.ts';

/** A text that a reader sees: one language of a value in a record, or one line of a topic's prose. */
export interface WrittenText {
  lang: Lang;
  text: string;
  file: string;
  /** Where in the record it stands, without the language; empty for prose. */
  path: readonly (string | number)[];
  /** Where the character at `index` of the text stands; in a record, where the text starts. */
  positionAt: (index: number) => Position;
}

type Path = readonly (string | number)[];

/** Every text of the content in both languages, diagrams and comments in the prose left out. */
export function writtenTexts(records: Records): WrittenText[] {
  const sources: SourceFile<object>[] = [
    records.site,
    records.glossary,
    ...records.decks.values(),
    ...records.paths.values(),
    ...records.topics,
  ];
  const prose = records.topics.flatMap((topic) => LANGS.map((lang) => ({ lang, prose: topic.prose[lang] })));
  return [
    ...sources.flatMap((source) => collect(source, source.data, [])),
    ...prose
      .filter((entry) => !isUnread(records, entry.prose.file))
      .flatMap((entry) => linesOf(entry.lang, entry.prose)),
  ];
}

/** Some characters of the text before and after a place in it, so that the author can find it in a long line. */
export function excerptAround(text: string, index: number, length: number): string {
  const margin = 6;
  const from = Math.max(0, index - margin);
  const to = Math.min(text.length, index + length + margin);
  return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
}

function collect(source: SourceFile<object>, node: unknown, path: Path): WrittenText[] {
  if (isLocalized(node)) {
    return LANGS.map((lang) => ({
      lang,
      text: node[lang],
      file: source.file,
      path,
      positionAt: () => source.locate([...path, lang]),
    }));
  }
  if (Array.isArray(node)) return node.flatMap((child: unknown, index) => collect(source, child, [...path, index]));
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, child]: [string, unknown]) => collect(source, child, [...path, key]));
}

function linesOf(lang: Lang, prose: Prose): WrittenText[] {
  const { file, source } = prose;
  // What cannot be read on a line explains whatever else is odd about it.
  const unreadLines = new Set(parseProse(prose).faults.map(({ position }) => position.line));
  // What is cut out leaves its line breaks, so that the lines after it keep their numbers.
  const blank = (part: string) => part.replace(/[^\n]/g, ' ');
  const visible = source
    .replace(/^ *(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ *\1[^\n]*$|$(?![\s\S]))/gm, blank)
    .replace(/\{\/\*[\s\S]*?\*\/\}/g, blank);
  return visible
    .split('\n')
    .flatMap((text, index) =>
      text.trim() === '' || unreadLines.has(index + 1)
        ? []
        : [{ lang, text, file, path: [], positionAt: (place: number) => ({ line: index + 1, column: place + 1 }) }],
    );
}
