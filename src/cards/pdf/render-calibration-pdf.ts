import { PAPER_COLORS } from '../../model/hue.ts';
import { PT_PER_MM } from '../card-size.ts';
import type { Side } from '../face.ts';
import type { SheetLine } from '../impose.ts';
import type { Paper } from '../paper.ts';
import type { PrintSettings } from '../print-settings.ts';
import { drawShape } from './draw-scene.ts';
import { pdfNumber } from './pdf-file.ts';
import type { CardFonts, PdfFonts } from './pdf-fonts.ts';
import { writeDocument, type DocumentAbout } from './write-document.ts';

/** What the calibration sheet says: on the front, how to use it; on the back, where to read the two numbers. */
export interface CalibrationInput {
  about: DocumentAbout;
  paper: Paper;
  settings: PrintSettings;
  front: readonly string[];
  back: readonly string[];
  /** Name of each side, above everything else. */
  names: Record<Side, string>;
  /** Names of the two scales: how far right, how far down. */
  across: string;
  down: string;
}

/** Half the length of a scale, and its finest step. */
const SCALE_MM = 5;
const STEP_MM = 0.5;
/** How far the scales stand from the point; the arms of the cross reach beyond them. */
const SCALE_AWAY_MM = 8;
const ARM_MM = 14;
const RULER_MM = 150;
const INK = PAPER_COLORS.ink;

/**
 * One sheet that shows how well a printer's two sides meet: rulers and crosses on the front, scales beside the same
 * points on the back. Held against the light, the front's cross points at the numbers to enter as the offset.
 */
export function renderCalibrationPdf(input: CalibrationInput, fonts: CardFonts): Uint8Array<ArrayBuffer> {
  const { about, paper } = input;
  const page = (side: Side) => ({
    widthMm: paper.widthMm,
    heightMm: paper.heightMm,
    draw: (used: PdfFonts) => (side === 'front' ? drawFront(input, used) : drawBack(input, used)),
    bookmark: { title: input.names[side], within: [] },
  });
  return writeDocument(about, [page('front'), page('back')], fonts);
}

/** Where the sides are compared: in the middle, and near the corners. */
function points({ widthMm, heightMm }: Paper): [xMm: number, yMm: number][] {
  const [x, y] = [35, 60];
  return [
    [widthMm / 2, heightMm / 2],
    [x, y],
    [widthMm - x, y],
    [x, heightMm - y],
    [widthMm - x, heightMm - y],
  ];
}

function drawFront({ about, paper, front, names }: CalibrationInput, fonts: PdfFonts): string {
  const crosses = points(paper).flatMap(([x, y]): SheetLine[] => [
    [x - ARM_MM, y, x + ARM_MM, y],
    [x, y - ARM_MM, x, y + ARM_MM],
  ]);
  const leftMm = (paper.widthMm - RULER_MM) / 2;
  const text = textWriter(about, fonts);
  return [
    strokes(0.5, '0 0 0', crosses),
    ...ruler(leftMm, paper.heightMm - 26, text),
    text(names.front, leftMm, 20, 13, 700),
    ...front.map((line, index) => text(line, leftMm, 27 + index * 5.4, 9, 400)),
  ].join('\n');
}

function drawBack({ about, paper, settings, back, names, across, down }: CalibrationInput, fonts: PdfFonts): string {
  const { xMm: dx, yMm: dy } = settings.backOffset;
  const text = textWriter(about, fonts);
  const scales = points(paper).flatMap(([x, y]) => scalesAt(x + dx, y + dy, across, down, text));
  const leftMm = (paper.widthMm - RULER_MM) / 2;
  return [
    ...scales,
    text(names.back, leftMm, 20, 13, 700),
    ...back.map((line, index) => text(line, leftMm, 27 + index * 5.4, 9, 400)),
  ].join('\n');
}

/** Two scales beside the point, numbered as the offset is entered: right and down are more. */
function scalesAt(xMm: number, yMm: number, across: string, down: string, text: TextWriter): string[] {
  const steps = Array.from({ length: (2 * SCALE_MM) / STEP_MM + 1 }, (_, index) => -SCALE_MM + index * STEP_MM);
  const [scaleY, scaleX] = [yMm - SCALE_AWAY_MM, xMm + SCALE_AWAY_MM];
  const ticks = steps.flatMap((step): SheetLine[] => {
    const lengthMm = step === 0 ? 3 : Number.isInteger(step) ? 2 : 1.2;
    return [
      [xMm + step, scaleY, xMm + step, scaleY - lengthMm],
      [scaleX, yMm + step, scaleX + lengthMm, yMm + step],
    ];
  });
  const axes: SheetLine[] = [
    [xMm - SCALE_MM, scaleY, xMm + SCALE_MM, scaleY],
    [scaleX, yMm - SCALE_MM, scaleX, yMm + SCALE_MM],
  ];
  const numbered = [-4, -2, 0, 2, 4];
  return [
    strokes(0.25, '0 0 0', [...axes, ...ticks]),
    ...numbered.map((step) => text(signed(step), xMm + step - 0.8, scaleY - 3.8, 5.5, 400)),
    ...numbered.map((step) => text(signed(step), scaleX + 3.8, yMm + step + 0.7, 5.5, 400)),
    text(across, xMm + SCALE_MM + 1, scaleY, 7, 400),
    text(down, scaleX, yMm + SCALE_MM + 3.4, 7, 400),
  ];
}

function signed(step: number): string {
  if (step === 0) return '0';
  return step > 0 ? `+${step}` : `−${-step}`;
}

/** A ruler: when it is not as long as it says, the printer has scaled the page. */
function ruler(leftMm: number, topMm: number, text: TextWriter): string[] {
  const marks = Array.from({ length: RULER_MM + 1 }, (_, mm): SheetLine => {
    const lengthMm = mm % 10 === 0 ? 5 : mm % 5 === 0 ? 3.6 : 2.2;
    return [leftMm + mm, topMm, leftMm + mm, topMm + lengthMm];
  });
  const tens = Array.from({ length: RULER_MM / 10 + 1 }, (_, index) => index * 10);
  return [
    strokes(0.3, '0 0 0', [...marks, [leftMm, topMm, leftMm + RULER_MM, topMm]]),
    ...tens.map((mm) => text(String(mm), leftMm + mm - 1.2, topMm + 8.5, 7, 400)),
  ];
}

type TextWriter = (text: string, xMm: number, baselineMm: number, sizePt: number, weight: 400 | 700) => string;

function textWriter({ lang }: DocumentAbout, fonts: PdfFonts): TextWriter {
  return (text, xMm, baselineMm, sizePt, weight) => {
    const place = { xPt: xMm * PT_PER_MM, baselinePt: baselineMm * PT_PER_MM, widthPt: 0 };
    return drawShape({ kind: 'text', text, ...place, sizePt, weight, fill: INK }, lang, fonts);
  };
}

function strokes(widthPt: number, color: string, lines: readonly SheetLine[]): string {
  const ends = lines.map((line) => line.map((mm) => pdfNumber(mm * PT_PER_MM)));
  const path = ends.map(([x1 = '', y1 = '', x2 = '', y2 = '']) => `${x1} ${y1} m ${x2} ${y2} l`).join('\n');
  return `q ${widthPt} w ${color} RG ${path} S Q`;
}
