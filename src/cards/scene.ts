import type { Lang } from '../model/localized.ts';
import type { Weight } from './measure-text.ts';

/** Something drawn. Points from the top left corner of the trimmed card, y downwards; colours are `#rrggbb`. */
export type Shape =
  | { kind: 'rect'; xPt: number; yPt: number; widthPt: number; heightPt: number; fill: string }
  /** A path of absolute `M`, `L`, `C` and `Z` in units of `scalePt` points; `says` is the sign that it draws. */
  | {
      kind: 'stroke';
      d: string;
      xPt: number;
      yPt: number;
      scalePt: number;
      width: number;
      stroke: string;
      says?: string;
    }
  /** Filled rectangles `[x, y, width, height]` in units of `scalePt` points, drawn as one path. */
  | {
      kind: 'modules';
      xPt: number;
      yPt: number;
      scalePt: number;
      rects: [number, number, number, number][];
      fill: string;
    }
  | {
      kind: 'text';
      xPt: number;
      baselinePt: number;
      /** Width in the face's own fonts; another font is fitted to it. */
      widthPt: number;
      sizePt: number;
      weight: Weight;
      fill: string;
      text: string;
    };

/** A face ready to be drawn, by whatever draws it: text as text, in reading order. */
export interface Scene {
  lang: Lang;
  title: string;
  widthMm: number;
  heightMm: number;
  cornerMm: number;
  shapes: Shape[];
}
