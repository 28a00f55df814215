/** How a question stands with a reader: right or wrong at the last answer, reworded since, or never met. */
export type Standing = 'right' | 'wrong' | 'reworded' | 'new';

/** The most questions that are asked at one sitting. */
const ROUND_LENGTH = 8;

/**
 * The questions to ask next: those never met, then those reworded since, then those last answered wrongly; none when
 * all have been answered rightly. Each kind keeps its order.
 */
export function planRound<Q extends { standing: Standing }>(questions: readonly Q[], length = ROUND_LENGTH): Q[] {
  const wanted: Standing[] = ['new', 'reworded', 'wrong'];
  return wanted.flatMap((standing) => questions.filter((question) => question.standing === standing)).slice(0, length);
}
