import { fillTemplate } from '../quiz/fill-template.ts';
import { planRound, type Standing } from '../quiz/plan-round.ts';
import type { ShownQuestion } from '../quiz/shown-question.ts';
import type { QuizTexts } from '../quiz/wording.ts';
import { makeElement } from './make-element.ts';
import { scheduleAnswer } from '../quiz/schedule.ts';
import { progressStore } from './progress-store.ts';
import { progressTrouble } from './progress-trouble.ts';
import { renderResult } from './quiz-result.ts';
import { QuizRound } from './quiz-round.ts';
import { readQuestions } from './read-questions.ts';

/**
 * Asks the questions that stand in it as a list, one at a time, in rounds: first those the reader has not met, then
 * those reworded, then those missed. Answers are kept by the progress store.
 */
export class PocketQuiz extends HTMLElement {
  #texts = {} as QuizTexts;
  #questions: ShownQuestion[] = [];
  /** After “start again”: what has been answered since; everything else counts as not met. */
  #answeredAgain: Set<string> | undefined;
  #stopHearing: (() => void) | undefined;
  #round: QuizRound | undefined;
  #result = makeElement('div', { class: 'quiz-result', tabindex: '-1' });
  #record = makeElement('p', { class: 'quiz-record' });

  connectedCallback(): void {
    this.#stopHearing = progressStore.onChange(() => this.#showRecord());
    if (this.#round) return;
    this.#texts = JSON.parse(this.dataset['texts'] ?? '{}') as QuizTexts;
    this.#questions = readQuestions(this);
    for (const former of (this.dataset['formerly'] ?? '').split(' ').filter(Boolean)) {
      progressStore.moveTopic(former, this.#topic);
    }
    this.#round = new QuizRound({
      texts: this.#texts,
      onAnswer: (question, score) => {
        this.#answeredAgain?.add(question.id);
        progressStore.recordAnswer(this.#topic, question, score, scheduleAnswer);
      },
      onEnd: () => {
        this.#showResult();
        this.#result.focus();
      },
    });
    const live = makeElement('section', { class: 'quiz-live', 'aria-label': this.#texts.label });
    live.append(this.#round.element, this.#result, this.#record);
    this.append(live);
    this.#startRound();
    this.#showRecord();
    this.removeAttribute('data-waiting');
    this.setAttribute('data-ready', '');
  }

  disconnectedCallback(): void {
    this.#stopHearing?.();
  }

  get #topic(): string {
    return this.dataset['topic'] ?? '';
  }

  #nextRound(): (ShownQuestion & { standing: Standing })[] {
    const progress = progressStore.loadProgress(this.#topic);
    const standing = (question: ShownQuestion): Standing =>
      this.#answeredAgain && !this.#answeredAgain.has(question.id)
        ? 'new'
        : progressStore.standingOf(progress, question);
    return planRound(this.#questions.map((question) => ({ ...question, standing: standing(question) })));
  }

  #startRound(): void {
    const questions = this.#nextRound();
    if (questions.length === 0) {
      this.#showResult();
      return;
    }
    this.#showForm(true);
    this.#round?.start(questions);
  }

  #showForm(isAsking: boolean): void {
    if (this.#round) this.#round.element.hidden = !isAsking;
    this.#result.hidden = isAsking;
  }

  #showResult(): void {
    const { questions = [], scores = [] } = this.#round ?? {};
    const texts = this.#texts;
    const next = this.#nextRound();
    const mastered = () =>
      makeElement(
        'h3',
        { class: 'quiz-done' },
        fillTemplate(texts.mastered, { total: String(this.#questions.length) }),
      );
    const told = questions.length === 0 ? [mastered()] : renderResult(questions, scores, texts, 'h3');

    const again = makeElement('button', { class: 'btn', type: 'button' });
    if (next.length === 0) {
      again.textContent = texts.again;
      again.classList.add('btn-quiet');
    } else {
      again.textContent = next.every(({ standing }) => standing === 'wrong')
        ? texts.mistakes
        : fillTemplate(texts.more, { n: String(next.length) });
    }
    again.addEventListener('click', () => {
      if (next.length === 0) this.#answeredAgain = new Set();
      this.#startRound();
      this.#round?.focus();
    });
    this.#result.replaceChildren(...told, makeElement('p', { class: 'quiz-actions' }, again));
    this.#showForm(false);
  }

  #showRecord(): void {
    const { correct, reworded } = progressStore.topicSummary(this.#topic, this.#questions);
    const total = String(this.#questions.length);
    const lines = [
      fillTemplate(this.#texts.record, { n: String(correct), total }),
      ...(reworded > 0 ? [fillTemplate(this.#texts.changed, { n: String(reworded) })] : []),
      ...progressTrouble([progressStore.loadProgress(this.#topic)], this.#texts),
    ];
    this.#record.replaceChildren(...lines.map((line) => makeElement('span', {}, line)));
  }
}
