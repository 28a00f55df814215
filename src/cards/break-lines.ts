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
  /** How badly it is parted from the line before: 0 after a pause, 3 within a word or lead-in. */
  strain: number;
  /** Whether it is one English word, the first or the last of several lines, and no pause sets it apart. */
  isAlone: boolean;
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
  /** What that space is: nothing, a typed space, or a gap that only the eye sees; below 0 where two marks meet. */
  joint: 'none' | 'space' | 'gap';
  mayBreakBefore: boolean;
  /** Whether a break here would tear a word in two, or a short one off what it belongs to: allowed, but not liked. */
  insideWord: boolean;
  /** Whether a break here parts a lead-in from what it leads into, or would fall within one in bold. */
  leadIn?: 'after' | 'within';
  /** How bad a break here is, and what it costs beside uneven lines; below 0 where a line had better end. */
  strain: number;
  cost: number;
}

/** A token before it is known what stands around it. */
type LooseToken = Omit<Token, 'strain' | 'cost'>;

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
/**
 * How bad breaks are, in lines: in the middle of a Chinese phrase; within a word, or a lead-in; after a word that leans
 * on the next or has only begun what follows a pause; and an English word alone on the first or the last line.
 */
const STRAIN = { phrase: 1.2, word: 3, leaning: { zh: 2.2, en: 0.3 }, alone: { first: 0.4, last: 0.6 } };
/** What an English word alone on a line costs beside uneven lines; after a pause it stands there of its own right. */
const ALONE_COST = { first: 0.6, last: 0.8, afterPause: 0.3 };
/** What a break after a lead-in spares, after the end of a sentence or a part of it, and after a comma. */
const SPARED = { leadIn: 0.5, stop: 0.35, comma: 0.2 };
/** A lead-in not in bold is no longer than this, in em. */
const LEAD_IN_EM = 10;
/** What a strained break costs beside uneven lines. */
const STRAIN_COST = 0.5;
/** A break in the middle of a word. */
const TORN = { insideWord: true, strain: STRAIN.word, cost: STRAIN.word * STRAIN_COST };
/** From so many lines on, lines are filled one after another: how the last of them looks no longer matters. */
const TOO_MANY_LINES = 12;
/** Space between Chinese and Latin, in em: wide enough to see, too narrow for a reader program to take for a space. */
const MIXED_GAP_EM = 0.09;
/** The blank half of a full-width mark, taken back where another mark stands on that side. */
const HALF_MARK_EM = 0.5;

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60]/u;
const CJK_OR_SHARED_MARK = new RegExp(`${CJK.source}|[“”‘’…—·]`, 'u');
const CLOSING = /^[\p{Pe}\p{Pf}，。、：；！？…—·,.:;!?%％）」』》〉]/u;
const OPENING = /[\p{Ps}\p{Pi}（「『《〈]$/u;
const HANGING = /^[“‘（「『《〈【]/u;
/** 大不大, 有没有: one word to the ear, whatever a segmenter makes of it. */
const A_NOT_A = /^[不没]$/u;
/** They end what was said before them. */
const PARTICLE = /^[的了着过吗呢吧啊]$/u;
/** Full-width marks whose right half is blank, and whose left half is. */
const BLANK_RIGHT = /[，。、：；！？”’）」』》〉】]$/u;
const BLANK_LEFT = /^[“‘（「『《〈【]/u;
const BLANK_BEFORE = /[“‘（「『《〈【]$/u;
/** No more than one more character up to a pause. */
const SOON_OVER = /^\p{Script=Han}?(?:[，。、：；！？”’）]|$)/u;
const DANGLING = /^[…—–]/u;
const PAUSE_END = /[，。、：；！？）,.:;!?]$/u;
const STOP_END = /[。：；！？）.:;!?]$/u;
const COMMA_END = /[，、,]$/u;
const COLON_END = /[：:]$/u;
/** Words that belong to what follows: a line that ends with one of them leaves it hanging. */
const LEANS_ON: Record<Lang, RegExp> = {
  zh: /^[不没别把被给跟和与或在从向对为让请先再也都就还很太最更又只才哪这那每第几两一]$/u,
  en: /^["“‘(]?(?:an?|the|this|my|your|his|her|its|our|their|i|you|we|they|it|of|to|in|on|at|by|for|from|with|into|and|or|but|as|if|than|is|are|be|do|not|no|one|two|three|four|five|six|seven)$/iu,
};
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
 * before a closing or after an opening mark; Latin at spaces, and after hyphens in words longer than a line.
 */
export function prepareText(spans: readonly Span[], lang: Lang, { measure }: TextMeasurer): PreparedText {
  const isChinese = lang === 'zh' ? CJK_OR_SHARED_MARK : CJK;
  const tokens: LooseToken[] = [];
  for (const { text: spanText, weight, tone, leadEm } of spans) {
    const wordStarts = new Set([...SEGMENTERS[lang].segment(spanText)].map(({ index }) => index));
    let offset = 0;
    let ownLeadEm = leadEm;
    let afterSpace = false;
    for (const text of wordsOf(spanText, isChinese)) {
      const isTorn = !wordStarts.has(offset);
      offset += text.length;
      const insideWord = isTorn || (lang === 'zh' && leansBack(text, spanText.slice(offset)));
      if (text.trim() === '') {
        afterSpace = true;
        continue;
      }
      const last = tokens.at(-1);
      const before = last?.text;
      const gapEm = gapBetween(before, text, lang);
      const joint = ownLeadEm !== undefined ? 'gap' : afterSpace ? 'space' : gapEm === 0 ? 'none' : 'gap';
      const spaceEm = joint === 'space' ? measure(' ', 1, weight) : gapEm;
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
  const placed = tokens.map((token, index) => inLeadIn(keptWhole(token, index, tokens), index, tokens));
  return { lang, tokens: placed.map((token, index) => ({ ...token, ...breakBefore(placed, index, lang) })) };
}

/** How wide a text is on one line, in em. */
export function lengthEm({ tokens }: { tokens: readonly Pick<Token, 'widthEm' | 'beforeEm'>[] }): number {
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
    const alone = aloneness(tokens, start, end, lang);
    const strain = (tokens[start]?.strain ?? 0) + (alone ? STRAIN.alone[alone] : 0);
    return { ...setLine(tokens.slice(start, end), sizePt, lang), strain, isAlone: alone !== undefined };
  });
}

/** Chinese character by character, runs of …… and —— whole; Latin in words, cut after slashes. */
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
  return !isChinese.test(word) && !word.endsWith('/');
}

/** Space that only the eye sees, in em: between Chinese and Latin; less than none between two full-width marks. */
function gapBetween(before: string | undefined, after: string, lang: Lang): number {
  if (before === undefined) return 0;
  const mixed = (HAN_END.test(before) && LATIN_START.test(after)) || (LATIN_END.test(before) && HAN_START.test(after));
  if (mixed) return MIXED_GAP_EM;
  if (lang !== 'zh') return 0;
  const marksMeet =
    (BLANK_RIGHT.test(before) && (BLANK_RIGHT.test(after) || BLANK_LEFT.test(after))) ||
    (BLANK_BEFORE.test(before) && BLANK_LEFT.test(after));
  return marksMeet ? -HALF_MARK_EM : 0;
}

/** Whether a Chinese word belongs to what stands before it: a particle, or no more than two characters to the pause. */
function leansBack(word: string, rest: string): boolean {
  return PARTICLE.test(word) || (HAN_START.test(word) && SOON_OVER.test(rest));
}

function mayBreak(before: string | undefined, after: string, isChinese: RegExp): boolean {
  if (before === undefined || CLOSING.test(after) || OPENING.test(before)) return false;
  return isChinese.test(before.slice(-1)) || isChinese.test(after) || before.endsWith('/');
}

/** No break around the 不 of 大不大. */
function keptWhole(token: LooseToken, index: number, tokens: readonly LooseToken[]): LooseToken {
  const isMiddle = (at: number): boolean =>
    A_NOT_A.test(tokens[at]?.text ?? '') && at > 0 && tokens[at - 1]?.text === tokens[at + 1]?.text;
  return isMiddle(index) || isMiddle(index - 1) ? { ...token, mayBreakBefore: false } : token;
}

/** Notes where a lead-in is, and where it ends: what stands in bold before the rest, or before an early colon. */
function inLeadIn(token: LooseToken, index: number, tokens: readonly LooseToken[]): LooseToken {
  if (index === 0) return token;
  const isBold = tokens[0]?.weight === 700 && tokens.at(-1)?.weight !== 700;
  if (isBold && token.weight === 700) return { ...token, leadIn: 'within' };
  const before = tokens[index - 1];
  const ends = isBold
    ? before?.weight === 700
    : COLON_END.test(before?.text ?? '') && lengthEm({ tokens: tokens.slice(0, index) }) <= LEAD_IN_EM;
  return ends ? { ...token, leadIn: 'after' } : token;
}

/** What it means for a line to end before the token with this index. */
function breakBefore(tokens: readonly LooseToken[], index: number, lang: Lang): Pick<Token, 'strain' | 'cost'> {
  const [before, after] = [tokens[index - 1], tokens[index]];
  if (!before || !after) return { strain: 0, cost: 0 };
  const strain = strainBetween(tokens[index - 2], before, after, lang);
  const pause = STOP_END.test(before.text) ? SPARED.stop : COMMA_END.test(before.text) ? SPARED.comma : 0;
  const spared = pause + (after.leadIn === 'after' ? SPARED.leadIn : 0);
  return { strain, cost: strain * STRAIN_COST - spared };
}

function strainBetween(earlier: LooseToken | undefined, before: LooseToken, after: LooseToken, lang: Lang): number {
  if (PAUSE_END.test(before.text)) return 0;
  if (after.insideWord || after.leadIn === 'within') return STRAIN.word;
  const hasJustBegun = earlier !== undefined && PAUSE_END.test(earlier.text) && !earlier.text.endsWith('、');
  const leans = !before.insideWord && LEANS_ON[lang].test(before.text);
  const hanging = STRAIN.leaning[lang] * (Number(hasJustBegun) + Number(leans));
  return Math.max(lang === 'zh' ? STRAIN.phrase : 0, Math.min(STRAIN.word, hanging));
}

function cutLongWords(
  tokens: readonly Token[],
  { sizePt, widthOfLine, cutWords }: Breaking,
  { measure }: TextMeasurer,
): readonly Token[] {
  const roomEm = Math.min(widthOfLine(0), widthOfLine(1)) / sizePt;
  if (tokens.every(({ widthEm }) => widthEm <= roomEm)) return tokens;
  const inParts = (token: Token, units: readonly string[]): Token[] => {
    if (token.widthEm <= roomEm) return [token];
    const parts = [''];
    for (const unit of units) {
      const grown = (parts.at(-1) ?? '') + unit;
      if (parts.at(-1) !== '' && measure(grown, 1, token.weight) > roomEm) parts.push(unit);
      else parts[parts.length - 1] = grown;
    }
    return parts.map((text, index): Token => {
      const widthEm = measure(text, 1, token.weight);
      if (index === 0) return { ...token, text, widthEm };
      return { ...token, text, widthEm, beforeEm: 0, joint: 'none', mayBreakBefore: true, ...TORN };
    });
  };
  return tokens
    .flatMap((token) => inParts(token, token.text.split(/(?<=-)/u)))
    .flatMap((token) => (cutWords || token.text.length >= ENDLESS ? inParts(token, Array.from(token.text)) : [token]));
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
          aloneCost(tokens, start, end, lang) +
          (tokens[end]?.cost ?? 0);
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

/** Of several lines of English, whether this one is the first or the last and a word alone, not set apart by a lead-in. */
function aloneness(tokens: readonly Token[], start: number, end: number, lang: Lang): 'first' | 'last' | undefined {
  if (lang !== 'en' || (start > 0 && end < tokens.length) || (start === 0 && end === tokens.length)) return undefined;
  for (let index = start + 1; index < end; index += 1) if (tokens[index]?.joint === 'space') return undefined;
  if (start === 0) return PAUSE_END.test(tokens[end - 1]?.text ?? '') ? undefined : 'first';
  return tokens[start]?.leadIn === 'after' ? undefined : 'last';
}

function aloneCost(tokens: readonly Token[], start: number, end: number, lang: Lang): number {
  const alone = aloneness(tokens, start, end, lang);
  if (alone === 'last' && PAUSE_END.test(tokens[start - 1]?.text ?? '')) return ALONE_COST.afterPause;
  return alone ? ALONE_COST[alone] : 0;
}

function setLine(tokens: readonly Token[], sizePt: number, lang: Lang): Pick<Line, 'pieces' | 'widthPt'> {
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
  return { pieces, widthPt: endPt };
}
