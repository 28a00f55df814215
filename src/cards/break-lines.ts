import type { Lang } from '../model/localized.ts';
import type { TextMeasurer, Weight } from './measure-text.ts';

/** How a stretch of text is coloured: full ink, soft ink, or one of the theme's two accents. */
export type Tone = 'ink' | 'soft' | 'accent' | 'strong';

/** A stretch of text in one style. */
export interface Span {
  text: string;
  weight: Weight;
  tone: Tone;
  /** Space in front of it when it does not begin a line, in em; as the text itself has it when left out. */
  leadEm?: number;
}

/** A stretch of a broken line, ready to be placed; `xPt` counts from the line's start. */
export interface Piece {
  text: string;
  weight: Weight;
  tone: Tone;
  xPt: number;
  widthPt: number;
}

/** A broken line. */
export interface Line {
  pieces: Piece[];
  widthPt: number;
  /** How badly it is parted from the line before: 0 after a pause or between English words, 2 within a Chinese word. */
  strain: number;
}

/** Styled text cut at every place where a line may end, measured; to be broken in any size. */
export interface PreparedText {
  lang: Lang;
  tokens: readonly Token[];
}

interface Token {
  text: string;
  weight: Weight;
  tone: Tone;
  widthEm: number;
  /** Space to the token before it, when both stand on one line. */
  beforeEm: number;
  /** What that space is: nothing, a typed space, or a gap that only the eye sees. */
  joint: 'none' | 'space' | 'gap';
  mayBreakBefore: boolean;
  /** Whether a break here would tear a Chinese word in two: allowed, but not liked. */
  insideWord: boolean;
}

/** How a text is to be broken. */
export interface Breaking {
  sizePt: number;
  /** The room on the line with this index, in points. */
  widthOfLine: (index: number) => number;
  /**
   * Whether any word longer than a line is cut. Otherwise only words too long for any card are; others stand out, and
   * the size is too large for them.
   */
  cutWords: boolean;
}

/** No card is wide enough for a word of so many letters in type worth reading. */
const ENDLESS = 24;
/** A last line narrower than this looks like a leftover, in em. */
const LEFTOVER_EM: Record<Lang, number> = { zh: 2.2, en: 2.6 };
/** How bad a break in the middle of a Chinese phrase is, and one within a word, counted in lines. */
const STRAIN = { phrase: 0.6, word: 2 };
/** What a strained break costs beside uneven lines. */
const STRAIN_COST = 0.5;
/** From so many lines on, lines are filled one after another: how the last of them looks no longer matters. */
const TOO_MANY_LINES = 12;
/** Space between Chinese and Latin, in em: wide enough to see, too narrow for a reader program to take for a space. */
const MIXED_GAP_EM = 0.09;

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60]/u;
const CJK_OR_SHARED_MARK = new RegExp(`${CJK.source}|[“”‘’…—·]`, 'u');
const CLOSING = /^[\p{Pe}\p{Pf}，。、：；！？…—·,.:;!?%％）」』》〉]/u;
const OPENING = /[\p{Ps}\p{Pi}（「『《〈]$/u;
const HANGING = /^[“‘（「『《〈【]/u;
/** 大不大, 有没有: one word to the ear, whatever a segmenter makes of it. */
const A_NOT_A = /^[不没]$/u;
const DANGLING = /^[…—–]/u;
const PAUSE_END = /[，。、：；！？,.:;!?]$/u;
const HAN_END = /\p{Script=Han}$/u;
const HAN_START = /^\p{Script=Han}/u;
const LATIN_END = /[\p{Script=Latin}\p{Nd}]$/u;
const LATIN_START = /^[\p{Script=Latin}\p{Nd}]/u;

const SEGMENTERS: Record<Lang, Intl.Segmenter> = {
  zh: new Intl.Segmenter('zh', { granularity: 'word' }),
  en: new Intl.Segmenter('en', { granularity: 'word' }),
};

/**
 * Cuts styled text into the pieces that lines are made of. Chinese may be broken between any two characters, but never
 * before a closing or after an opening mark; Latin at spaces and after hyphens.
 */
export function prepareText(spans: readonly Span[], lang: Lang, { measure }: TextMeasurer): PreparedText {
  const isChinese = lang === 'zh' ? CJK_OR_SHARED_MARK : CJK;
  const tokens: Token[] = [];
  for (const { text: spanText, weight, tone, leadEm } of spans) {
    const wordStarts = new Set([...SEGMENTERS[lang].segment(spanText)].map(({ index }) => index));
    let offset = 0;
    let ownLeadEm = leadEm;
    let afterSpace = false;
    for (const text of wordsOf(spanText, isChinese)) {
      const insideWord = !wordStarts.has(offset);
      offset += text.length;
      if (text.trim() === '') {
        afterSpace = true;
        continue;
      }
      const before = tokens.at(-1)?.text;
      const joint = ownLeadEm !== undefined ? 'gap' : afterSpace ? 'space' : jointOf(before, text);
      const spaceEm = joint === 'space' ? measure(' ', 1, weight) : joint === 'gap' ? MIXED_GAP_EM : 0;
      tokens.push({
        text,
        weight,
        tone,
        widthEm: measure(text, 1, weight),
        beforeEm: ownLeadEm ?? spaceEm,
        joint,
        insideWord,
        mayBreakBefore:
          ownLeadEm !== undefined || (joint === 'space' ? !DANGLING.test(text) : mayBreak(before, text, isChinese)),
      });
      ownLeadEm = undefined;
      afterSpace = false;
    }
  }
  return { lang, tokens: tokens.map((token, index) => keptWhole(token, index, tokens)) };
}

/** How wide a text is on one line, in em. */
export function lengthEm({ tokens }: PreparedText): number {
  return tokens.reduce((sum, { widthEm, beforeEm }, index) => sum + widthEm + (index === 0 ? 0 : beforeEm), 0);
}

/**
 * Breaks a text into the fewest lines that hold it, then, among the breakings with that many lines, takes the one that
 * looks best: lines of like length, breaks after a pause, no word torn, no lone character at the end.
 */
export function breakLines({ lang, tokens: whole }: PreparedText, breaking: Breaking, measurer: TextMeasurer): Line[] {
  const { sizePt, widthOfLine } = breaking;
  const tokens = cutLongWords(whole, breaking, measurer);
  if (tokens.length === 0) return [];
  const between = widthsOf(tokens, sizePt);
  const filled = filledLines(tokens, between, widthOfLine);
  const isPlain = filled.length === 1 || filled.length > TOO_MANY_LINES;
  const ends = isPlain ? filled : bestBreaks(tokens, between, filled.length, breaking, lang);
  return ends.map((end, index) => {
    const start = ends[index - 1] ?? 0;
    return toLine(tokens.slice(start, end), strainOf(tokens[start - 1], tokens[start], lang), sizePt, lang);
  });
}

/** Chinese character by character, runs of …… and —— whole; Latin in words, cut after hyphens and slashes. */
function wordsOf(text: string, isChinese: RegExp): string[] {
  const words: string[] = [];
  for (const character of text) {
    const last = words.at(-1);
    if (last !== undefined && joins(last, character, isChinese)) words[words.length - 1] = last + character;
    else words.push(character);
  }
  return words;
}

function joins(word: string, next: string, isChinese: RegExp): boolean {
  const space = /\s/u.test(next);
  if (/^\s/u.test(word) || space) return space && /^\s/u.test(word);
  if (isChinese.test(next)) return /[…—]/u.test(next) && word.endsWith(next);
  return !isChinese.test(word) && !/[-/]$/u.test(word);
}

function jointOf(before: string | undefined, after: string): Token['joint'] {
  if (before === undefined) return 'none';
  const mixed = (HAN_END.test(before) && LATIN_START.test(after)) || (LATIN_END.test(before) && HAN_START.test(after));
  return mixed ? 'gap' : 'none';
}

function mayBreak(before: string | undefined, after: string, isChinese: RegExp): boolean {
  if (before === undefined || CLOSING.test(after) || OPENING.test(before)) return false;
  return isChinese.test(before.slice(-1)) || isChinese.test(after) || /[-/]$/u.test(before);
}

/** No break around the 不 of 大不大. */
function keptWhole(token: Token, index: number, tokens: readonly Token[]): Token {
  const isMiddle = (at: number): boolean =>
    A_NOT_A.test(tokens[at]?.text ?? '') && at > 0 && tokens[at - 1]?.text === tokens[at + 1]?.text;
  return isMiddle(index) || isMiddle(index - 1) ? { ...token, mayBreakBefore: false } : token;
}

function cutLongWords(
  tokens: readonly Token[],
  { sizePt, widthOfLine, cutWords }: Breaking,
  { measure }: TextMeasurer,
): readonly Token[] {
  const roomEm = Math.min(widthOfLine(0), widthOfLine(1)) / sizePt;
  return tokens.flatMap((token) => {
    if (token.widthEm <= roomEm || (!cutWords && token.text.length < ENDLESS)) return [token];
    const parts = [''];
    for (const character of token.text) {
      const grown = (parts.at(-1) ?? '') + character;
      if (parts.at(-1) !== '' && measure(grown, 1, token.weight) > roomEm) parts.push(character);
      else parts[parts.length - 1] = grown;
    }
    return parts.map((text, index): Token => {
      const widthEm = measure(text, 1, token.weight);
      if (index === 0) return { ...token, text, widthEm };
      return { ...token, text, widthEm, beforeEm: 0, joint: 'none', mayBreakBefore: true, insideWord: true };
    });
  });
}

/** Width of the tokens from one index up to another on one line. */
type WidthBetween = (start: number, end: number) => number;

function widthsOf(tokens: readonly Token[], sizePt: number): WidthBetween {
  const upTo = [0];
  for (const { widthEm, beforeEm } of tokens) upTo.push((upTo.at(-1) ?? 0) + beforeEm + widthEm);
  return (start, end) => ((upTo[end] ?? 0) - (upTo[start] ?? 0) - (tokens[start]?.beforeEm ?? 0)) * sizePt;
}

/** Where lines end that each take in as much as they hold. */
function filledLines(tokens: readonly Token[], between: WidthBetween, roomOf: (index: number) => number): number[] {
  const ends: number[] = [];
  let start = 0;
  for (let end = 1; end <= tokens.length; end += 1) {
    if (between(start, end) <= roomOf(ends.length)) continue;
    let next = end - 1;
    while (next > start && !tokens[next]?.mayBreakBefore) next -= 1;
    // What may nowhere be broken stands out over the edge; the fit then refuses the size.
    if (next === start) continue;
    start = next;
    end = next;
    ends.push(next);
  }
  return [...ends, tokens.length];
}

function bestBreaks(
  tokens: readonly Token[],
  between: WidthBetween,
  lines: number,
  { sizePt, widthOfLine: roomOf }: Breaking,
  lang: Lang,
): number[] {
  let open = new Map([[0, { cost: 0, ends: [] as number[] }]]);
  for (let index = 0; index < lines; index += 1) {
    const isLast = index === lines - 1;
    const next: typeof open = new Map();
    for (const [start, { cost, ends }] of open) {
      for (let end = isLast ? tokens.length : start + 1; end <= tokens.length; end += 1) {
        if (!isLast && !tokens[end]?.mayBreakBefore) continue;
        const widthPt = between(start, end);
        const total =
          cost +
          lineCost(widthPt, roomOf(index), isLast, LEFTOVER_EM[lang] * sizePt) +
          breakCost(tokens[end - 1], tokens[end], lang);
        if (total < (next.get(end)?.cost ?? Infinity)) next.set(end, { cost: total, ends: [...ends, end] });
        // Longer lines from here only stand out further.
        if (widthPt > roomOf(index)) break;
      }
    }
    open = next;
  }
  return open.get(tokens.length)?.ends ?? [tokens.length];
}

function lineCost(widthPt: number, roomPt: number, isLast: boolean, leftoverPt: number): number {
  if (widthPt > roomPt) return 1000 + (widthPt - roomPt);
  const slack = 1 - widthPt / roomPt;
  if (isLast) return (slack > 0.6 ? (slack - 0.6) * 2 : 0) + (widthPt < leftoverPt ? 0.4 : 0);
  return slack * slack * 2;
}

function breakCost(before: Token | undefined, after: Token | undefined, lang: Lang): number {
  if (!before || !after) return 0;
  return (PAUSE_END.test(before.text) ? -0.2 : 0) + strainOf(before, after, lang) * STRAIN_COST;
}

function strainOf(before: Token | undefined, after: Token | undefined, lang: Lang): number {
  if (!before || !after || lang !== 'zh' || PAUSE_END.test(before.text)) return 0;
  return after.insideWord ? STRAIN.word : STRAIN.phrase;
}

function toLine(tokens: readonly Token[], strain: number, sizePt: number, lang: Lang): Line {
  const pieces: Piece[] = [];
  // The left half of a full-width opening mark is blank; it hangs out, so that the text's edge stays straight.
  let endPt = lang === 'zh' && HANGING.test(tokens[0]?.text ?? '') ? -0.5 * sizePt : 0;
  for (const [index, { text, weight, tone, joint, beforeEm, widthEm }] of tokens.entries()) {
    const startPt = endPt + (index === 0 ? 0 : beforeEm * sizePt);
    endPt = startPt + widthEm * sizePt;
    const last = pieces.at(-1);
    if (last && joint !== 'gap' && last.weight === weight && last.tone === tone) {
      last.text += (joint === 'space' ? ' ' : '') + text;
      last.widthPt = endPt - last.xPt;
    } else {
      pieces.push({ text, weight, tone, xPt: startPt, widthPt: endPt - startPt });
    }
  }
  return { pieces, widthPt: endPt, strain };
}
