import type { Side } from './face.ts';
import type { SheetPage } from './impose.ts';
import { SIDES_MODES, type PrintSettings } from './print-settings.ts';

/** Size of what stands in the margin of a sheet. */
export const LABEL_PT = 6.5;
/** The baseline above the cards' colour; crop marks begin above it. */
const UP_MM = 2.2;
/** From the left edge of the column. */
const RIGHT_MM = 3;

/** How far the baseline of a part is above the lower edge of its page, in points: below it hang the tails of letters. */
export const LABEL_BASELINE_PT = 2;
const FIGURES = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
type Figure = (typeof FIGURES)[number];

/** What kind of page a label is of; a sheet to be folded has no sides. */
type LabelledPage = Side | 'fold';
type SidesMode = PrintSettings['sides'];

/**
 * A part of a label: what stands before and after the number of the sheet, a figure of that number, a gap, or how to
 * print. The browser, which has no font to write labels in, puts them together of these.
 */
export type LabelPiece = `${LabelledPage} ${'before' | 'after'}` | `figure ${Figure}` | 'gap' | `how ${SidesMode}`;

const PAGES: readonly LabelledPage[] = ['front', 'back', 'fold'];

/** Every part, in the order in which a file of them keeps them, one a page. */
export const LABEL_PIECES: readonly LabelPiece[] = [
  ...PAGES.flatMap((page): LabelPiece[] => [`${page} before`, `${page} after`]),
  ...FIGURES.map((figure): LabelPiece => `figure ${figure}`),
  'gap',
  ...SIDES_MODES.map((sides): LabelPiece => `how ${sides}`),
];

/** A label in the margin: its parts, and where it begins; millimetres from the paper's top left corner. */
interface SheetLabel {
  pieces: LabelPiece[];
  xMm: number;
  baselineMm: number;
}

/** Which page of the deck this is: “Front desk · sheet 1 · front”. */
export function pageLabel({ side, sheet }: Pick<SheetPage, 'side' | 'sheet'>, sides: SidesMode): LabelPiece[] {
  const page: LabelledPage = sides === 'fold-over' ? 'fold' : side;
  const figures = Array.from(String(sheet), (figure): LabelPiece => `figure ${figure as Figure}`);
  return [`${page} before`, ...figures, `${page} after`];
}

/** The margin above the cards says which page this is and, above the next column where there is one, how to print. */
export function sheetLabels(page: SheetPage, sides: SidesMode): SheetLabel[] {
  const [first = 0, second] = page.grid.columnsMm.map((xMm) => xMm + RIGHT_MM);
  const baselineMm = page.grid.topMm - UP_MM - (page.places[0]?.bleedMm.top ?? 0);
  const which = pageLabel(page, sides);
  const how: LabelPiece = `how ${sides}`;
  if (second === undefined) return [{ pieces: [...which, 'gap', how], xMm: first, baselineMm }];
  return [
    { pieces: which, xMm: first, baselineMm },
    { pieces: [how], xMm: second, baselineMm },
  ];
}
