import type { Lang } from '../model/localized.ts';

/** Points in a millimetre. */
export const PT_PER_MM = 72 / 25.4;

/** From tight to airy: the layout takes as much air as the face has room for. */
interface Range {
  least: number;
  most: number;
}

/** How far lines and statements may stand apart. */
interface Air {
  /** Line height as a multiple of the size. */
  leading: Record<Lang, Range>;
  /** Space between statements, in em. */
  gapEm: Range;
  /** The least of it once a statement runs over several lines, so that one can tell where the next begins. */
  wrappedGapEm: number;
  /** The least of it where a hairline stands in it. */
  ruledGapEm: number;
  /** How well type of one size reads in this air, 1 at best. */
  ease: number;
}

/** One step of the body's type. */
export interface BodyTier extends Air {
  sizePt: number;
}

/** One step of the title's type. */
export interface TitleTier {
  sizePt: number;
  lines: number;
}

/** A format of card: its measures and the type it is set in, from the largest tier to the smallest. */
export interface CardSize {
  id: 'badge';
  widthMm: number;
  heightMm: number;
  cornerMm: number;
  /** Width of the stripe in the theme's hue along the left edge. */
  stripeMm: number;
  insetMm: { left: number; right: number; top: number; bottom: number };
  /** Side of one QR module; below 0.42 mm a 150 dpi scan can no longer read it. */
  qrModuleMm: number;
  title: readonly TitleTier[];
  body: readonly BodyTier[];
  /** Sizes of the foot; the last one is the smallest that may be printed in that language. */
  footPt: Record<Lang, readonly number[]>;
}

const roomy: Air = {
  leading: { zh: { least: 1.3, most: 1.62 }, en: { least: 1.22, most: 1.45 } },
  gapEm: { least: 0.07, most: 1.3 },
  wrappedGapEm: 0.3,
  ruledGapEm: 0.4,
  ease: 1,
};
const close: Air = {
  leading: { zh: { least: 1.26, most: 1.5 }, en: { least: 1.18, most: 1.45 } },
  gapEm: { least: 0.06, most: 1.3 },
  wrappedGapEm: 0.24,
  ruledGapEm: 0.34,
  ease: 1,
};
const tight: Air = {
  leading: { zh: { least: 1.12, most: 1.3 }, en: { least: 1.08, most: 1.2 } },
  gapEm: { least: 0.04, most: 0.16 },
  wrappedGapEm: 0.12,
  ruledGapEm: 0.22,
  ease: 0.85,
};

/** CR80, the size of a staff badge or a bank card. */
export const BADGE: CardSize = {
  id: 'badge',
  widthMm: 85.6,
  heightMm: 54,
  cornerMm: 2.6,
  stripeMm: 2.6,
  insetMm: { left: 6.6, right: 4, top: 3.9, bottom: 3 },
  qrModuleMm: 0.44,
  title: [
    ...[15.5, 15, 14, 13, 12].map((sizePt) => ({ sizePt, lines: 1 })),
    ...[13, 12, 11].map((sizePt) => ({ sizePt, lines: 2 })),
  ],
  body: [
    ...[24, 22, 20, 18, 16.5, 15, 14.5, 14, 13.5, 13, 12.5, 12, 11.5, 11, 10.5, 10].map((sizePt) => ({
      sizePt,
      ...roomy,
    })),
    ...[9.75, 9.5, 9.25, 9, 8.75, 8.5].map((sizePt) => ({ sizePt, ...close })),
    { sizePt: 8.5, ...tight },
  ],
  footPt: { zh: [7, 6.5], en: [7, 6.5, 6] },
};
