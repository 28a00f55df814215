import type { Records } from '../../blocks/records.ts';
import type { Issue } from '../../model/issue.ts';
import { issueAtPosition } from '../issue-at.ts';
import { excerptAround, writtenTexts, type WrittenText } from '../written-texts.ts';

const HAN = '\\p{Script=Han}';
/** Marks of bold, italics and code hide neither a sign or space nor its neighbours. */
const MARKUP = '[*_`]*';
const HALF_WIDTH = new RegExp(`(?<=[${HAN}”’》）]${MARKUP})[,;:?!](?=${MARKUP}[${HAN}“‘《（]|${MARKUP}\\s*$)`, 'gu');
const TYPED_SPACE = new RegExp(
  `(?<=${HAN}${MARKUP}) +(?=${MARKUP}[A-Za-z0-9])|(?<=[A-Za-z0-9%]${MARKUP}) +(?=${MARKUP}${HAN})`,
  'gu',
);
/** A text that goes on in the next line of a record is joined with a space, which a Chinese sentence has no place for. */
const SPACE_AFTER_STOP = new RegExp(`(?<=[，。、；！？]) +(?=[${HAN}“‘《（])`, 'gu');

/**
 * Half-width punctuation between Chinese characters, spaces typed between Chinese and Latin letters or figures, and
 * spaces after a Chinese stop.
 */
export function checkChineseTyping(records: Records): Issue[] {
  return writtenTexts(records)
    .filter(({ lang }) => lang === 'zh')
    .flatMap((written) => [
      ...found(records, written, 'half-width-punctuation', HALF_WIDTH),
      ...found(records, written, 'typed-space', TYPED_SPACE),
      ...found(records, written, 'typed-space/stop', SPACE_AFTER_STOP),
    ]);
}

/** One issue a text, however often it happens in it. */
function found(
  records: Records,
  { file, text, positionAt }: WrittenText,
  code: 'half-width-punctuation' | 'typed-space' | 'typed-space/stop',
  pattern: RegExp,
): Issue[] {
  const matches = [...text.matchAll(pattern)];
  const [first] = matches;
  if (!first) return [];
  const excerpt = [...new Set(matches.map((match) => excerptAround(text, match.index, match[0].length)))];
  return [issueAtPosition(records, file, positionAt(first.index), code, { excerpt })];
}
