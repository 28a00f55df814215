import type { PrintSizeId } from './card-size.ts';
import type { PaperId } from './paper.ts';

/**
 * How a sheet becomes two-sided: turned like a page on its long edge, on its short one, or, for printers that cannot
 * turn it, front and back side by side to be folded; or not at all.
 */
export const SIDES_MODES = ['long-edge', 'short-edge', 'fold-over', 'fronts-only'] as const;
type SidesMode = (typeof SIDES_MODES)[number];

/** How far backs are moved to meet their fronts on a printer that is off; millimetres right and down on the back. */
interface Offset {
  xMm: number;
  yMm: number;
}

/** How cards are printed, as a reader or a command says it. */
export interface PrintSettings {
  size: PrintSizeId;
  paper: PaperId;
  sides: SidesMode;
  /** How far the colour runs on beyond the cut; 0 for none. */
  bleedMm: number;
  backOffset: Offset;
}

/** What is printed when nothing is said. */
export const USUAL_PRINT: PrintSettings = {
  size: 'badge',
  paper: 'a4',
  sides: 'long-edge',
  bleedMm: 0,
  backOffset: { xMm: 0, yMm: 0 },
};

/** The ways in which the site offers each deck ready-made, the usual one first. */
export const READY_MADE: readonly PrintSettings[] = [
  USUAL_PRINT,
  { ...USUAL_PRINT, sides: 'fold-over' },
  { ...USUAL_PRINT, paper: 'letter' },
];
