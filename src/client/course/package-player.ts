import type { StoryTexts } from '../../i18n/story-texts.ts';
import { fillTemplate } from '../../quiz/fill-template.ts';
import type { ShownQuestion } from '../../quiz/shown-question.ts';
import type { QuizTexts } from '../../quiz/wording.ts';
import { makeElement } from '../make-element.ts';
import { renderResult } from '../quiz-result.ts';
import { QuizRound } from '../quiz-round.ts';
import { cmi5Link } from './cmi5-link.ts';
import type { CourseLink } from './course-link.ts';
import { scormLink } from './scorm-link.ts';

/** What a package carries beside its player. */
interface PackageData {
  questions: ShownQuestion[];
  texts: QuizTexts;
  storyTexts: StoryTexts;
  labels: PackageLabels;
  /** How many questions an attempt asks. */
  length: number;
  /** From this share on the attempt is passed. */
  pass: number;
}

interface PackageLabels {
  passed: string;
  failed: string;
  again: string;
  alone: string;
  lost: string;
}

const data = JSON.parse(document.querySelector('#package')?.textContent ?? '{}') as PackageData;
const stage = document.querySelector('main');
const link = cmi5Link(new URL(location.href)) ?? scormLink(window);
const openedMs = performance.now();
const secondsSince = (ms: number) => (performance.now() - ms) / 1000;

/** Has the course system told; where it cannot be reached the reader sees one line, and goes on. */
async function tell(report: (link: CourseLink) => Promise<void>): Promise<void> {
  if (!link) return;
  try {
    await report(link);
  } catch {
    showNotice(data.labels.lost);
  }
}

const notice = makeElement('p', { class: 'package-notice', role: 'status' });
function showNotice(text: string): void {
  notice.textContent = text;
}

/** An attempt: all of the questions in the address's own `length=all`, else some drawn anew. */
function drawQuestions(): ShownQuestion[] {
  if (new URL(location.href).searchParams.get('length') === 'all') return data.questions;
  const left = [...data.questions];
  const drawn: ShownQuestion[] = [];
  while (drawn.length < data.length && left.length > 0) {
    drawn.push(...left.splice(Math.floor(Math.random() * left.length), 1));
  }
  return drawn;
}

const result = makeElement('div', { class: 'quiz-result', tabindex: '-1', hidden: '' });
let shownMs = openedMs;
const round = new QuizRound({
  texts: data.texts,
  storyTexts: data.storyTexts,
  onAnswer: (question, score, answer) => {
    const { id, type, stem, key, options, targets } = question;
    const seconds = secondsSince(shownMs);
    shownMs = performance.now();
    void tell((course) => course.answer({ id, type, stem, key, options, targets, answer, score, seconds }));
  },
  onEnd: () => {
    const score = round.scores.reduce((sum, one) => sum + one, 0) / round.questions.length;
    const hasPassed = score >= data.pass;
    const per = (share: number) => String(Math.round(share * 100));
    const verdict = hasPassed ? data.labels.passed : data.labels.failed;
    const again = makeElement('button', { class: 'btn', type: 'button' }, data.labels.again);
    again.addEventListener('click', begin);
    result.replaceChildren(
      ...renderResult(round.questions, round.scores, data.texts, 'h2'),
      makeElement(
        'p',
        { class: 'package-verdict' },
        fillTemplate(verdict, { score: per(score), pass: per(data.pass) }),
      ),
      makeElement('p', { class: 'quiz-actions' }, again),
    );
    round.element.hidden = true;
    result.hidden = false;
    result.focus();
    void tell((course) => course.finish(score, hasPassed, secondsSince(openedMs)));
  },
});

function begin(): void {
  result.hidden = true;
  round.element.hidden = false;
  shownMs = performance.now();
  round.start(drawQuestions());
  round.focus();
}

const quiz = makeElement('section', { class: 'quiz', 'aria-label': data.texts.label });
quiz.append(round.element, result);
stage?.append(quiz, notice);
if (!link) showNotice(data.labels.alone);
void tell((course) => course.begin());
begin();
window.addEventListener('pagehide', () => link?.close(secondsSince(openedMs)));
