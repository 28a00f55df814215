/** The two weights that cards are set in. */
export type Weight = 400 | 700;

/** What the layout must know of a font. Passed in, so that tests can say “every glyph is half an em”. */
export interface TextMeasurer {
  /** Width of `text` on one line. */
  measure: (text: string, fontSizePt: number, weight: Weight) => number;
  /** Whether the font can draw the character. */
  hasGlyph: (character: string) => boolean;
}
