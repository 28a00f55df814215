import type { Lang } from '../model/localized.ts';
import { diagramTexts } from './diagram-texts.ts';

/** What can be wrong with the source of a diagram. */
export type DiagramMistakeCode =
  'empty' | 'unknown-kind' | 'no-title' | 'syntax' | 'own-look' | 'unknown-class' | 'not-drawn' | 'unknown-fact';

/** A mistake in a diagram's source, told in the trainer's language. */
export interface DiagramMistake {
  code: DiagramMistakeCode;
  /** Line within the fence, from 1. */
  line: number;
  /** What is wrong. */
  message: string;
  /** What to do. */
  hint: string;
}

/** Words a mistake; `values` fill the gaps of its texts. A reserved word has a hint of its own. */
export function diagramMistake(
  code: DiagramMistakeCode,
  line: number,
  lang: Lang,
  values: Record<string, string> = {},
): DiagramMistake {
  const text = diagramTexts(lang);
  const hint = values['token'] === 'end' ? 'hint-end-word' : (`hint-${code}` as const);
  return { code, line, message: text(`mistake-${code}`, values), hint: text(hint, values) };
}
