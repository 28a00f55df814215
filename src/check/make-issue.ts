import en from '../i18n/issues.en.json' with { type: 'json' };
import zh from '../i18n/issues.zh.json' with { type: 'json' };
import type { Issue, Position } from '../model/issue.ts';
import type { Lang } from '../model/localized.ts';
import { ISSUE_CODES, type IssueCode } from './issue-codes.ts';

/** Everything the checks and the commands around them say, by language. */
export const ISSUE_TEXTS: Record<Lang, typeof zh> = { zh, en };

/** A wording: an issue code, or `<code>/<variant>`. */
export type MessageId = keyof typeof zh.messages;

/** What a reference or an id can belong to, named in the reader's language. */
export type Thing = keyof typeof zh.things;

/** Fills a placeholder: as it stands, as a list, or as the name of a thing in the reader's language. */
export type Value = string | number | readonly string[] | { thing: Thing };

/** Where something was found. */
export interface Place {
  file: string;
  position: Position;
}

/** An issue with its wording in the given language; `values` fill the placeholders of message and hint. */
export function makeIssue(lang: Lang, id: MessageId, place: Place, values: Record<string, Value> = {}): Issue {
  const code = id.split('/', 1)[0] as IssueCode;
  const { message, hint } = ISSUE_TEXTS[lang].messages[id];
  return {
    code,
    severity: ISSUE_CODES[code],
    file: place.file,
    position: place.position,
    message: fillText(lang, message, values),
    hint: fillText(lang, hint, values),
  };
}

/** The text with every `{name}` replaced by the value of that name; a name without a value is left as it stands. */
export function fillText(lang: Lang, text: string, values: Record<string, Value>): string {
  return text.replace(/\{([a-zA-Z]+)\}/g, (placeholder, name: string) => {
    const value = values[name];
    return value === undefined ? placeholder : shown(lang, value);
  });
}

function shown(lang: Lang, value: Value): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if ('thing' in value) return ISSUE_TEXTS[lang].things[value.thing];
  return value.join(ISSUE_TEXTS[lang].separator);
}
