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

/** The formats that are printed, and the picture that is kept on a phone. */
export const PRINT_SIZE_IDS = ['badge', 'business', 'a7'] as const;
export type PrintSizeId = (typeof PRINT_SIZE_IDS)[number];
export type SizeId = PrintSizeId | 'phone';

/** A format of card: its measures and the type it is set in, from the largest tier to the smallest. */
export interface CardSize {
  id: SizeId;
  widthMm: number;
  heightMm: number;
  cornerMm: number;
  /** Width of the stripe in the theme's hue along the left edge. */
  stripeMm: number;
  insetMm: { left: number; right: number; top: number; bottom: number };
  /** Whether statements begin below the QR code, not beside it: upright cards have the room. */
  bodyBelowQr: boolean;
  /** Side of one QR module; below 0.42 mm a 150 dpi scan can no longer read it. */
  qrModuleMm: number;
  title: readonly TitleTier[];
  body: readonly BodyTier[];
  /** Type larger than this no longer reads better; it is only there to fill a face that says little. */
  amplePt: number;
  /** Sizes of the foot; the last one is the smallest that may be printed in that language. */
  footPt: Record<Lang, readonly number[]>;
}

const roomy: Air = {
  leading: { zh: { least: 1.3, most: 1.62 }, en: { least: 1.22, most: 1.45 } },
  gapEm: { least: 0.07, most: 1.8 },
  wrappedGapEm: 0.3,
  ruledGapEm: 0.4,
  ease: 1,
};
const close: Air = {
  leading: { zh: { least: 1.26, most: 1.5 }, en: { least: 1.18, most: 1.45 } },
  gapEm: { least: 0.06, most: 1.6 },
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

/** Steps of body type in points, and the smallest of them, set as close as it can be read. */
function bodyTiers(roomyPt: readonly number[], closePt: readonly number[], smallestPt: number): BodyTier[] {
  return [
    ...roomyPt.map((sizePt) => ({ sizePt, ...roomy })),
    ...closePt.map((sizePt) => ({ sizePt, ...close })),
    { sizePt: smallestPt, ...tight },
  ];
}

function titleTiers(onOneLinePt: readonly number[], onTwoPt: readonly number[]): TitleTier[] {
  return [...onOneLinePt.map((sizePt) => ({ sizePt, lines: 1 })), ...onTwoPt.map((sizePt) => ({ sizePt, lines: 2 }))];
}

const ROOMY_PT = [24, 22, 20, 18, 17, 16.5, 15.5, 15, 14.5, 14, 13.5, 13, 12.5, 12, 11.5, 11, 10.5, 10];
const CLOSE_PT = [9.75, 9.5, 9.25, 9, 8.75, 8.5];

/** CR80, the size of a staff badge or a bank card. */
export const BADGE: CardSize = {
  id: 'badge',
  widthMm: 85.6,
  heightMm: 54,
  cornerMm: 2.6,
  stripeMm: 2.6,
  insetMm: { left: 6.6, right: 4, top: 3.9, bottom: 3 },
  bodyBelowQr: false,
  qrModuleMm: 0.44,
  title: titleTiers([15.5, 15, 14, 13, 12], [13, 12, 11]),
  body: bodyTiers(ROOMY_PT, CLOSE_PT, 8.5),
  amplePt: 15,
  footPt: { zh: [7, 6.5], en: [7, 6.5, 6] },
};

/** A business card of the usual Chinese format. */
const BUSINESS: CardSize = { ...BADGE, id: 'business', widthMm: 90, cornerMm: 0 };

/** A folded breast pocket: upright, for those who want larger type. */
const A7: CardSize = {
  id: 'a7',
  widthMm: 74,
  heightMm: 105,
  cornerMm: 0,
  stripeMm: 3,
  insetMm: { left: 7.4, right: 5, top: 5.5, bottom: 4.2 },
  bodyBelowQr: true,
  qrModuleMm: 0.46,
  title: titleTiers([19, 18, 17, 16, 15, 14], [18, 17, 16, 15, 14, 13]),
  body: bodyTiers([32, 30, 28, 26, ...ROOMY_PT], CLOSE_PT, 8.5),
  amplePt: 18,
  footPt: { zh: [7.5, 7, 6.5], en: [7.5, 7, 6.5, 6] },
};

/** One side of a card on a phone: two of them, one above the other, make a picture as tall as the screen. */
const PHONE: CardSize = {
  id: 'phone',
  widthMm: 84,
  heightMm: (84 * 16) / 9 / 2,
  cornerMm: 0,
  stripeMm: 2.6,
  insetMm: { left: 7.2, right: 4.6, top: 6, bottom: 5 },
  bodyBelowQr: true,
  qrModuleMm: 0.5,
  title: titleTiers([18, 17, 16, 15, 14], [16, 15, 14, 13]),
  body: bodyTiers([26, ...ROOMY_PT], CLOSE_PT, 8.5),
  amplePt: 16,
  footPt: { zh: [7.5, 7], en: [7.5, 7] },
};

/** Every format by its id. */
export const CARD_SIZES: Readonly<Record<SizeId, CardSize>> = {
  badge: BADGE,
  business: BUSINESS,
  a7: A7,
  phone: PHONE,
};
