import type { Records } from '../../blocks/records.ts';
import type { Issue } from '../../model/issue.ts';
import type { Lang } from '../../model/localized.ts';
import { issueAtPosition } from '../issue-at.ts';
import { writtenTexts } from '../written-texts.ts';

/** What is read at one sitting, beside the facts: Chinese characters, English words. */
const AT_MOST: Record<Lang, number> = { zh: 900, en: 600 };

const COUNTED: Record<Lang, RegExp> = {
  zh: /\p{Script=Han}|[\p{Script=Latin}\p{N}]+/gu,
  en: /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu,
};

/** Headings, blocks and the edges of asides, which are no running text. */
const NOT_PROSE = /^\s*(?:#|<|:::)/;

/** Prose that is longer than anybody reads on the job, told at the line that goes too far; a case may take its time. */
export function checkProseLength(records: Records): Issue[] {
  const files = new Set(
    records.topics
      .filter(({ data }) => data.blocks.every(({ kind }) => kind !== 'case'))
      .flatMap(({ prose }) => Object.values(prose).map(({ file }) => file)),
  );
  const lines = writtenTexts(records).filter(({ file, text }) => files.has(file) && !NOT_PROSE.test(text));
  return [...Map.groupBy(lines, ({ file }) => file).values()].flatMap((prose) => {
    let count = 0;
    const counted = prose.map((line) => ({ line, count: (count += line.text.match(COUNTED[line.lang])?.length ?? 0) }));
    const tooFar = counted.find((entry) => entry.count > AT_MOST[entry.line.lang]);
    if (!tooFar) return [];
    const { lang, file, positionAt } = tooFar.line;
    const message = lang === 'zh' ? 'prose-long' : 'prose-long/words';
    return [issueAtPosition(records, file, positionAt(0), message, { count, limit: AT_MOST[lang] })];
  });
}
