import { breakLines, prepareText } from '../../src/cards/break-lines.ts';
import { PT_PER_MM } from '../../src/cards/card-size.ts';
import type { TextMeasurer, Weight } from '../../src/cards/measure-text.ts';
import { PAPERS } from '../../src/cards/paper.ts';
import type { Shape } from '../../src/cards/scene.ts';
import { paperTexts, type PaperTexts } from '../../src/i18n/paper.ts';
import { PAPER_COLORS } from '../../src/model/hue.ts';
import type { Lang } from '../../src/model/localized.ts';
import { letterAt, type ShownQuestion } from '../../src/quiz/shown-question.ts';
import { rulesOf } from '../../src/quiz/types/registry.ts';

/** One printed page: text and lines to write on, in points from its top left corner. */
export type PaperPage = PaperShape[];
type PaperShape = Extract<Shape, { kind: 'text' | 'rect' }>;

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

const MARGIN_PT = 18 * PT_PER_MM;
const WIDTH_PT = PAPERS.a4.widthMm * PT_PER_MM;
const HEIGHT_PT = PAPERS.a4.heightMm * PT_PER_MM;
const ROOM_PT = WIDTH_PT - 2 * MARGIN_PT;
/** Below this line stands the foot of the page. */
const BOTTOM_PT = HEIGHT_PT - MARGIN_PT - 10;

const TITLE_PT = 17;
const TEXT_PT = 10.5;
const SMALL_PT = 8.5;
const LEADING = 1.5;
/** Indents of the text behind a question's number and behind an option's letter. */
const NUMBER_PT = 22;
const LETTER_PT = 16;
const GAP_PT = 11;
/** Thickness of a line to write on. */
const RULE_PT = 0.6;

/** What stays together on a page; its shapes count from its top, and from the left margin. */
interface Block {
  items: PaperShape[];
  heightPt: number;
}

/** The question sheets of one version: name and date to fill in, and every question whole on one page. */
export function layOutSheets(about: PaperAbout, version: PaperVersion, measurer: TextMeasurer): PaperPage[] {
  const say = paperTexts(about.lang);
  const pen = new Pen(about.lang, measurer);
  pen.text(say('sheetTitle', { title: about.title }), { sizePt: TITLE_PT, weight: 700 });
  const { name, code, questions } = version;
  pen.text(say('about', { n: questions.length, seed: about.seed, version: name, code }), {
    sizePt: SMALL_PT,
    isSoft: true,
  });
  pen.down(10);
  pen.blanks([say('name'), say('date'), say('score')]);
  pen.down(8);
  const head = pen.take();
  const blocks = questions.map((question, at) => questionBlock(question, at + 1, say, about.lang, measurer));
  return withFeet(paginate([head, ...blocks]), about, version, say, measurer);
}

/** The answer key of one version: all answers at a glance, then each with its reasons and section. */
export function layOutKey(about: PaperAbout, version: PaperVersion, measurer: TextMeasurer): PaperPage[] {
  const say = paperTexts(about.lang);
  const { name, code, questions } = version;
  const pen = new Pen(about.lang, measurer);
  pen.text(say('keyTitle', { title: about.title }), { sizePt: TITLE_PT, weight: 700 });
  pen.text(say('keyOf', { version: name, seed: about.seed, code }), { sizePt: SMALL_PT, isSoft: true });
  pen.down(GAP_PT / 2);
  pen.text(glance(questions), { weight: 700 });
  pen.down(GAP_PT);
  const head = pen.take();
  const blocks = questions.map((question, at) => {
    const row = new Pen(about.lang, measurer);
    row.lead(`${String(at + 1)}.`, 0, 700);
    row.text(rulesOf(question.type).printKey(question), { indentPt: NUMBER_PT, weight: 700 });
    for (const { id, feedback } of question.options) {
      if (question.targets.length === 0 && question.type !== 'order' && question.key.includes(id)) {
        row.text(feedback, { indentPt: NUMBER_PT });
      }
    }
    row.text(say('section', { section: question.section }), { indentPt: NUMBER_PT, sizePt: SMALL_PT, isSoft: true });
    row.down(GAP_PT / 2);
    return row.take();
  });
  return withFeet(paginate([head, ...blocks]), about, version, say, measurer);
}

function questionBlock(
  question: ShownQuestion,
  number: number,
  say: PaperTexts,
  lang: Lang,
  measurer: TextMeasurer,
): Block {
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
      pen.text(say('match'), { indentPt: NUMBER_PT, sizePt: SMALL_PT, isSoft: true });
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

/** Writes lines one under the other into a block. */
class Pen {
  #items: PaperShape[] = [];
  #yPt = 0;
  readonly #lang: Lang;
  readonly #measurer: TextMeasurer;

  constructor(lang: Lang, measurer: TextMeasurer) {
    this.#lang = lang;
    this.#measurer = measurer;
  }

  text(text: string, options: { indentPt?: number; sizePt?: number; weight?: Weight; isSoft?: boolean } = {}): void {
    const { indentPt = 0, sizePt = TEXT_PT, weight = 400, isSoft = false } = options;
    const prepared = prepareText([{ text, weight, tone: 'ink' }], this.#lang, this.#measurer);
    const breaking = { sizePt, widthOfLine: () => ROOM_PT - indentPt, cutWords: true };
    for (const { pieces } of breakLines(prepared, breaking, this.#measurer)) {
      const baselinePt = this.#yPt + sizePt * 1.05;
      const fill = isSoft ? PAPER_COLORS.inkSoft : PAPER_COLORS.ink;
      for (const { text: words, xPt, widthPt } of pieces) {
        this.#items.push({ kind: 'text', text: words, xPt: indentPt + xPt, baselinePt, widthPt, sizePt, weight, fill });
      }
      this.#yPt += sizePt * LEADING;
    }
  }

  /** What stands before the next line: a number, a letter, brackets. */
  lead(text: string, xPt: number, weight: Weight): void {
    const baselinePt = this.#yPt + TEXT_PT * 1.05;
    const widthPt = this.#measurer.measure(text, TEXT_PT, weight);
    this.#items.push({ kind: 'text', text, xPt, baselinePt, widthPt, sizePt: TEXT_PT, weight, fill: PAPER_COLORS.ink });
  }

  /** A line to write on, before the next line. */
  rule(xPt: number, widthPt: number): void {
    const yPt = this.#yPt + TEXT_PT * 1.2;
    this.#items.push({ kind: 'rect', xPt, yPt, widthPt, heightPt: RULE_PT, fill: PAPER_COLORS.inkSoft });
  }

  /** A label with a line to write on behind it. */
  blank(label: string, xPt: number): void {
    this.down(4);
    const widthPt = this.#measurer.measure(label, TEXT_PT, 400);
    this.rule(xPt + widthPt + 6, Math.min(180, ROOM_PT - xPt - widthPt - 6));
    this.text(label, { indentPt: xPt });
  }

  /** Labels in one row, each with a line to write on. */
  blanks(labels: readonly string[]): void {
    const cellPt = ROOM_PT / labels.length;
    for (const [at, label] of labels.entries()) {
      const widthPt = this.#measurer.measure(label, TEXT_PT, 400);
      this.lead(label, at * cellPt, 400);
      this.rule(at * cellPt + widthPt + 6, cellPt - widthPt - 18);
    }
    this.#yPt += TEXT_PT * LEADING;
  }

  down(pt: number): void {
    this.#yPt += pt;
  }

  take(): Block {
    return { items: this.#items, heightPt: this.#yPt };
  }
}

/** Puts blocks on pages, each whole on one. */
function paginate(blocks: readonly Block[]): PaperPage[] {
  const pages: PaperPage[] = [[]];
  let yPt = MARGIN_PT;
  for (const { items, heightPt } of blocks) {
    if (yPt + heightPt - GAP_PT > BOTTOM_PT && yPt > MARGIN_PT) {
      pages.push([]);
      yPt = MARGIN_PT;
    }
    const top = yPt;
    pages
      .at(-1)
      ?.push(
        ...items.map((item) =>
          item.kind === 'text'
            ? { ...item, xPt: item.xPt + MARGIN_PT, baselinePt: item.baselinePt + top }
            : { ...item, xPt: item.xPt + MARGIN_PT, yPt: item.yPt + top },
        ),
      );
    yPt += heightPt;
  }
  return pages;
}

/** Each page with its foot: whose it is, which version, which page. */
function withFeet(
  pages: readonly PaperPage[],
  { title, site }: PaperAbout,
  { name, code }: PaperVersion,
  say: PaperTexts,
  { measure }: TextMeasurer,
): PaperPage[] {
  return pages.map((page, at) => {
    const text = say('foot', { site, title, version: name, code, page: at + 1, pages: pages.length });
    const widthPt = measure(text, SMALL_PT, 400);
    const foot: PaperShape = {
      kind: 'text',
      text,
      xPt: (WIDTH_PT - widthPt) / 2,
      baselinePt: HEIGHT_PT - MARGIN_PT + 4,
      widthPt,
      sizePt: SMALL_PT,
      weight: 400,
      fill: PAPER_COLORS.inkSoft,
    };
    return [...page, foot];
  });
}
