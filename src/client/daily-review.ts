import type { ReviewTexts } from '../i18n/review.ts';
import type { StoryTexts } from '../i18n/story-texts.ts';
import { fillTemplate } from '../quiz/fill-template.ts';
import { minutesFor, planReview } from '../quiz/plan-review.ts';
import { scheduleAnswer } from '../quiz/schedule.ts';
import type { ShownQuestion } from '../quiz/shown-question.ts';
import type { QuizTexts } from '../quiz/wording.ts';
import { renderAnswer } from './answer-sheet.ts';
import { endOfToday } from './end-of-today.ts';
import { makeElement } from './make-element.ts';
import { exportProgress, importProgress } from './progress-file.ts';
import { renderProgress } from './progress-picture.ts';
import { dueOf, progressStore } from './progress-store.ts';
import { progressTrouble } from './progress-trouble.ts';
import { loadBank, topicOf, type BankData } from './question-bank.ts';
import { renderResult } from './quiz-result.ts';
import { QuizRound } from './quiz-round.ts';

type MetQuestion = ShownQuestion & { due: number; isWrong: boolean };

/** The day's review of what the reader has met, their notebook of mistakes, their progress, and what they can do with it. */
class DailyReview extends HTMLElement {
  #data = {} as BankData;
  #texts = {} as ReviewTexts;
  #quizTexts = {} as QuizTexts;
  #storyTexts = {} as StoryTexts;
  #met: MetQuestion[] = [];
  /** Answers to questions that the site does not ask any more, found now. */
  #dropped = 0;

  #today = makeElement('section', { class: 'review-today quiz' });
  #notebook = makeElement('section', { class: 'review-part' });
  #progress = makeElement('section', { class: 'review-part' });
  #own = makeElement('section', { class: 'review-part print:hidden' });
  #notes = makeElement('p', { class: 'review-notes', role: 'status' });

  connectedCallback(): void {
    this.#data = JSON.parse(this.dataset['bank'] ?? '{}') as BankData;
    this.#texts = JSON.parse(this.dataset['texts'] ?? '{}') as ReviewTexts;
    this.#quizTexts = JSON.parse(this.dataset['quizTexts'] ?? '{}') as QuizTexts;
    this.#storyTexts = JSON.parse(this.dataset['storyTexts'] ?? '{}') as StoryTexts;
    for (const { id, formerly = [] } of this.#data.topics) {
      for (const former of formerly) progressStore.moveTopic(former, id);
    }
    this.replaceChildren(this.#today, this.#notes, this.#notebook, this.#progress, this.#own);
    this.#showOwn();
    void this.#refresh();
  }

  /** Reads the store again, fetches what is needed of the questions, and shows all parts. */
  async #refresh(): Promise<void> {
    try {
      await this.#findMet();
      this.#showToday();
      this.#showNotebook();
    } catch {
      const retry = makeElement('button', { class: 'btn', type: 'button' }, this.#texts.retry);
      retry.addEventListener('click', () => void this.#refresh());
      this.#today.replaceChildren(makeElement('p', {}, this.#texts.noQuestions), retry);
    }
    this.#progress.replaceChildren(
      makeElement('h2', {}, this.#texts.progress),
      renderProgress(this.#data, progressStore, this.#texts.standing),
    );
    this.#showNotes();
    this.setAttribute('data-ready', '');
  }

  /** Every question met that is due or was answered wrongly; what the site does not ask any more is set aside. */
  async #findMet(): Promise<void> {
    const today = endOfToday();
    const stored = progressStore.listTopics().map((topic) => ({ topic, ...progressStore.loadProgress(topic) }));
    const known = new Set(this.#data.topics.map(({ id }) => id));
    for (const { topic, answers } of stored) {
      if (!known.has(topic)) this.#dropped += progressStore.setAside(topic, [...answers.keys()]);
    }
    const wanted = stored.flatMap(({ topic, answers }) => {
      const open = [...answers].filter(([, answer]) => answer.score < 1 || dueOf(answer) <= today);
      return known.has(topic) && open.length > 0 ? [{ topic, answers }] : [];
    });
    const bank = await loadBank(
      this.#data,
      wanted.map(({ topic }) => topic),
    );
    this.#met = wanted.flatMap(({ topic, answers }) => {
      const questions = new Map((bank.get(topic) ?? []).map((question) => [question.id, question]));
      this.#dropped += progressStore.setAside(
        topic,
        [...answers.keys()].filter((id) => !questions.has(id)),
      );
      return [...answers].flatMap(([id, answer]) => {
        const question = questions.get(id);
        if (!question) return [];
        const due = answer.version === question.version ? dueOf(answer) : answer.at;
        // A question that has come back was set aside; it is due.
        return [{ ...question, due: due === Infinity ? answer.at : due, isWrong: answer.score < 1 }];
      });
    });
  }

  #showToday(): void {
    const due = this.#met.filter((question) => question.due <= endOfToday());
    const plan = planReview(due);
    const heading = makeElement('h2', {}, this.#texts.today);
    if (plan.length === 0) {
      const hasMet = progressStore.listTopics().length > 0;
      this.#today.replaceChildren(
        heading,
        makeElement('p', {}, hasMet ? this.#texts.nothingDue : this.#texts.nothingMet),
      );
      return;
    }
    const start = makeElement('button', { class: 'btn', type: 'button' }, this.#texts.start);
    start.addEventListener('click', () => this.#ask(plan));
    const count = fillTemplate(this.#texts.due, {
      n: String(due.length),
      planned: String(plan.length),
      minutes: String(minutesFor(plan)),
    });
    this.#today.replaceChildren(heading, makeElement('p', { class: 'review-count' }, count), start);
  }

  #ask(questions: readonly MetQuestion[]): void {
    const round = new QuizRound({
      texts: this.#quizTexts,
      storyTexts: this.#storyTexts,
      onAnswer: (question, score) => progressStore.recordAnswer(topicOf(question), question, score, scheduleAnswer),
      onEnd: () => {
        const result = makeElement('div', { class: 'quiz-result', tabindex: '-1' });
        result.append(...renderResult(questions, round.scores, this.#quizTexts, 'h2'));
        const back = makeElement('button', { class: 'btn btn-quiet', type: 'button' }, this.#texts.back);
        back.addEventListener('click', () => void this.#refresh().then(() => this.#today.focus()));
        result.append(makeElement('p', { class: 'quiz-actions' }, back));
        this.#today.replaceChildren(result);
        result.focus();
        this.#showNotes();
      },
    });
    this.#today.tabIndex = -1;
    this.#today.replaceChildren(round.element);
    round.start(questions);
    round.focus();
    this.#today.scrollIntoView({ block: 'nearest' });
  }

  #showNotebook(): void {
    const missed = this.#met.filter(({ isWrong }) => isWrong);
    const heading = makeElement('h2', {}, this.#texts.notebook);
    if (missed.length === 0) {
      this.#notebook.replaceChildren(heading, makeElement('p', {}, this.#texts.noMistakes));
      return;
    }
    const again = makeElement('button', { class: 'btn btn-quiet', type: 'button' }, this.#quizTexts.mistakes);
    again.addEventListener('click', () => this.#ask(planReview(missed)));
    const groups = this.#data.topics.flatMap(({ id, title }) => {
      const own = missed.filter((question) => topicOf(question) === id);
      if (own.length === 0) return [];
      const list = own.map((question) => renderAnswer(question, this.#quizTexts.readSection));
      return [
        makeElement(
          'details',
          {},
          makeElement('summary', {}, fillTemplate(this.#texts.mistakesIn, { topic: title, n: String(own.length) })),
          makeElement('ul', { role: 'list' }, ...list),
        ),
      ];
    });
    this.#notebook.replaceChildren(heading, ...groups, makeElement('p', {}, again));
  }

  #showOwn(): void {
    const texts = this.#texts;
    const save = makeElement('button', { class: 'btn btn-quiet', type: 'button' }, texts.exportFile);
    save.addEventListener('click', () => {
      const url = URL.createObjectURL(new Blob([exportProgress(progressStore)], { type: 'application/json' }));
      makeElement('a', { href: url, download: texts.fileName }).click();
      URL.revokeObjectURL(url);
    });

    const file = makeElement('input', {
      type: 'file',
      accept: '.json,application/json',
      class: 'sr-only',
      id: 'progress-file',
    });
    const choose = makeElement('label', { class: 'btn btn-quiet', for: 'progress-file' }, texts.importFile);
    file.addEventListener('change', () => {
      void file.files?.[0]?.text().then((text) => {
        file.value = '';
        const result = importProgress(progressStore, text);
        void this.#refresh().then(() => {
          if (!result) this.#say(texts.notAFile);
          else
            this.#say(
              fillTemplate(result.damaged ? texts.importedPart : texts.imported, { n: String(result.answers) }),
            );
        });
      });
    });

    const reset = makeElement('button', { class: 'btn btn-quiet', type: 'button' }, texts.reset);
    const sure = makeElement('button', { class: 'btn', type: 'button' }, texts.resetSure);
    const keep = makeElement('button', { class: 'btn btn-quiet', type: 'button' }, texts.resetKeep);
    const asking = makeElement(
      'p',
      { class: 'review-asking', hidden: true },
      makeElement('span', {}, texts.resetAsk),
      sure,
      keep,
    );
    const ask = (isAsking: boolean) => {
      asking.hidden = !isAsking;
      reset.hidden = isAsking;
      (isAsking ? keep : reset).focus();
    };
    reset.addEventListener('click', () => ask(true));
    keep.addEventListener('click', () => ask(false));
    sure.addEventListener('click', () => {
      progressStore.forgetAll();
      ask(false);
      void this.#refresh().then(() => this.#say(texts.resetDone));
    });
    this.#own.append(
      makeElement('h2', {}, texts.own),
      makeElement('p', {}, texts.ownText),
      makeElement('div', { class: 'review-tools' }, save, file, choose, reset),
      asking,
    );
  }

  #say(text: string): void {
    this.#notes.append(makeElement('span', {}, text));
  }

  /** What could not be read, kept or asked, one line each. */
  #showNotes(): void {
    const kept = progressStore.listTopics().map((topic) => progressStore.loadProgress(topic));
    const dropped = this.#dropped > 0 ? [fillTemplate(this.#texts.dropped, { n: String(this.#dropped) })] : [];
    const lines = [...progressTrouble(kept, this.#quizTexts), ...dropped];
    this.#notes.replaceChildren(...lines.map((line) => makeElement('span', {}, line)));
  }
}
customElements.define('daily-review', DailyReview);
