import { PT_PER_MM, type SizeId } from '../../src/cards/card-size.ts';
import type { FaceContent } from '../../src/cards/face.ts';
import type { TextMeasurer } from '../../src/cards/measure-text.ts';
import { qrModules } from '../../src/cards/qr-modules.ts';
import type { Scene, Shape } from '../../src/cards/scene.ts';
import { onboardingTexts } from '../../src/i18n/onboarding.ts';
import { PAPER_COLORS } from '../../src/model/hue.ts';
import type { ShownQuestion } from '../../src/quiz/shown-question.ts';
import { answerBlock, questionBlocks } from './paper-layout.ts';
import {
  GAP_PT,
  paginate,
  Pen,
  placeBlocks,
  ROOM_PT,
  SMALL_PT,
  TEXT_PT,
  TITLE_PT,
  withFeet,
  type PaperBlock,
  type PaperPage,
} from './paper-pen.ts';
import type { PaperPart, PaperStep, PathPaper } from './path-papers.ts';
import { setMarkdown } from './set-markdown.ts';

/** A path on pages, and what leads to them from the side of the reader's window. */
export interface PathPages {
  pages: PaperPage[];
  bookmarks: { page: number; title: string; within: string[] }[];
}

/** Draws one side of a card. */
type DrawFace = (face: FaceContent, size: SizeId) => Scene;

/** Side of a module of a code: below 0.42 mm a copied sheet can no longer be read. */
const MODULE_PT = 0.45 * PT_PER_MM;
const COVER_MODULE_PT = 0.8 * PT_PER_MM;
/** The margin at the right that codes stand in. */
const CODES_PT = 56;
const TICK_PT = 12;
const COVER_TITLE_PT = 26;
const STAGE_PT = 19;
const STEP_PT = 14;
/** Height of a line to write on. */
const LINE_PT = 24;
const CARD_SIZE = 'badge';

/** What to tick off: every step with its box and the code of its page, by stages, each with room to sign. */
export function layOutChecklist(paper: PathPaper, measurer: TextMeasurer): PathPages {
  const { lang, site, title } = paper;
  const { paper: say } = onboardingTexts(lang);
  const head = headBlock(paper, fill(say.checklistTitle, { title }), TITLE_PT, MODULE_PT, measurer);
  const blocks = paper.stages.flatMap((stage) => {
    const pen = new Pen(lang, measurer);
    pen.down(GAP_PT);
    pen.text([{ text: stage.title, weight: 700 }], { sizePt: 12.5 });
    pen.text(stage.time, { sizePt: SMALL_PT, fill: PAPER_COLORS.inkSoft });
    pen.down(3);
    const rows = stage.steps.map((step) => checklistRow(step, paper, measurer));
    const end = new Pen(lang, measurer);
    end.bar(0, ROOM_PT, 0.6, PAPER_COLORS.line);
    end.down(8);
    end.blanks([say.finished, say.signed]);
    end.down(4);
    return [
      { ...pen.take(), staysWithNext: true },
      ...rows.map((row, at) => ({ ...row, staysWithNext: at === rows.length - 1 })),
      end.take(),
    ];
  });
  const pages = paginate([head, ...blocks]);
  return { pages: withFeet(pages, footOf(say.foot, site, title), measurer), bookmarks: [] };
}

/** All there is to read, take, answer and try, in order: a cover with what is on which page, then step by step. */
export function layOutHandout(paper: PathPaper, measurer: TextMeasurer, drawFace: DrawFace): PathPages {
  const { lang, site, title, stages } = paper;
  const { paper: say } = onboardingTexts(lang);
  const body: PaperBlock[] = [];
  const heads: { stage: number; step: PaperStep; block: number }[] = [];
  const answers: PaperBlock[] = [];
  for (const [at, stage] of stages.entries()) {
    body.push(stageBlock(stage, paper, measurer));
    for (const step of stage.steps) {
      heads.push({ stage: at, step, block: body.length });
      body.push(stepHead(step, paper, measurer));
      for (const part of step.parts) {
        body.push(...partBlocks(part, step, paper, measurer, drawFace));
        if (part.of === 'questions') answers.push(...answerBlocks(step, part.questions, paper, measurer));
      }
    }
  }
  if (answers.length > 0) {
    const pen = new Pen(lang, measurer);
    pen.text(say.answers, { sizePt: STAGE_PT, weight: 700 });
    pen.down(GAP_PT);
    body.push({ ...pen.take(), startsPage: true, staysWithNext: true }, ...answers);
  }
  const places = placeBlocks(body);
  const pageOf = (block: number) => places[block]?.page ?? 0;
  // How many pages the cover takes does not hang on the numbers in it.
  const coverOf = (first: number) =>
    paginate(coverBlocks(paper, (at) => first + pageOf(heads[at]?.block ?? 0) + 1, measurer));
  const first = coverOf(0).length;
  const pages = [...coverOf(first), ...paginate(body)];
  const bookmarks = [...Map.groupBy(heads, ({ block }) => pageOf(block))].map(([page, [head, ...others]]) => ({
    page: first + page,
    title: head?.step.title ?? '',
    within: others.map(({ step }) => step.title),
  }));
  return { pages: withFeet(pages, footOf(say.foot, site, title), measurer), bookmarks };
}

/** The title of a paper with its facts, lines for whose it is, and the code of the path's page. */
function headBlock(
  paper: PathPaper,
  title: string,
  sizePt: number,
  modulePt: number,
  measurer: TextMeasurer,
): PaperBlock {
  const { lang, site, description, facts, address } = paper;
  const { paper: say } = onboardingTexts(lang);
  const pen = new Pen(lang, measurer);
  const code = address === undefined ? undefined : codeOf(address, modulePt);
  const shortPt = code ? code.sidePt + 18 : 0;
  if (code) pen.put(code.shapes, ROOM_PT - code.sidePt);
  pen.text(site, { sizePt: SMALL_PT, fill: PAPER_COLORS.inkSoft, shortPt });
  pen.text(title, { sizePt, weight: 700, shortPt });
  pen.down(2);
  pen.text(description, { shortPt });
  pen.text(facts, { sizePt: SMALL_PT, fill: PAPER_COLORS.inkSoft, shortPt });
  if (code) {
    pen.down(Math.max(0, code.sidePt + 4 - pen.downPt));
    pen.text(say.scan, { sizePt: SMALL_PT, fill: PAPER_COLORS.inkSoft });
  }
  pen.down(12);
  pen.blanks([say.name, say.start, say.mentor]);
  pen.down(6);
  return pen.take();
}

function checklistRow(step: PaperStep, { lang }: PathPaper, measurer: TextMeasurer): PaperBlock {
  const pen = new Pen(lang, measurer);
  const kindPt = lang === 'zh' ? 46 : 66;
  const indentPt = TICK_PT + 10 + kindPt;
  pen.bar(0, ROOM_PT, 0.6, PAPER_COLORS.line);
  pen.down(7);
  pen.box(0, TICK_PT, 1);
  pen.lead(step.kind, TICK_PT + 10, 700, TEXT_PT, step.color);
  const code = step.address === undefined ? undefined : codeOf(step.address, MODULE_PT);
  if (code) pen.put(code.shapes, ROOM_PT - code.sidePt);
  const leastPt = code ? pen.downPt + code.sidePt : 0;
  pen.text(step.title, { indentPt, shortPt: CODES_PT });
  pen.text(step.facts, { indentPt, shortPt: CODES_PT, sizePt: SMALL_PT, fill: PAPER_COLORS.inkSoft });
  pen.down(Math.max(0, leastPt - pen.downPt) + 7);
  return pen.take();
}

function coverBlocks(paper: PathPaper, pageOf: (head: number) => number, measurer: TextMeasurer): PaperBlock[] {
  const { lang, stages, title } = paper;
  const { paper: say } = onboardingTexts(lang);
  const head = headBlock(paper, title, COVER_TITLE_PT, COVER_MODULE_PT, measurer);
  const list = new Pen(lang, measurer);
  list.down(GAP_PT);
  list.text(say.contents, { sizePt: STEP_PT, weight: 700 });
  let at = 0;
  const rows = stages.flatMap((stage) => {
    const pen = new Pen(lang, measurer);
    pen.down(6);
    pen.text([{ text: stage.title, weight: 700 }], { shortPt: CODES_PT });
    return [
      { ...pen.take(), staysWithNext: true },
      ...stage.steps.map((step) => {
        const row = new Pen(lang, measurer);
        const kindPt = lang === 'zh' ? 40 : 62;
        const number = String(pageOf(at));
        at += 1;
        row.box(0, 9, 2);
        row.lead(step.kind, 16, 400, 9.5, step.color);
        row.lead(number, ROOM_PT - measurer.measure(number, 9.5, 400), 400, 9.5);
        row.text(step.title, { indentPt: 16 + kindPt, shortPt: 36, sizePt: 9.5 });
        return row.take();
      }),
    ];
  });
  return [head, { ...list.take(), staysWithNext: true }, ...rows];
}

function stageBlock(stage: PathPaper['stages'][number], { lang }: PathPaper, measurer: TextMeasurer): PaperBlock {
  const pen = new Pen(lang, measurer);
  pen.down(GAP_PT);
  pen.text(stage.title, { sizePt: STAGE_PT, weight: 700 });
  pen.text(stage.time, { sizePt: SMALL_PT, fill: PAPER_COLORS.inkSoft });
  return { ...pen.take(), staysWithNext: true };
}

/** What a step is, with a box to tick and the code of its page. */
function stepHead(step: PaperStep, { lang }: PathPaper, measurer: TextMeasurer): PaperBlock {
  const pen = new Pen(lang, measurer);
  const code = step.address === undefined ? undefined : codeOf(step.address, MODULE_PT);
  const isTask = step.address === undefined;
  const style = { indentPt: TICK_PT + 8, shortPt: CODES_PT };
  pen.down(GAP_PT);
  pen.bar(0, ROOM_PT, 1.5, step.color);
  pen.down(9);
  if (code) pen.put(code.shapes, ROOM_PT - code.sidePt);
  const leastPt = code ? pen.downPt + code.sidePt : 0;
  const kind = `${step.kind} · ${step.facts}`;
  pen.text(kind, { ...style, sizePt: SMALL_PT, weight: 700, fill: step.color });
  pen.box(0, TICK_PT, isTask ? 1 : 4);
  pen.text(step.title, { ...style, sizePt: isTask ? TEXT_PT : STEP_PT, weight: isTask ? 400 : 700 });
  pen.down(Math.max(0, leastPt - pen.downPt) + 6);
  return { ...pen.take(), staysWithNext: step.parts.length > 0 };
}

function partBlocks(
  part: PaperPart,
  step: PaperStep,
  { lang }: PathPaper,
  measurer: TextMeasurer,
  drawFace: DrawFace,
): PaperBlock[] {
  const { paper: say } = onboardingTexts(lang);
  const pen = new Pen(lang, measurer);
  switch (part.of) {
    case 'prose':
      return setMarkdown(part.markdown, lang, step.color, measurer);
    case 'note':
      pen.text(part.text, { fill: PAPER_COLORS.inkSoft });
      pen.down(GAP_PT / 2);
      return [{ ...pen.take(), staysWithNext: true }];
    case 'card': {
      pen.text(part.text, { sizePt: SMALL_PT, fill: PAPER_COLORS.inkSoft });
      pen.down(4);
      const scenes = [part.front, part.back].map((face) => drawFace(face, CARD_SIZE));
      let xPt = 0;
      for (const scene of scenes) {
        pen.put([...trimmed(scene), ...outlineOf(scene)], xPt);
        xPt += scene.widthMm * PT_PER_MM;
      }
      pen.down((scenes[0]?.heightMm ?? 0) * PT_PER_MM + GAP_PT);
      return [pen.take()];
    }
    case 'questions': {
      pen.text(part.text, { sizePt: SMALL_PT, fill: PAPER_COLORS.inkSoft });
      pen.down(GAP_PT / 2);
      const blocks = part.questions.flatMap((question, at) => questionBlocks(question, at + 1, lang, measurer));
      return [{ ...pen.take(), staysWithNext: blocks.length > 0 }, ...blocks];
    }
    case 'scale': {
      pen.text(part.text, { sizePt: SMALL_PT, fill: PAPER_COLORS.inkSoft });
      pen.down(4);
      const sum = new Pen(lang, measurer);
      sum.down(4);
      sum.blank(say.sum, 0);
      sum.down(GAP_PT);
      const rows = part.items.map((item, at) => scaleRow(item, at + 1, part.points, lang, measurer));
      return [{ ...pen.take(), staysWithNext: true }, ...rows, sum.take()];
    }
    case 'lines':
      pen.text(say.notes, { sizePt: SMALL_PT, fill: PAPER_COLORS.inkSoft });
      for (let line = 0; line < part.lines; line += 1) {
        pen.down(LINE_PT);
        pen.bar(0, ROOM_PT, 0.6, PAPER_COLORS.line);
      }
      if (step.isSigned) {
        pen.down(10);
        pen.blanks([say.finished, say.signed]);
      }
      pen.down(GAP_PT);
      return [pen.take()];
  }
}

/** A statement with its points to circle, or a box where there are none. */
function scaleRow(
  { text, right }: { text: string; right: string },
  number: number,
  points: readonly number[],
  lang: PathPaper['lang'],
  measurer: TextMeasurer,
): PaperBlock {
  const pen = new Pen(lang, measurer);
  const sizePt = 9.5;
  const columnPt = 17;
  const pointsPt = points.length * columnPt;
  // What stands at the other end has the room behind the points.
  const rightPt = right === '' ? 0 : (ROOM_PT - pointsPt - 22) / 2;
  const fromPt = ROOM_PT - rightPt - pointsPt;
  pen.lead(`${String(number)}.`, 0, 700, sizePt);
  for (const [at, point] of points.entries()) pen.lead(String(point), fromPt + at * columnPt + 6, 400, sizePt);
  if (points.length === 0) pen.box(ROOM_PT - TICK_PT, TICK_PT);
  if (right !== '') {
    const other = new Pen(lang, measurer);
    other.text(right, { sizePt, indentPt: fromPt + pointsPt + 8 });
    const { items, heightPt } = other.take();
    pen.put(items, 0);
    const topPt = pen.downPt;
    pen.text(text, { sizePt, indentPt: 22, shortPt: ROOM_PT - fromPt + 4 });
    pen.down(Math.max(0, topPt + heightPt - pen.downPt) + 3);
    return pen.take();
  }
  pen.text(text, { sizePt, indentPt: 22, shortPt: Math.max(pointsPt, TICK_PT) + 10 });
  pen.down(3);
  return pen.take();
}

function answerBlocks(
  { title }: PaperStep,
  questions: readonly ShownQuestion[],
  { lang }: PathPaper,
  measurer: TextMeasurer,
): PaperBlock[] {
  const pen = new Pen(lang, measurer);
  pen.down(4);
  pen.text(title, { sizePt: 12, weight: 700 });
  pen.down(4);
  const answers = questions.map((question, at) => answerBlock(question, at + 1, lang, measurer));
  return [{ ...pen.take(), staysWithNext: true }, ...answers];
}

/** The code of an address, its corner at the origin. */
function codeOf(address: string, modulePt: number): { shapes: Shape[]; sidePt: number } {
  const { size, rects } = qrModules(address);
  const shapes: Shape[] = [{ kind: 'modules', xPt: 0, yPt: 0, scalePt: modulePt, rects, fill: '#000000' }];
  return { shapes, sidePt: size * modulePt };
}

/** What a card shows within its edges; areas that bleed over them are cut off. */
function trimmed({ shapes, widthMm, heightMm }: Scene): Shape[] {
  const [widthPt, heightPt] = [widthMm * PT_PER_MM, heightMm * PT_PER_MM];
  return shapes.map((shape) => {
    if (shape.kind !== 'rect') return shape;
    const [xPt, yPt] = [Math.max(0, shape.xPt), Math.max(0, shape.yPt)];
    const right = Math.min(widthPt, shape.xPt + shape.widthPt);
    const bottom = Math.min(heightPt, shape.yPt + shape.heightPt);
    return { ...shape, xPt, yPt, widthPt: right - xPt, heightPt: bottom - yPt };
  });
}

/** A line round a card to cut along. */
function outlineOf({ widthMm, heightMm }: Scene): Shape[] {
  const [widthPt, heightPt] = [widthMm * PT_PER_MM, heightMm * PT_PER_MM];
  const thin = 0.4;
  const line = (xPt: number, yPt: number, longPt: number, tallPt: number): Shape => {
    return { kind: 'rect', xPt, yPt, widthPt: longPt, heightPt: tallPt, fill: PAPER_COLORS.inkSoft };
  };
  return [
    line(0, 0, widthPt, thin),
    line(0, heightPt - thin, widthPt, thin),
    line(0, 0, thin, heightPt),
    line(widthPt - thin, 0, thin, heightPt),
  ];
}

function footOf(template: string, site: string, title: string): (page: number, pages: number) => string {
  return (page, pages) => fill(template, { site, title, page, pages });
}

function fill(template: string, values: Record<string, string | number>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
