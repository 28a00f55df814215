import type { QuestionType } from '../model/question.ts';
import { fillTemplate } from '../quiz/fill-template.ts';
import { planRound, type Standing } from '../quiz/plan-round.ts';
import { questionRules } from '../quiz/types/registry.ts';
import type { QuizTexts } from '../quiz/wording.ts';
import { makeElement } from './make-element.ts';
import { loadProgress, onChange, recordAnswer, standingOf, topicSummary, type Progress } from './progress-store.ts';
import { showChoice } from './quiz-choice.ts';
import { showOrder } from './quiz-order.ts';
import type { QuestionView, ShowQuestion } from './quiz-view.ts';
import { readQuestions, type ShownQuestion } from './read-questions.ts';

const views: Record<QuestionType, ShowQuestion> = { choice: showChoice, 'true-false': showChoice, order: showOrder };

/**
 * Asks the questions that stand in it as a list, one at a time, in rounds: first those the reader has not met, then
 * those reworded, then those missed. Answers are kept by the progress store.
 */
export class PocketQuiz extends HTMLElement {
  #texts = {} as QuizTexts;
  #questions: ShownQuestion[] = [];
  #round: ShownQuestion[] = [];
  #scores: number[] = [];
  #view: QuestionView | undefined;
  #isRevealed = false;
  /** After “start again”: what has been answered since; everything else counts as not met. */
  #answeredAgain: Set<string> | undefined;
  #stopHearing: (() => void) | undefined;

  #bar = makeElement('progress', { class: 'quiz-bar' });
  #count = makeElement('p', { class: 'quiz-count' });
  #stage = makeElement('div', { class: 'quiz-stage' });
  #verdict = makeElement('p', { class: 'quiz-verdict', role: 'status' });
  #said = makeElement('p', { class: 'sr-only', 'aria-live': 'polite' });
  #source = makeElement('a', { class: 'quiz-source' });
  #button = makeElement('button', { class: 'btn', type: 'submit' });
  #record = makeElement('p', { class: 'quiz-record' });
  #form = makeElement(
    'form',
    { class: 'quiz-form' },
    makeElement('div', { class: 'quiz-top' }, this.#bar, this.#count),
    this.#stage,
    this.#verdict,
    this.#said,
    makeElement('div', { class: 'quiz-actions' }, this.#button, this.#source),
  );
  #result = makeElement('div', { class: 'quiz-result', tabindex: '-1' });

  connectedCallback(): void {
    this.#stopHearing = onChange(() => this.#showRecord());
    if (this.#questions.length > 0) return;
    this.#texts = JSON.parse(this.dataset['texts'] ?? '{}') as QuizTexts;
    this.#questions = readQuestions(this);
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (this.#isRevealed) this.#showNext();
      else this.#mark();
    });
    const live = makeElement('section', { class: 'quiz-live', 'aria-label': this.#texts.label });
    live.append(this.#form, this.#result, this.#record);
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
    const progress = loadProgress(this.#topic);
    const standing = (question: ShownQuestion): Standing =>
      this.#answeredAgain && !this.#answeredAgain.has(question.id) ? 'new' : standingOf(progress, question);
    return planRound(this.#questions.map((question) => ({ ...question, standing: standing(question) })));
  }

  #startRound(): boolean {
    this.#round = this.#nextRound();
    this.#scores = [];
    this.#form.hidden = this.#round.length === 0;
    this.#result.hidden = !this.#form.hidden;
    if (this.#form.hidden) this.#showResult();
    else this.#showQuestion();
    return !this.#form.hidden;
  }

  #showQuestion(): void {
    const question = this.#round[this.#scores.length];
    if (!question) return;
    const view = views[question.type]({
      question,
      texts: this.#texts,
      announce: (text) => (this.#said.textContent = text),
    });
    this.#view = view;
    this.#isRevealed = false;
    this.#stage.replaceChildren(view.element);
    this.#verdict.replaceChildren();
    this.#said.replaceChildren();
    this.#source.hidden = true;
    this.#button.textContent = this.#texts.check;
    this.#showPlace(this.#scores.length);
  }

  #showPlace(done: number): void {
    const total = this.#round.length;
    const count = fillTemplate(this.#texts.count, {
      n: String(Math.min(this.#scores.length + (this.#isRevealed ? 0 : 1), total)),
      total: String(total),
    });
    this.#bar.max = total;
    this.#bar.value = done;
    this.#bar.setAttribute('aria-label', count);
    this.#count.textContent = count;
  }

  #mark(): void {
    const question = this.#round[this.#scores.length];
    if (!question || !this.#view) return;
    const rules = questionRules[question.type];
    const answer = this.#view.answer();
    if (!rules.isComplete(question.key, answer)) {
      this.#verdict.textContent = this.#texts.choose;
      return;
    }
    const score = rules.grade(question.key, answer);
    this.#scores.push(score);
    this.#answeredAgain?.add(question.id);
    this.#isRevealed = true;

    const isRight = score === 1;
    const detail = this.#view.reveal(isRight);
    const isOrder = question.type === 'order';
    this.#verdict.replaceChildren(
      makeElement(
        'b',
        { 'data-mark': isRight ? 'right' : 'wrong' },
        isRight ? '✓ ' : '✕ ',
        isRight ? this.#texts.right : this.#texts.wrong,
      ),
      makeElement('span', isOrder ? {} : { class: 'sr-only' }, ` · ${detail}`),
    );
    this.#source.hidden = isRight;
    this.#source.href = question.href;
    this.#source.textContent = fillTemplate(this.#texts.readSection, { section: question.section });
    this.#button.textContent = this.#scores.length < this.#round.length ? this.#texts.next : this.#texts.finish;
    this.#showPlace(this.#scores.length);
    // The options take no more answers and would let the focus fall; the reader's eye stays where it is.
    this.#button.focus({ preventScroll: true });
    recordAnswer(this.#topic, question, score);
  }

  #showNext(): void {
    if (this.#scores.length < this.#round.length) {
      this.#showQuestion();
      this.#stage.querySelector('legend')?.focus();
      return;
    }
    this.#form.hidden = true;
    this.#result.hidden = false;
    this.#showResult();
    this.#result.focus();
  }

  #showResult(): void {
    const texts = this.#texts;
    const total = this.#round.length;
    const right = this.#scores.filter((score) => score === 1).length;
    const missed = this.#round.filter((_, at) => this.#scores[at] !== 1);
    const next = this.#nextRound();

    const parts: Node[] = [];
    if (total === 0) {
      parts.push(makeElement('h3', {}, fillTemplate(texts.mastered, { total: String(this.#questions.length) })));
    } else {
      const marks = this.#scores.map((score) =>
        makeElement('i', { 'data-mark': score === 1 ? 'right' : 'wrong' }, score === 1 ? '✓' : '✕'),
      );
      parts.push(
        makeElement('h3', {}, texts.done),
        makeElement(
          'p',
          { class: 'quiz-score' },
          fillTemplate(texts.score, { n: String(right), total: String(total) }),
        ),
        makeElement('p', { class: 'quiz-marks', 'aria-hidden': 'true' }, ...marks),
      );
      if (missed.length === 0) parts.push(makeElement('p', {}, texts.allRight));
      else parts.push(makeElement('h4', {}, texts.readAgain), sectionLinks(missed));
    }

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
      this.#stage.querySelector('legend')?.focus();
    });
    parts.push(makeElement('p', { class: 'quiz-actions' }, again));
    this.#result.replaceChildren(...parts);
  }

  #showRecord(): void {
    const progress = loadProgress(this.#topic);
    const { correct, reworded } = topicSummary(this.#topic, this.#questions);
    const total = String(this.#questions.length);
    const lines = [
      fillTemplate(this.#texts.record, { n: String(correct), total }),
      ...(reworded > 0 ? [fillTemplate(this.#texts.changed, { n: String(reworded) })] : []),
      ...troubleOf(progress, this.#texts),
    ];
    this.#record.replaceChildren(...lines.map((line) => makeElement('span', {}, line)));
  }
}

/** One line where something could not be read or kept; none when all is well. */
function troubleOf({ newer, saved, damaged }: Progress, texts: QuizTexts): string[] {
  if (newer) return [texts.newer];
  if (!saved) return [texts.unsaved];
  return damaged ? [texts.damaged] : [];
}

/** Links to the sections that answer the questions, each once, with the questions under it. */
function sectionLinks(missed: readonly ShownQuestion[]): HTMLElement {
  const items = [...new Set(missed.map(({ href }) => href))].map((href) => {
    const questions = missed.filter((question) => question.href === href);
    return makeElement(
      'li',
      {},
      makeElement('a', { href }, questions[0]?.section ?? ''),
      ...questions.map(({ stem }) => makeElement('span', {}, stem)),
    );
  });
  return makeElement('ul', { class: 'quiz-again', role: 'list' }, ...items);
}
