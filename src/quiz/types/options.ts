import type { Lang } from '../../model/localized.ts';
import type { Option } from '../../model/question.ts';
import type { DraftOption } from '../question-draft.ts';

/** Options in one language. */
export function optionsIn(options: readonly DraftOption[], lang: Lang): Option[] {
  return options.map(({ id, text, correct, feedback }) => ({
    id,
    text: text[lang],
    correct,
    feedback: feedback[lang],
  }));
}

/** What readers of options answer by: their words and which are right, whatever places they take. */
export function wordingOfOptions(options: readonly DraftOption[]): unknown {
  return options
    .map(({ id, text, correct }) => [id, text.zh, text.en, correct])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
}

/** The ids of the options that are right. */
export function keysOf(options: readonly Option[]): string[] {
  return options.filter(({ correct }) => correct).map(({ id }) => id);
}
