import type { StoryTexts } from '../i18n/story-texts.ts';
import type { QuestionType } from '../model/question.ts';
import { fillTemplate } from '../quiz/fill-template.ts';
import type { ShownQuestion } from '../quiz/shown-question.ts';
import { rulesOf } from '../quiz/types/registry.ts';
import type { QuizTexts } from '../quiz/wording.ts';
import { makeElement } from './make-element.ts';
import { showChoice } from './quiz-choice.ts';
import { showOrder } from './quiz-order.ts';
import { showPlacement } from './quiz-placement.ts';
import { showScenario } from './quiz-scenario.ts';
import type { QuestionView, ShowQuestion } from './quiz-view.ts';

const views: Record<QuestionType, ShowQuestion> = {
  choice: showChoice,
  multiple: showChoice,
  'true-false': showChoice,
  order: showOrder,
  match: showPlacement,
  sort: showPlacement,
  scenario: showScenario,
};

/** Types whose reasons stand in several places, so that the reader is also told how the whole did. */
const TOLD_IN_WHOLE = new Set<QuestionType>(['order', 'match', 'sort', 'multiple', 'scenario']);

interface RoundOptions {
  texts: QuizTexts;
  /** What the walk through a story says; left out where stories stand on the page itself. */
  storyTexts?: StoryTexts;
  /** True in an exam: answers are taken without a word, and a question may be left unanswered. */
  isSilent?: boolean;
  /** Called for each answer, a list of ids, with its score from 0 to 1. */
  onAnswer: (question: ShownQuestion, score: number, answer: readonly string[]) => void;
  onEnd: () => void;
}

/** Asks questions one at a time in a form of its own. */
export class QuizRound {
  readonly element: HTMLFormElement;
  /** The score of each question answered so far, in the order asked. */
  scores: number[] = [];
  questions: readonly ShownQuestion[] = [];

  readonly #options: RoundOptions;
  #view: QuestionView | undefined;
  #isRevealed = false;
  readonly #bar = makeElement('progress', { class: 'quiz-bar' });
  readonly #count = makeElement('p', { class: 'quiz-count' });
  readonly #stage = makeElement('div', { class: 'quiz-stage' });
  readonly #verdict = makeElement('p', { class: 'quiz-verdict', role: 'status' });
  readonly #said = makeElement('p', { class: 'sr-only', 'aria-live': 'polite' });
  readonly #source = makeElement('a', { class: 'quiz-source' });
  readonly #button = makeElement('button', { class: 'btn', type: 'submit' });

  constructor(options: RoundOptions) {
    this.#options = options;
    this.element = makeElement(
      'form',
      { class: 'quiz-form' },
      makeElement('div', { class: 'quiz-top' }, this.#bar, this.#count),
      this.#stage,
      this.#verdict,
      this.#said,
      makeElement('div', { class: 'quiz-actions' }, this.#button, this.#source),
    );
    this.element.addEventListener('submit', (event) => {
      event.preventDefault();
      if (this.#isRevealed) this.#goOn();
      else this.#mark();
    });
  }

  /** Asks the first of some questions, of which there must be one. */
  start(questions: readonly ShownQuestion[]): void {
    this.questions = questions;
    this.scores = [];
    this.#showQuestion();
  }

  /** Brings the question at hand under the reader's eyes and into a screen reader's voice. */
  focus(): void {
    this.#stage.querySelector('legend')?.focus();
  }

  #showQuestion(): void {
    const question = this.questions[this.scores.length];
    if (!question) return;
    const { texts, storyTexts, isSilent = false } = this.#options;
    const announce = (text: string) => (this.#said.textContent = text);
    const view = views[question.type]({ question, texts, storyTexts, isSilent, announce });
    this.#view = view;
    this.#isRevealed = false;
    this.#stage.replaceChildren(view.element);
    this.#verdict.replaceChildren();
    this.#said.replaceChildren();
    this.#source.hidden = true;
    this.#button.textContent = isSilent ? this.#onward(1) : texts.check;
    this.#showPlace(this.scores.length);
  }

  /** What the button says when `pending` more answers will have been given. */
  #onward(pending: number): string {
    const { texts } = this.#options;
    return this.scores.length + pending < this.questions.length ? texts.next : texts.finish;
  }

  #showPlace(done: number): void {
    const total = this.questions.length;
    const count = fillTemplate(this.#options.texts.count, {
      n: String(Math.min(this.scores.length + (this.#isRevealed ? 0 : 1), total)),
      total: String(total),
    });
    this.#bar.max = total;
    this.#bar.value = done;
    this.#bar.setAttribute('aria-label', count);
    this.#count.textContent = count;
  }

  #mark(): void {
    const question = this.questions[this.scores.length];
    if (!question || !this.#view) return;
    const { texts, isSilent, onAnswer } = this.#options;
    const rules = rulesOf(question.type);
    const answer = this.#view.answer();
    if (isSilent !== true && !rules.isComplete(question.key, answer)) {
      this.#verdict.textContent =
        question.type === 'scenario' ? texts.walkOn : question.targets.length > 0 ? texts.placeAll : texts.choose;
      return;
    }
    const score = rules.grade(question, answer);
    this.scores.push(score);
    if (isSilent === true) {
      onAnswer(question, score, answer);
      this.#goOn();
      return;
    }
    this.#isRevealed = true;
    this.#showVerdict(question, score, this.#view.reveal(score === 1));
    // The options take no more answers and would let the focus fall; the reader's eye stays where it is.
    this.#button.focus({ preventScroll: true });
    onAnswer(question, score, answer);
  }

  #showVerdict(question: ShownQuestion, score: number, detail: string): void {
    const { texts } = this.#options;
    const isRight = score === 1;
    const verdict = isRight ? texts.right : score > 0 ? texts.partlyRight : texts.wrong;
    this.#verdict.replaceChildren(
      makeElement('b', { 'data-mark': isRight ? 'right' : 'wrong' }, isRight ? '✓ ' : '✕ ', verdict),
      makeElement('span', TOLD_IN_WHOLE.has(question.type) ? {} : { class: 'sr-only' }, detail && ` · ${detail}`),
    );
    this.#source.hidden = isRight;
    this.#source.href = question.href;
    this.#source.textContent = fillTemplate(texts.readSection, { section: question.section });
    this.#button.textContent = this.#onward(0);
    this.#showPlace(this.scores.length);
  }

  #goOn(): void {
    if (this.scores.length < this.questions.length) {
      this.#showQuestion();
      this.focus();
    } else this.#options.onEnd();
  }
}
