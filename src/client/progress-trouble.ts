import type { QuizTexts } from '../quiz/wording.ts';
import type { Progress } from './progress-store.ts';

/** One line where something could not be read or kept; none when all is well. */
export function progressTrouble(
  kept: readonly Pick<Progress, 'newer' | 'saved' | 'damaged'>[],
  texts: Pick<QuizTexts, 'newer' | 'unsaved' | 'damaged'>,
): string[] {
  if (kept.some(({ newer }) => newer)) return [texts.newer];
  if (kept.some(({ saved }) => !saved)) return [texts.unsaved];
  return kept.some(({ damaged }) => damaged) ? [texts.damaged] : [];
}
