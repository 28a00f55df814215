import type { Records } from '../../blocks/records.ts';
import type { Issue } from '../../model/issue.ts';
import type { Lang } from '../../model/localized.ts';
import houseStyle from '../house-style.json' with { type: 'json' };
import { issueAtPosition } from '../issue-at.ts';
import { writtenTexts, type WrittenText } from '../written-texts.ts';

/** Texts that show what not to say or believe, and so may hold any word. */
const BAD_EXAMPLES = new Set<string | number>(['avoid', 'claim']);

/** A few words in quotation marks; a whole sentence is longer. */
const MENTION = /“[^”]{1,12}”/g;

/** A phrase of the house style, and what finds it in a text. */
interface Pattern {
  phrase: string;
  expression: RegExp;
}

const TABOO = patternsOf(houseStyle.taboo);
const BANNED = patternsOf(houseStyle.banned);

/** Model sentences that hold a taboo phrase, and texts that hold a gendered or belittling term. */
export function checkWording(records: Records): Issue[] {
  return writtenTexts(records).flatMap((written) => [
    ...(written.path.includes('say') ? found(records, written, 'taboo-in-model', TABOO) : []),
    ...(written.path.some((key) => BAD_EXAMPLES.has(key)) ? [] : found(records, written, 'banned-wording', BANNED)),
  ]);
}

function found(
  records: Records,
  { lang, text, file, positionAt }: WrittenText,
  code: 'taboo-in-model' | 'banned-wording',
  patterns: Record<Lang, readonly Pattern[]>,
): Issue[] {
  // A term in quotation marks is spoken of, not used: “the word ‘loser’ was dropped”.
  const spoken = code === 'banned-wording' ? text.replace(MENTION, (part) => ' '.repeat(part.length)) : text;
  const plain = normalized(spoken);
  return patterns[lang].flatMap(({ phrase, expression }) => {
    const index = plain.search(expression);
    return index === -1 ? [] : [issueAtPosition(records, file, positionAt(index), code, { phrase })];
  });
}

function patternsOf({ zh, en }: Record<Lang, readonly string[]>): Record<Lang, Pattern[]> {
  return {
    zh: zh.map((phrase) => ({ phrase, expression: expressionOf(phrase, 'zh') })),
    en: en.map((phrase) => ({ phrase, expression: expressionOf(phrase, 'en') })),
  };
}

/** Finds a phrase, in English as whole words; one that ends in … must go on, so that “we won’t” alone is no refusal. */
function expressionOf(phrase: string, lang: Lang): RegExp {
  const [, words = '', open = ''] = /^(.*?)\s*(…*)$/.exec(normalized(phrase)) ?? [];
  const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const rest = open ? '(?=[\\s…]*\\p{L})' : '';
  return new RegExp(lang === 'zh' ? `${escaped}${rest}` : `(?<![a-z])${escaped}(?![a-z])${rest}`, 'u');
}

/** Case, the polite 您 and the shape of an apostrophe do not tell two phrases apart; the length stays. */
function normalized(text: string): string {
  return text.toLowerCase().replaceAll('您', '你').replaceAll('’', "'");
}
