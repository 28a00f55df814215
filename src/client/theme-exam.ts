import type { ReviewTexts } from '../i18n/review.ts';
import type { StoryTexts } from '../i18n/story-texts.ts';
import { drawPaper, paperCode } from '../quiz/draw-paper.ts';
import { cleanSeed, formatExamPlan, parseExamPlan, type ExamPlan } from '../quiz/exam-plan.ts';
import { fillTemplate } from '../quiz/fill-template.ts';
import { scheduleAnswer } from '../quiz/schedule.ts';
import type { ShownQuestion } from '../quiz/shown-question.ts';
import type { QuizTexts } from '../quiz/wording.ts';
import { renderAnswer } from './answer-sheet.ts';
import { makeElement } from './make-element.ts';
import { progressStore } from './progress-store.ts';
import { loadBank, topicOf, type BankData } from './question-bank.ts';
import { renderResult } from './quiz-result.ts';
import { QuizRound } from './quiz-round.ts';

/** Minutes before the end at which the time left is said. */
const WARNINGS = [5, 1];

/** An exam on a theme, or on all: set up in a form, carried in a link, answered without a word, marked at the end. */
class ThemeExam extends HTMLElement {
  #data = {} as BankData;
  #texts = {} as ReviewTexts;
  #quizTexts = {} as QuizTexts;
  #storyTexts = {} as StoryTexts;
  #stopClock: (() => void) | undefined;

  connectedCallback(): void {
    this.#data = JSON.parse(this.dataset['bank'] ?? '{}') as BankData;
    this.#texts = JSON.parse(this.dataset['texts'] ?? '{}') as ReviewTexts;
    this.#quizTexts = JSON.parse(this.dataset['quizTexts'] ?? '{}') as QuizTexts;
    this.#storyTexts = JSON.parse(this.dataset['storyTexts'] ?? '{}') as StoryTexts;
    const plan = parseExamPlan(
      location.search,
      this.#data.themes.map(({ id }) => id),
    );
    this.#showForm({ ...plan, seed: plan.seed || newSeed() });
    this.setAttribute('data-ready', '');
  }

  disconnectedCallback(): void {
    this.#stopClock?.();
  }

  #showForm(plan: ExamPlan): void {
    const texts = this.#texts;
    const theme = choiceOf(
      'theme',
      [['', texts.allThemes], ...this.#data.themes.map(({ id, title }) => [id, title])],
      plan.theme,
    );
    const length = choiceOf('n', withOwn([10, 20, 30, 50], plan.length), String(plan.length));
    const limits = withOwn([0, 10, 20, 30, 45, 60], plan.minutes).map(([value, text]) => [
      value,
      value === '0' ? texts.noLimit : fillTemplate(texts.minutes, { n: text }),
    ]);
    const minutes = choiceOf('minutes', limits, String(plan.minutes));
    const seed = makeElement('input', {
      name: 'seed',
      value: plan.seed,
      autocomplete: 'off',
      required: true,
      maxlength: '24',
    });
    const link = makeElement('input', { readonly: true, class: 'exam-link', 'aria-label': texts.link });
    const copy = makeElement('button', { class: 'btn btn-quiet', type: 'button' }, texts.copy);
    const said = makeElement('p', { role: 'status', class: 'review-notes' });
    const planNow = (): ExamPlan => ({
      theme: theme.value,
      length: Number(length.value),
      minutes: Number(minutes.value),
      seed: cleanSeed(seed.value),
    });
    const showLink = () => (link.value = location.origin + location.pathname + formatExamPlan(planNow()));
    const form = makeElement(
      'form',
      { class: 'exam-form' },
      field(texts.theme, theme),
      field(texts.length, length),
      field(texts.limit, minutes),
      field(texts.seed, seed),
      makeElement('p', { class: 'exam-hint' }, texts.linkText),
      makeElement('div', { class: 'exam-share' }, link, copy),
      makeElement('p', { class: 'quiz-actions' }, makeElement('button', { class: 'btn', type: 'submit' }, texts.begin)),
      said,
    );
    form.addEventListener('input', showLink);
    copy.addEventListener('click', () => {
      link.select();
      navigator.clipboard.writeText(link.value).then(
        () => (said.textContent = texts.copied),
        () => (said.textContent = texts.copyByHand),
      );
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const chosen = planNow();
      if (chosen.seed === '') return;
      history.replaceState(null, '', formatExamPlan(chosen));
      this.#draw(chosen).then(
        (paper) => this.#ask(chosen, paper),
        () => (said.textContent = texts.noQuestions),
      );
    });
    showLink();
    this.replaceChildren(form);
  }

  /** The paper of a plan: on every device the same, as long as the site is. */
  async #draw({ theme, seed, length }: ExamPlan): Promise<ShownQuestion[]> {
    const topics = this.#data.topics.filter((topic) => theme === '' || topic.theme === theme).map(({ id }) => id);
    const bank = await loadBank(this.#data, topics);
    return drawPaper(
      topics.flatMap((topic) => bank.get(topic) ?? []),
      seed,
      length,
    );
  }

  #ask(plan: ExamPlan, paper: readonly ShownQuestion[]): void {
    const said = makeElement('p', { class: 'sr-only', role: 'status' });
    const clock = makeElement('p', { class: 'exam-clock', role: 'timer' });
    const end = (isLate: boolean) => {
      this.#stopClock?.();
      this.#showResult(plan, paper, round.scores, isLate);
    };
    const round = new QuizRound({
      texts: this.#quizTexts,
      storyTexts: this.#storyTexts,
      isSilent: true,
      onAnswer: (question, score) => progressStore.recordAnswer(topicOf(question), question, score, scheduleAnswer),
      onEnd: () => end(false),
    });
    this.replaceChildren(makeElement('div', { class: 'quiz' }, this.#about(plan, paper), clock, said, round.element));
    round.start(paper);
    round.focus();
    if (plan.minutes > 0) this.#startClock(plan.minutes, clock, said, () => end(true));
  }

  #startClock(minutes: number, clock: HTMLElement, said: HTMLElement, onEnd: () => void): void {
    const ends = Date.now() + minutes * 60_000;
    const warnings = WARNINGS.filter((warning) => warning < minutes);
    const tick = () => {
      const left = Math.max(0, Math.ceil((ends - Date.now()) / 1000));
      clock.textContent = `${String(Math.floor(left / 60))}:${String(left % 60).padStart(2, '0')}`;
      if (warnings[0] !== undefined && left <= warnings[0] * 60) {
        said.textContent = fillTemplate(this.#texts.timeLeft, { n: String(warnings.shift()) });
      }
      if (left === 0) onEnd();
    };
    // The end is a point in time, so that a sleeping device or a slow timer gives no more minutes.
    const timer = setInterval(tick, 500);
    this.#stopClock = () => clearInterval(timer);
    tick();
  }

  #about({ theme, seed }: ExamPlan, paper: readonly ShownQuestion[]): HTMLElement {
    const title = this.#data.themes.find(({ id }) => id === theme)?.title ?? this.#texts.allThemes;
    return makeElement(
      'p',
      { class: 'exam-about' },
      fillTemplate(this.#texts.about, { theme: title, n: String(paper.length), seed, code: paperCode(paper) }),
    );
  }

  #showResult(plan: ExamPlan, paper: readonly ShownQuestion[], scores: readonly number[], isLate: boolean): void {
    const texts = this.#texts;
    const all = paper.map((_, at) => scores[at] ?? 0);
    const points = Math.round((100 * all.reduce((sum, score) => sum + score, 0)) / Math.max(1, paper.length));
    const missed = paper.filter((_, at) => all[at] !== 1);
    const again = makeElement('button', { class: 'btn btn-quiet', type: 'button' }, texts.another);
    again.addEventListener('click', () => this.#showForm({ ...plan, seed: newSeed() }));
    const result = makeElement(
      'div',
      { class: 'quiz-result quiz', tabindex: '-1' },
      this.#about(plan, paper),
      ...(isLate ? [makeElement('p', {}, texts.timeUp)] : []),
      makeElement('p', { class: 'exam-points' }, fillTemplate(texts.points, { points: String(points) })),
      ...renderResult(paper, all, this.#quizTexts, 'h2'),
      ...(missed.length > 0
        ? [
            makeElement('h3', { class: 'quiz-part' }, texts.answers),
            makeElement(
              'ul',
              { role: 'list' },
              ...missed.map((question) => renderAnswer(question, this.#quizTexts.readSection)),
            ),
          ]
        : []),
      makeElement('p', { class: 'quiz-actions' }, again),
    );
    this.replaceChildren(result);
    result.focus();
  }
}
customElements.define('theme-exam', ThemeExam);

/** Six figures and letters that are easy to read out. */
function newSeed(): string {
  const letters = '23456789abcdefghjkmnpqrstuvwxyz';
  return [...crypto.getRandomValues(new Uint8Array(6))].map((byte) => letters[byte % letters.length]).join('');
}

function choiceOf(name: string, options: readonly (readonly string[])[], chosen: string): HTMLSelectElement {
  const select = makeElement('select', { name });
  select.append(
    ...options.map(([value = '', text = '']) => makeElement('option', { value, selected: value === chosen }, text)),
  );
  return select;
}

/** The usual numbers, and the one that a link asked for. */
function withOwn(usual: readonly number[], own: number): [string, string][] {
  return [...new Set([...usual, own])].sort((a, b) => a - b).map((number) => [String(number), String(number)]);
}

function field(label: string, input: HTMLElement): HTMLElement {
  return makeElement('label', {}, makeElement('span', {}, label), input);
}
