import type { TextMeasurer } from '../../src/cards/measure-text.ts';
import { paperTexts, type PaperTexts } from '../../src/i18n/paper.ts';
import { PAPER_COLORS } from '../../src/model/hue.ts';
import type { Lang } from '../../src/model/localized.ts';
import { letterAt, type ShownQuestion } from '../../src/quiz/shown-question.ts';
import { rulesOf } from '../../src/quiz/types/registry.ts';
import { decisionsOf } from '../../src/quiz/types/scenario.ts';
import { GAP_PT, paginate, Pen, SMALL_PT, TITLE_PT, withFeet, type PaperBlock, type PaperPage } from './paper-pen.ts';

/** One version of a paper, ready to be laid out. */
export interface PaperVersion {
  /** `A`, `B`, `C`. */
  name: string;
  code: string;
  questions: readonly ShownQuestion[];
}

/** What a paper is about. */
export interface PaperAbout {
  lang: Lang;
  /** What it is on: a theme, a topic, all themes. */
  title: string;
  site: string;
  seed: string;
}

/** Indents of the text behind a question's number and behind an option's letter. */
const NUMBER_PT = 22;
const LETTER_PT = 16;
/** Indent of the text behind the number of a story's decision. */
const DECISION_PT = 20;

/** The question sheets of one version: name and date to fill in, every question or decision whole on one page. */
export function layOutSheets(about: PaperAbout, version: PaperVersion, measurer: TextMeasurer): PaperPage[] {
  const say = paperTexts(about.lang);
  const pen = new Pen(about.lang, measurer);
  pen.text(say('sheetTitle', { title: about.title }), { sizePt: TITLE_PT, weight: 700 });
  const { name, code, questions } = version;
  pen.text(say('about', { n: questions.length, seed: about.seed, version: name, code }), {
    sizePt: SMALL_PT,
    fill: PAPER_COLORS.inkSoft,
  });
  pen.down(10);
  pen.blanks([say('name'), say('date'), say('score')]);
  pen.down(8);
  const head = pen.take();
  const blocks = questions.flatMap((question, at) => questionBlocks(question, at + 1, about.lang, measurer));
  return withFeet(paginate([head, ...blocks]), footOf(about, version, say), measurer);
}

/** The answer key of one version: all answers at a glance, then each with its reasons and section. */
export function layOutKey(about: PaperAbout, version: PaperVersion, measurer: TextMeasurer): PaperPage[] {
  const say = paperTexts(about.lang);
  const { name, code, questions } = version;
  const pen = new Pen(about.lang, measurer);
  pen.text(say('keyTitle', { title: about.title }), { sizePt: TITLE_PT, weight: 700 });
  pen.text(say('keyOf', { version: name, seed: about.seed, code }), { sizePt: SMALL_PT, fill: PAPER_COLORS.inkSoft });
  pen.down(GAP_PT / 2);
  pen.text(glance(questions), { weight: 700 });
  pen.down(GAP_PT);
  const head = pen.take();
  const blocks = questions.map((question, at) => answerBlock(question, at + 1, about.lang, measurer));
  return withFeet(paginate([head, ...blocks]), footOf(about, version, say), measurer);
}

/** The answer to a question under its number, with its reasons and section. */
export function answerBlock(question: ShownQuestion, number: number, lang: Lang, measurer: TextMeasurer): PaperBlock {
  const say = paperTexts(lang);
  const row = new Pen(lang, measurer);
  row.lead(`${String(number)}.`, 0, 700);
  row.text(rulesOf(question.type).printKey(question), { indentPt: NUMBER_PT, weight: 700 });
  for (const { number: mark, half, choice } of decisionsOf(question)) {
    row.lead(mark, NUMBER_PT, 400);
    const note = half.length === 0 ? '' : say('half', { letters: half.join(lang === 'zh' ? '、' : ', ') });
    row.text(choice.feedback + note, { indentPt: NUMBER_PT + DECISION_PT });
  }
  for (const { id, feedback } of question.type === 'scenario' ? [] : question.options) {
    if (question.targets.length === 0 && question.type !== 'order' && question.key.includes(id)) {
      row.text(feedback, { indentPt: NUMBER_PT });
    }
  }
  row.text(say('section', { section: question.section }), {
    indentPt: NUMBER_PT,
    sizePt: SMALL_PT,
    fill: PAPER_COLORS.inkSoft,
  });
  row.down(GAP_PT / 2);
  return row.take();
}

/** A question under its number, with room to answer it; a story in as many blocks as it has decisions. */
export function questionBlocks(
  question: ShownQuestion,
  number: number,
  lang: Lang,
  measurer: TextMeasurer,
): PaperBlock[] {
  return question.type === 'scenario'
    ? storyBlocks(question, number, lang, measurer)
    : [questionBlock(question, number, lang, measurer)];
}

/** A story in prose, up to each of its decisions in a block of its own: the whole may be longer than a page. */
function storyBlocks(question: ShownQuestion, number: number, lang: Lang, measurer: TextMeasurer): PaperBlock[] {
  const say = paperTexts(lang);
  const decisions = decisionsOf(question);
  return decisions.map(({ number: mark, told, scene }, at) => {
    const pen = new Pen(lang, measurer);
    if (at === 0) {
      pen.lead(`${String(number)}.`, 0, 700);
      pen.text(question.stem, { indentPt: NUMBER_PT, weight: 700 });
      pen.text(say('story'), { indentPt: NUMBER_PT, sizePt: SMALL_PT, fill: PAPER_COLORS.inkSoft });
      pen.down(3);
    }
    for (const { when, title, text } of told) {
      const head = when === undefined ? title : say('scene', { when, title });
      pen.text(head, { indentPt: NUMBER_PT, sizePt: SMALL_PT, fill: PAPER_COLORS.inkSoft });
      pen.text(text, { indentPt: NUMBER_PT });
      pen.down(2);
    }
    pen.lead(mark, NUMBER_PT, 700);
    pen.text(scene.ask ?? '', { indentPt: NUMBER_PT + DECISION_PT, weight: 700 });
    for (const [place, { text }] of scene.choices.entries()) {
      pen.lead(`${letterAt(place)}.`, NUMBER_PT + DECISION_PT, 400);
      pen.text(text, { indentPt: NUMBER_PT + DECISION_PT + LETTER_PT });
    }
    pen.down(at + 1 < decisions.length ? GAP_PT / 2 : GAP_PT);
    return pen.take();
  });
}

function questionBlock(question: ShownQuestion, number: number, lang: Lang, measurer: TextMeasurer): PaperBlock {
  const say = paperTexts(lang);
  const pen = new Pen(lang, measurer);
  const { type, stem, options, targets } = question;
  const note = type === 'multiple' ? `${lang === 'en' ? ' ' : ''}${say('several')}` : '';
  pen.lead(`${String(number)}.`, 0, 700);
  pen.text(stem + note, { indentPt: NUMBER_PT, weight: 700 });
  pen.down(2);
  if (type === 'true-false') {
    for (const { text } of options) {
      pen.lead('（　）', NUMBER_PT, 400);
      pen.text(text, { indentPt: NUMBER_PT + 2.2 * LETTER_PT });
    }
  } else {
    if (type === 'match') {
      pen.text(say('match'), { indentPt: NUMBER_PT, sizePt: SMALL_PT, fill: PAPER_COLORS.inkSoft });
      for (const [at, { text }] of targets.entries()) {
        pen.rule(NUMBER_PT, 1.6 * LETTER_PT);
        pen.lead(`${String(at + 1)}.`, NUMBER_PT + 2 * LETTER_PT, 400);
        pen.text(text, { indentPt: NUMBER_PT + 3 * LETTER_PT });
      }
      pen.down(3);
    }
    for (const [at, { text }] of options.entries()) {
      pen.lead(`${letterAt(at)}.`, NUMBER_PT, 400);
      pen.text(text, { indentPt: NUMBER_PT + LETTER_PT });
    }
    if (type === 'order') pen.blank(say('order'), NUMBER_PT);
    if (type === 'sort') for (const { text } of targets) pen.blank(say('sort', { target: text }), NUMBER_PT);
  }
  pen.down(GAP_PT);
  return pen.take();
}

/** Every answer in one paragraph, to mark by. */
function glance(questions: readonly ShownQuestion[]): string {
  const answers = questions.map((shown, at) => `${String(at + 1)}. ${rulesOf(shown.type).printKey(shown)}`);
  return answers.join(' · ');
}

/** What stands at the foot of each page: whose it is, which version, which page. */
function footOf(
  { title, site }: PaperAbout,
  { name, code }: PaperVersion,
  say: PaperTexts,
): (page: number, pages: number) => string {
  return (page, pages) => say('foot', { site, title, version: name, code, page, pages });
}
