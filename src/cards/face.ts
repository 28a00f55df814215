import type { CardFaceSpec } from '../model/card.ts';
import type { Hue } from '../model/hue.ts';
import type { Lang } from '../model/localized.ts';

/** The two sides of a card, in reading order. */
export const SIDES = ['front', 'back'] as const;
export type Side = (typeof SIDES)[number];

/** The sign in front of an item; drawn, never typed, so that it needs no glyph. */
export type Mark = 'do' | 'dont' | 'tick' | 'dot';

/** One statement on a face. */
export interface FaceItem {
  /** Id of the fact; `definition` or `term` for a concept's own. */
  id: string;
  text: string;
  /** A name said in front of the text, such as a type's; left out where the text stands alone. */
  lead?: string;
  mark?: Mark;
  /** Set in bold: the better of a pair, a term. */
  strong?: boolean;
}

/** Statements that belong together, under one number or letter where they have one. */
export interface FaceGroup {
  /** A number or a letter, hung in front of the group. */
  label?: string;
  items: FaceItem[];
}

/**
 * What a block says on a face: `steps` numbered, `do-dont` groups of ✓ and ✗, `pairs` of ✗ and ✓, `ticks` boxes to
 * tick, `list` plain.
 */
export interface FaceBody {
  layout: 'steps' | 'do-dont' | 'pairs' | 'ticks' | 'list';
  groups: FaceGroup[];
}

/** The small print: where the card belongs and which print this is. */
interface FaceFoot {
  theme: string;
  number: number;
  /** Which print this is: the four letters and figures that the card's page compares. */
  version: string;
  /** The month of the last review, `2026-11`. */
  reviewed: string;
  /** The card's address without scheme, short enough to type; stands with the QR code. */
  address?: string;
}

/** All that one side of a card says, before layout. Two equal contents are drawn alike, byte for byte. */
export interface FaceContent {
  lang: Lang;
  title: string;
  body: FaceBody;
  /** Left out where the other side, on the same picture, says it. */
  foot?: FaceFoot;
  /** The address that the QR code holds; only on fronts, and only when the site has an address. */
  qr?: string;
  hue: Hue;
}

/** The faces that a kind of block can show, by name; the first is the one shown when a card names none. */
export type CardFaces<B> = Readonly<Record<string, (block: B, spec: CardFaceSpec, lang: Lang) => FaceBody>>;

/** What each mark is in words; drawn marks carry it for those who listen or copy. */
export const SIGNS: Record<Mark, string> = { do: '✓', dont: '✗', tick: '☐', dot: '·' };

/** The words of a face in reading order, one line a statement, number and mark in front: `1 ✓ Use their name`. */
export function faceTexts(title: string, body: FaceBody): string[] {
  const lines = body.groups.flatMap(({ label, items }) =>
    items.map((item, index) =>
      [index === 0 ? label : undefined, item.mark && SIGNS[item.mark], item.lead, item.text]
        .filter((part) => part !== undefined && part !== '')
        .join(' '),
    ),
  );
  return [title, ...lines];
}

/** The words that are printed on a face in reading order, one line a statement, without the drawn marks. */
export function faceWords({ title, body }: Pick<FaceContent, 'title' | 'body'>): string[] {
  const lines = body.groups.flatMap(({ label, items }) =>
    items.map(({ lead, text }, index) =>
      [index === 0 ? label : undefined, lead, text].filter((part) => part !== undefined && part !== '').join(' '),
    ),
  );
  return [title, ...lines];
}
