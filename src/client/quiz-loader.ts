/** How far below the window a quiz may be when its code and its questions are fetched. */
const NEAR = '600px';

/**
 * Brings the quizzes of a page to life when one comes near. Until then a quiz keeps a place free; should its code or its
 * questions not arrive, it shows what it does without scripts: the questions, or the way to them.
 */
function loadQuizzes(quizzes: readonly HTMLElement[]): void {
  const setWaiting = (waiting: boolean) => quizzes.forEach((quiz) => quiz.toggleAttribute('data-waiting', waiting));
  const near = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      near.disconnect();
      Promise.all([import('./quiz-element.ts'), ...quizzes.map(bringQuestions)]).then(
        ([{ PocketQuiz }]) => customElements.define('pocket-quiz', PocketQuiz),
        () => setWaiting(false),
      );
    },
    { rootMargin: NEAR },
  );
  setWaiting(true);
  quizzes.forEach((quiz) => near.observe(quiz));
}

/** Puts into a quiz what stands in the one on the page that it names. @throws an error when that page cannot be had. */
async function bringQuestions(quiz: HTMLElement): Promise<void> {
  const { source } = quiz.dataset;
  if (source === undefined) return;
  const response = await fetch(source);
  if (!response.ok) throw new Error(`${source}: ${String(response.status)}`);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const whole = page.querySelector<HTMLElement>('pocket-quiz');
  if (!whole) throw new Error(`${source}: no quiz`);
  Object.assign(quiz.dataset, whole.dataset);
  quiz.replaceChildren(...whole.childNodes);
}

loadQuizzes([...document.querySelectorAll<HTMLElement>('pocket-quiz')]);
