/** Width in pixels of a text set in the house font at a size and weight. */
export type MeasureText = (text: string, fontSizePx: number, weight: number) => number;

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;
/** May not begin a line. */
const CLOSING = /^[，。、；：？！）》」』】〕”’…—·％,.;:?!)\]}%]/u;
/** May not end a line. */
const OPENING = /[（《「『【〔“‘([{]$/u;
const AFTER_PUNCTUATION = /[，。、；：？！）》」』】”…—,.;:?!)]$/u;

const GRAPHEMES = new Intl.Segmenter('zh', { granularity: 'grapheme' });
const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });

/** What a break costs beside the raggedness of the lines. */
const COST_INSIDE_WORD = 6;
const COST_BEFORE_PARTICLE = 3;
const COST_BETWEEN_WORDS = 2.2;
const COST_AT_SPACE = 0.6;

const COST_WEIGHT = 4;
/** A line of a single character looks forgotten. */
const COST_LONE_CHARACTER = 8;
/** Words that lean on the one before them. */
const PARTICLE = /^[的了吗呢吧啊呀着过们得地么]$/u;

interface Piece {
  text: string;
  /** A space stands between this piece and the one before it. */
  spaced: boolean;
  /** What it costs to begin a line with this piece. */
  breakCost: number;
}

/** Whether a text is written in Chinese characters, at least in part. */
export function hasChinese(text: string): boolean {
  return CJK.test(text);
}

/**
 * Breaks a text into the fewest lines no wider than `maxWidthPx`, as even as can be: Chinese anywhere but before closing
 * and after opening punctuation, at best after punctuation and never inside a word if another break will do; other
 * scripts at spaces. A line feed in the text always breaks. A word wider than the width is broken where it must be.
 */
export function wrapText(
  text: string,
  { maxWidthPx, fontSizePx, weight }: { maxWidthPx: number; fontSizePx: number; weight: number },
  measure: MeasureText,
): string[] {
  const widthOf = (line: string) => measure(line, fontSizePx, weight);
  return text
    .split('\n')
    .flatMap((paragraph) =>
      wrapParagraph(piecesOf(paragraph.trim(), maxWidthPx, widthOf), maxWidthPx, fontSizePx, widthOf),
    );
}

/** Width of the widest part of a text that cannot be broken at a space or between Chinese characters. */
export function widestWord(
  text: string,
  { fontSizePx, weight }: { fontSizePx: number; weight: number },
  measure: MeasureText,
): number {
  const widthOf = (line: string) => measure(line, fontSizePx, weight);
  const words = text.split('\n').flatMap((paragraph) => piecesOf(paragraph.trim(), Infinity, widthOf));
  return Math.max(0, ...words.map((piece) => widthOf(piece.text)));
}

function piecesOf(text: string, maxWidthPx: number, widthOf: (line: string) => number): Piece[] {
  const wordStarts = startsOfWords(text);
  const pieces: Piece[] = [];
  let spaced = false;
  for (const { segment, index } of GRAPHEMES.segment(text)) {
    if (/^\s+$/u.test(segment)) {
      spaced = true;
      continue;
    }
    const previous = pieces.at(-1);
    const glued =
      previous &&
      !spaced &&
      (CLOSING.test(segment) || OPENING.test(previous.text) || !(CJK.test(segment) || CJK.test(previous.text)));
    if (glued && !(widthOf(previous.text + segment) > maxWidthPx)) {
      previous.text += segment;
      continue;
    }
    pieces.push({
      text: segment,
      spaced,
      breakCost: breakCost(previous, segment, { spaced, startsWord: wordStarts.has(index), forced: Boolean(glued) }),
    });
    spaced = false;
  }
  return pieces;
}

function breakCost(
  previous: Piece | undefined,
  segment: string,
  { spaced, startsWord, forced }: { spaced: boolean; startsWord: boolean; forced: boolean },
): number {
  if (forced) return COST_INSIDE_WORD;
  if (previous && AFTER_PUNCTUATION.test(previous.text)) return 0;
  if (spaced) return COST_AT_SPACE;
  if (previous && /\d$/.test(previous.text) && CJK.test(segment)) return COST_INSIDE_WORD;
  if (PARTICLE.test(segment)) return COST_BEFORE_PARTICLE;
  return startsWord ? COST_BETWEEN_WORDS : COST_INSIDE_WORD;
}

function startsOfWords(text: string): Set<number> {
  return new Set([...WORDS.segment(text)].map(({ index }) => index));
}

function isLone(line: string): boolean {
  return [...line].filter((character) => CJK.test(character) && !CLOSING.test(character)).length === 1;
}

/** Fewest lines first, then least cost: raggedness squared, in ems, plus what each break costs. */
function wrapParagraph(
  pieces: Piece[],
  maxWidthPx: number,
  fontSizePx: number,
  widthOf: (line: string) => number,
): string[] {
  const lineOf = (from: number, to: number) =>
    pieces
      .slice(from, to)
      .map((piece, index) => (piece.spaced && index > 0 ? ` ${piece.text}` : piece.text))
      .join('');
  if (pieces.length === 0) return [];
  const best: { lines: number; cost: number; from: number }[] = [{ lines: 0, cost: 0, from: 0 }];
  for (let to = 1; to <= pieces.length; to += 1) {
    for (let from = to - 1; from >= 0; from -= 1) {
      const line = lineOf(from, to);
      const width = widthOf(line);
      if (width > maxWidthPx && from < to - 1) break;
      const before = best[from];
      if (!before) continue;
      const slack = Math.max(0, maxWidthPx - width) / fontSizePx;
      const candidate = {
        lines: before.lines + 1,
        cost:
          before.cost +
          slack ** 2 +
          (from > 0 ? (pieces[from]?.breakCost ?? 0) * COST_WEIGHT : 0) +
          (isLone(line) ? COST_LONE_CHARACTER : 0),
        from,
      };
      const known = best[to];
      if (!known || candidate.lines < known.lines || (candidate.lines === known.lines && candidate.cost < known.cost)) {
        best[to] = candidate;
      }
    }
  }
  const lines: string[] = [];
  for (let to = pieces.length; to > 0;) {
    const from = best[to]?.from ?? 0;
    lines.unshift(lineOf(from, to));
    to = from;
  }
  return lines;
}
