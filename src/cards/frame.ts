import type { Line, Piece } from './break-lines.ts';
import { PT_PER_MM, type CardSize } from './card-size.ts';
import type { Mark } from './face.ts';

/** A rectangle on the face; points, from the top left corner of the trimmed card. */
export interface Box {
  xPt: number;
  yPt: number;
  widthPt: number;
  heightPt: number;
}

/** Something the layout has put in its place; points, from the top left corner of the trimmed card. */
export type Placed =
  | { kind: 'text'; xPt: number; baselinePt: number; sizePt: number; piece: Piece }
  | { kind: 'mark'; mark: Mark; xPt: number; baselinePt: number; sizePt: number }
  | { kind: 'rule'; xPt: number; yPt: number; widthPt: number };

/** Between title and body, in points. */
export const TITLE_GAP_PT = 5;

/** White around a QR code, in modules: four that it needs, and one so that nothing looks squeezed. */
const QUIET_MODULES = 5;

/** The part of a card that may be written on; points, from the top left corner of the trimmed card. */
export interface Frame {
  leftPt: number;
  rightPt: number;
  qr?: Box;
  /** Right end of the room for a line whose top is at `topPt`: lines keep clear of the QR code. */
  rightAt: (topPt: number) => number;
}

/** What title and foot leave to the body. */
export interface BodyArea extends Frame {
  topPt: number;
  bottomPt: number;
}

/** The room inside a card's insets, clear of a QR code of so many modules in the top right corner. */
export function frameOf(size: CardSize, qrModules: number | undefined): Frame {
  const leftPt = size.insetMm.left * PT_PER_MM;
  const rightPt = (size.widthMm - size.insetMm.right) * PT_PER_MM;
  if (qrModules === undefined) return { leftPt, rightPt, rightAt: () => rightPt };
  const modulePt = size.qrModuleMm * PT_PER_MM;
  const sidePt = qrModules * modulePt;
  const qr = { xPt: rightPt - sidePt, yPt: size.insetMm.top * PT_PER_MM, widthPt: sidePt, heightPt: sidePt };
  const clearRightPt = qr.xPt - QUIET_MODULES * modulePt;
  const clearBelowPt = qr.yPt + sidePt + QUIET_MODULES * modulePt;
  return { leftPt, rightPt, qr, rightAt: (topPt) => (topPt < clearBelowPt ? clearRightPt : rightPt) };
}

/** A broken line in its place. */
export function placeLine(line: Line, xPt: number, baselinePt: number, sizePt: number): Placed[] {
  return line.pieces.map((piece) => ({ kind: 'text', xPt: xPt + piece.xPt, baselinePt, sizePt, piece }));
}
