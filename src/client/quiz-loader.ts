/** How far below the window a quiz may be when its code is fetched. */
const NEAR = '600px';

/**
 * Brings the quizzes of a page to life when one comes near. Until then a quiz shows its first question; should its code
 * not arrive, all of them, with the answers folded under them, as it does without scripts.
 */
function loadQuizzes(quizzes: readonly HTMLElement[]): void {
  const setWaiting = (waiting: boolean) => quizzes.forEach((quiz) => quiz.toggleAttribute('data-waiting', waiting));
  const near = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      near.disconnect();
      import('./quiz-element.ts').then(
        ({ PocketQuiz }) => customElements.define('pocket-quiz', PocketQuiz),
        () => setWaiting(false),
      );
    },
    { rootMargin: NEAR },
  );
  setWaiting(true);
  quizzes.forEach((quiz) => near.observe(quiz));
}

loadQuizzes([...document.querySelectorAll<HTMLElement>('pocket-quiz')]);
