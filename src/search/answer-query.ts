import type { Lang } from '../model/localized.ts';
import type { IntentIndex, PassageKind, PassagePlace } from './intent-index.ts';
import { alikeWords, isEveryday, questionSpans, speaksOfCustomers, unifyWords } from './language-words.ts';
import { normaliseQuery } from './normalise-text.ts';
import { ALIKE_MARK } from './post-terms.ts';
import { INITIALS_MARK, SYLLABLE_MARK } from './spelling-terms.ts';
import { cutSyllables, type HanTable } from './han-table.ts';
import { termsOf, unitsOf, type Term, type Unit } from './text-units.ts';

/** How much a passage says of what its topic is about. */
const KIND_WEIGHT: Record<PassageKind, number> = {
  title: 1,
  alias: 1.03,
  ask: 0.86,
  term: 0.96,
  foreign: 0.94,
  phrase: 0.9,
  section: 0.85,
  wording: 0.4,
};
/** A term of question words, or across their edge, beside one of the matter itself. */
const ASIDE = 0.15;
const ALIKE = 1.1;
/** A single character of a Chinese query: 骂 is in 挨骂 and 骂人, which share no pair. */
const CHARACTER = 0.55;
const STARTED = 0.65;
const MISTYPED = 0.6;
/** For a pair of characters that stands nowhere and sounds like one that does: a slip of the input method. */
const SOUNDS_LIKE = 0.5;
/** What a topic's passages say together, beside its best one. */
const TOGETHER = 1.3;
/** How many passages of a topic have to say the same to say it half as loud as any number could. */
const SATED = 2;
/** Below 1, so that one rare term does not drown all others. */
const RARITY = 0.62;
/** How much of a passage's score hangs on how much of the passage was asked for. */
const WHOLE = 0.26;
/** For a passage that is all that was asked about. */
const SAME = 0.28;
/** For a name that was asked for to the letter: nothing else is meant. */
const CALLED: Partial<Record<PassageKind, number>> = { title: 4, alias: 3.6, term: 1 };
/** So much of a name or an ask has to stand in a query for the query to speak of it. */
const NAMED = 0.6;
const NAMES: ReadonlySet<PassageKind> = new Set(['title', 'alias', 'ask', 'term', 'foreign', 'phrase']);
const MOST_STARTED = 40;
const LONGEST_INITIALS = 8;

/** A topic that answers, and how it was found. */
interface RankedTopic {
  topic: number;
  /** About 1 for a query that is one of its names. */
  score: number;
  /** How much of what was asked about is found in one of its passages, 0 to 1. */
  covered: number;
  /** The same in one passage, rare terms counting more, and unknown ones most. */
  weighed: number;
  /** True when most of one of its names or asks stands in the query. */
  isNamed: boolean;
  /** The passage that says it best. */
  passage: PassagePlace;
}

/** Something to look up in the index: any of `terms`, standing for units of the query. */
interface Probe {
  /** A passage matches with the best of these that it has. */
  terms: readonly { text: string; weight: number }[];
  /** Passages that have all of these are none that match. */
  except?: readonly string[];
  from: number;
  to: number;
  weight: number;
  /** True for a term that the query has twice: it finds no more of a passage the second time. */
  isAgain?: boolean;
  /** True for another word in place of the one that was typed. */
  isAlike?: true;
  /** True for what says too little to have found anything by itself. */
  isFaint?: true;
}

/** A query made ready for an index: its units, which of them matter, and what to look up. */
interface PreparedQuery {
  units: Unit[];
  matters: boolean[];
  probes: Probe[];
  /** True when it speaks of customers, by whatever word for them. */
  isOfCustomers: boolean;
  /** True when it speaks of an everyday matter that is none of this site's. */
  isEveryday: boolean;
}

/** Makes `query` ready for the index of `lang`. */
function prepareQuery(query: string, index: IntentIndex, lang: Lang, han?: HanTable): PreparedQuery {
  const text = unifyWords(normaliseQuery(query, han?.simplified), lang);
  const units = unitsOf(text);
  const starts = placesIn(text, units);
  const aside = units.map(() => false);
  for (const [from, to] of questionSpans(text, lang)) {
    units.forEach((_, at) => {
      const start = starts[at] ?? 0;
      if (start >= from && start < to) aside[at] = true;
    });
  }
  const matters = aside.every(Boolean) ? units.map(() => true) : aside.map((is) => !is);
  const weightOf = ({ from, to }: Term) => (matters.slice(from, to).every(Boolean) ? 1 : ASIDE);
  const isTyping = !/\s$/.test(query);
  const seen = new Set<string>();
  const probes = termsOf(units).flatMap((term): Probe[] => {
    const isAgain = seen.has(term.text);
    seen.add(term.text);
    const known = index.passagesOf(term.text).length > 0;
    const unit = units[term.from];
    const terms: { text: string; weight: number }[] = [{ text: term.text, weight: 1 }];
    const isLast = term.to === units.length && isTyping;
    if (unit && !unit.isHan && isLast && unit.text.length > 1) {
      const more = [unit.text, term.text].flatMap((start) => index.termsFrom(start, MOST_STARTED).filter(isWritten));
      terms.push(...more.map((text) => ({ text, weight: known ? STARTED / 2 : STARTED })));
    } else if (unit?.isHan && term.to - term.from === 1) {
      terms.push(...index.termsFrom(term.text, MOST_STARTED).map((text) => ({ text, weight: STARTED })));
    }
    if (han && unit?.isHan && term.to - term.from === 2 && !isSaid(term.text, index)) {
      const [one = [], two = []] = Array.from(term.text, han.soundsOf);
      terms.push(
        ...one.flatMap((before) =>
          two.map((after) => ({ text: `${before}${SYLLABLE_MARK}${after}`, weight: SOUNDS_LIKE })),
        ),
      );
    }
    if (!known && terms.length === 1 && unit && !unit.isHan && term.text.length >= 4 && /^[a-z]+$/.test(term.text)) {
      const edits = term.text.length >= 7 ? 2 : 1;
      terms.push(
        ...index
          .termsNear(term.text, edits)
          .filter(isWritten)
          .map((text) => ({ text, weight: MISTYPED })),
      );
    }
    return [{ terms, from: term.from, to: term.to, weight: weightOf(term), isAgain }];
  });
  for (const [character, at] of new Map(units.map((unit, at) => [unit.isHan && matters[at] ? unit.text : '', at]))) {
    if (character === '') continue;
    probes.push({ terms: [{ text: character, weight: 1 }], from: at, to: at + 1, weight: CHARACTER, isFaint: true });
  }
  for (const { from, to, sets } of alikeWords(text, lang)) {
    const first = starts.findIndex((start) => start >= from);
    const last = starts.filter((start) => start < to).length;
    const terms = sets.map((number) => ({ text: `${ALIKE_MARK}${number}`, weight: 1 }));
    const except = termsOf(unitsOf(text.slice(from, to))).map((term) => term.text);
    probes.push({ terms, except, from: first, to: last, weight: ALIKE, isAlike: true });
  }
  const isOfCustomers = speaksOfCustomers(text, lang);
  return { units, matters, probes, isOfCustomers, isEveryday: isEveryday(text, lang) };
}

/** True for a term that stands in more than what people may type. */
function isSaid(term: string, index: IntentIndex): boolean {
  return index.passagesOf(term).some((passage) => index.places[passage]?.kind !== 'wording');
}

/** False for a term that stands for how something sounds, or for a set of words. */
function isWritten(term: string): boolean {
  return !term.includes(SYLLABLE_MARK) && !term.startsWith(INITIALS_MARK) && !term.startsWith(ALIKE_MARK);
}

function placesIn(text: string, units: readonly Unit[]): number[] {
  let at = 0;
  return units.map((unit) => {
    const found = text.indexOf(unit.text, at);
    at = found + unit.text.length;
    return found;
  });
}

/**
 * What `query` sounds like, made ready: pinyin or initials typed in Latin letters, Chinese taken for its sound, or both
 * in a row as an input method leaves them. Undefined when it is neither.
 */
function prepareSounds(query: string, index: IntentIndex, han: HanTable): PreparedQuery | undefined {
  const units = unitsOf(normaliseQuery(query, han.simplified));
  const letters = units.map(({ text, isHan }) => (isHan ? '' : text)).join('');
  if (units.length === 0 || /[^a-z]/.test(letters)) return undefined;
  const started = (text: string, weight: number) =>
    index.termsFrom(text, MOST_STARTED).map((term) => ({ text: term, weight }));
  const sounds: (readonly string[])[] = [];
  let isBegun = false;
  for (const [at, { text, isHan }] of units.entries()) {
    const cut = isHan ? undefined : cutSyllables(text, han.syllables, at === units.length - 1);
    if (isHan) sounds.push(han.soundsOf(text));
    else if (cut) sounds.push(...cut.syllables.map((syllable) => [syllable]));
    else if (units.length > 1) return undefined;
    isBegun = cut?.isBegun ?? false;
  }
  const probes: Probe[] = [];
  if (sounds.length < 2 && letters !== '') {
    if (letters.length < 2 || letters.length > LONGEST_INITIALS) return undefined;
    const initials = `${INITIALS_MARK}${letters}`;
    const lone = `${letters}${SYLLABLE_MARK}`;
    const terms = [{ text: initials, weight: 1 }, ...started(initials, STARTED)];
    if (sounds.length === 1) terms.push({ text: lone, weight: 1 }, ...started(lone, STARTED));
    probes.push({ terms, from: 0, to: 1, weight: 1 });
    return { units, matters: [true], probes, isOfCustomers: false, isEveryday: false };
  }
  for (let at = 1; at < sounds.length; at += 1) {
    const pairs = (sounds[at - 1] ?? []).flatMap((one) =>
      (sounds[at] ?? []).map((two) => `${one}${SYLLABLE_MARK}${two}`),
    );
    const isLast = at === sounds.length - 1;
    const terms = pairs.flatMap((text) => (isBegun && isLast ? started(text, 1) : [{ text, weight: 1 }]));
    probes.push({ terms, from: at - 1, to: at + 1, weight: 1 });
  }
  return { units, matters: sounds.map(() => true), probes, isOfCustomers: false, isEveryday: false };
}

/** All that the probes of a query find; a passage that none of them finds has nothing in any list. */
interface Matches {
  /** The passages that were found. */
  passages: number[];
  /** For each passage the rarity of what was found, in all. */
  scores: Float64Array;
  /** For each passage how many probes found something. */
  hits: Float64Array;
  /** For each passage the units of the query that it has: `unitWords` numbers of 32 bits, a bit a unit. */
  units: Int32Array;
  unitWords: number;
  /** For each topic what its passages say together. */
  topics: Float64Array;
  /** What a passage with everything would score. */
  most: number;
}

function matchProbes(probes: readonly Probe[], index: IntentIndex): Matches {
  const count = index.size;
  const passages: number[] = [];
  const scores = new Float64Array(index.places.length);
  const hits = new Float64Array(index.places.length);
  const unitWords = Math.ceil(Math.max(1, ...probes.map(({ to }) => to)) / 32);
  const units = new Int32Array(index.places.length * unitWords);
  const topics = new Float64Array(count);
  // What one probe finds; all nought between one and the next.
  const matches = new Float64Array(index.places.length);
  const strengths = new Float64Array(count);
  let most = 0;
  for (const { terms, except, from, to, weight, isAlike, isAgain, isFaint } of probes) {
    const found: number[] = [];
    for (const term of terms) {
      for (const passage of index.passagesOf(term.text)) {
        const known = matches[passage] ?? 0;
        if (known === 0) found.push(passage);
        if (term.weight > known) matches[passage] = term.weight;
      }
    }
    for (const passage of except ? passagesWithAll(except, index) : []) matches[passage] = 0;
    const spoken: number[] = [];
    for (const passage of found) {
      const place = index.places[passage];
      const match = matches[passage] ?? 0;
      if (!place || match === 0) continue;
      const strength = strengths[place.topic] ?? 0;
      if (strength === 0) spoken.push(place.topic);
      strengths[place.topic] = strength + match * KIND_WEIGHT[place.kind];
    }
    const rarity = weight * Math.log(1 + (count - spoken.length + 0.5) / (spoken.length + 0.5)) ** RARITY;
    if (!isAlike && !isFaint) most += rarity;
    const hit = isAgain || isFaint ? 0 : isAlike ? 0.5 : 1;
    for (const passage of found) {
      const match = matches[passage] ?? 0;
      matches[passage] = 0;
      if (match === 0) continue;
      const score = scores[passage] ?? 0;
      if (score === 0) passages.push(passage);
      scores[passage] = score + rarity * match;
      hits[passage] = (hits[passage] ?? 0) + hit;
      for (let unit = isFaint ? to : from; unit < to; unit += 1) {
        const word = passage * unitWords + (unit >> 5);
        units[word] = (units[word] ?? 0) | (1 << (unit & 31));
      }
    }
    for (const topic of spoken) {
      const strength = strengths[topic] ?? 0;
      strengths[topic] = 0;
      topics[topic] = (topics[topic] ?? 0) + (rarity * strength) / (strength + SATED);
    }
  }
  return { passages, scores, hits, units, unitWords, topics, most: Math.max(most, 1e-9) };
}

/** How many of the units in `wanted` a passage has. */
function unitsFound(wanted: readonly number[], passage: number, { units, unitWords }: Matches): number {
  let count = 0;
  for (const unit of wanted) count += ((units[passage * unitWords + (unit >> 5)] ?? 0) >> (unit & 31)) & 1;
  return count;
}

function passagesWithAll(terms: readonly string[], index: IntentIndex): readonly number[] {
  const [first = [], ...others] = terms.map((term) => index.passagesOf(term));
  return first.filter((passage) => others.every((list) => list.includes(passage)));
}

/** The numbers of the units that `matters` says matter. */
function unitsThatMatter(matters: readonly boolean[]): number[] {
  return matters.flatMap((does, unit) => (does ? [unit] : []));
}

/** The topics that have any of what was asked, best first. */
function rankTopics({ matters, probes }: PreparedQuery, index: IntentIndex): RankedTopic[] {
  const matches = matchProbes(probes, index);
  const { most } = matches;
  const all = matters.map((_, unit) => unit);
  const wanted = unitsThatMatter(matters);
  const ranked = new Map<number, RankedTopic>();
  for (const passage of matches.passages) {
    const place = index.places[passage];
    if (!place) continue;
    const hits = matches.hits[passage] ?? 0;
    const weighed = (matches.scores[passage] ?? 0) / most;
    const share = Math.min(1, hits / place.length);
    const covered = unitsFound(wanted, passage, matches) / Math.max(1, wanted.length);
    const isNamed = share >= NAMED && NAMES.has(place.kind) && hits > 0.9;
    const same = share === 1 && covered === 1 ? SAME : 0;
    const isCalled = share === 1 && unitsFound(all, passage, matches) === all.length;
    const called = isCalled ? (CALLED[place.kind] ?? 0) : 0;
    const score = weighed * KIND_WEIGHT[place.kind] * (1 - WHOLE + WHOLE * share + same) + called;
    const known = ranked.get(place.topic);
    if (!known) {
      ranked.set(place.topic, { topic: place.topic, score, covered, weighed, isNamed, passage: place });
      continue;
    }
    known.covered = Math.max(covered, known.covered);
    known.isNamed ||= isNamed;
    if (score > known.score) Object.assign(known, { score, weighed, passage: place });
  }
  for (const entry of ranked.values()) entry.score += (TOGETHER * (matches.topics[entry.topic] ?? 0)) / most;
  return [...ranked.values()].sort((a, b) => b.score - a.score || a.topic - b.topic);
}

/** The indexes that an answer is looked for in, and the table of characters once it is there. */
export interface SearchSources {
  lang: Lang;
  indexes: Partial<Record<Lang, IntentIndex>>;
  han: HanTable | undefined;
}

/** A topic that was found, and the language of the index that it was found in. */
export interface FoundTopic extends RankedTopic {
  lang: Lang;
}

/** What can be told at once: the better phrase for one that must not be said, or what a house term means. */
interface DirectAnswer {
  kind: 'phrase' | 'term';
  topic: number;
  /** Which of the topic's passages of this kind was asked for. */
  nth: number;
}

/** What was found for a query: hits that answer it, or else the closest topics, which may not. */
export interface QueryAnswer {
  direct: DirectAnswer | undefined;
  hits: FoundTopic[];
  closest: FoundTopic[];
  /** Which of the sources that were not there would have been asked. */
  wants: { lang?: Lang; han?: true };
}

/** How much speaks for or against a query being of this subject, each from 0 to about 1. */
interface Evidence {
  /** The share of what matters in it that one passage has. */
  covered: number;
  /** The same by rarity. */
  weighed: number;
  /** How much of it is a name that it has. */
  named: number;
  /** The share of it that is words with others like them. */
  alike: number;
  /** Whether it is of customers. */
  customers: number;
  /** The share of it that other subjects are asked for by. */
  elsewhere: number;
  /** Whether it has a word of everyday matters that are none of this site's. */
  everyday: number;
  /** How well the best topic answers it. */
  score: number;
  /** How long it is: something of anything long is found. */
  length: number;
}
/** A logistic regression over judged queries and such of other subjects. */
const EVIDENCE: Record<Lang, Evidence> = {
  zh: {
    covered: 0.27,
    weighed: 0,
    named: 0.15,
    alike: 0,
    customers: 0.4,
    elsewhere: -0.35,
    everyday: -0.6,
    score: 0.75,
    length: 0.85,
  },
  en: {
    covered: 0.17,
    weighed: 0.23,
    named: 0.36,
    alike: 0.2,
    customers: 0.37,
    elsewhere: -0.32,
    everyday: -0.5,
    score: 0.67,
    length: 1.37,
  },
};
/** From so much evidence a query is taken for one of this subject: to find nothing of it is the worse mistake. */
const IS_MEANT = 0.8;
/** A better score says no more of the subject, and more units no more of the length. */
const MOST_EVIDENCE = { score: 1.5, units: 10 };
/** A score from which nothing else is tried. */
const GOOD = 0.35;
const FOREIGN = 0.9;
const CLOSEST = 5;
const SHOWN = 10;
/** Below this share of the best score a topic is no answer beside it. */
const BESIDE = 0.3;
/** So many topics are told however far they are behind the first. */
const ALWAYS = 3;
/** A score that only a name asked for to the letter has. */
const CALLED_SCORE = 4;
/** How much of a query a phrase has to have, and of the phrase the query. */
const PHRASE = { ofQuery: 0.7, ofPhrase: 0.2 };
/** Of which less was typed, a phrase is no answer beside a topic that answers by so much better. */
const BEGUN = { ofBest: 0.6, ofPhrase: 0.8 };

/** Answers `query` from the sources that are there. */
export function answerQuery(query: string, { lang, indexes, han }: SearchSources): QueryAnswer {
  const wants: QueryAnswer['wants'] = {};
  const found = new Map<number, FoundTopic>();
  const own = indexes[lang];
  const chinese = indexes.zh;
  const other: Lang = lang === 'zh' ? 'en' : 'zh';
  const units = unitsOf(normaliseQuery(query, han?.simplified));
  if (!own || units.length === 0) return { direct: undefined, hits: [], closest: [], wants };
  // Whether the query is of this subject at all; what then answers it best is a matter of rank.
  const subject = { isMeant: false };
  const join = (ranked: RankedTopic[], source: Lang, factor: number, isMeant: boolean) => {
    subject.isMeant ||= isMeant;
    for (const entry of ranked) {
      const known = found.get(entry.topic);
      const score = entry.score * factor;
      if (!known || known.score < score) found.set(entry.topic, { ...entry, score, lang: source });
    }
  };
  const joinWords = (index: IntentIndex, source: Lang, factor: number) => {
    const words = prepareQuery(query, index, source, han);
    const ranked = rankTopics(words, index);
    join(ranked, source, factor, isOfSubject(words, ranked, index, source));
    return words;
  };
  const joinSounds = (least: number, factor: number) => {
    // Whether the words are found has to be known before it is asked what they sound like.
    if (own.isLacking() || (chinese?.isLacking() ?? false)) return;
    if (!han) wants.han = true;
    const sounds = han && chinese && prepareSounds(query, chinese, han);
    if (!sounds) return;
    const ranked = rankTopics(sounds, chinese).filter(({ covered }) => covered >= least);
    join(ranked, 'zh', factor, ranked.length > 0);
  };
  const isAnswered = () => subject.isMeant && [...found.values()].some(({ score }) => score > GOOD);

  const hasHan = units.some(({ isHan }) => isHan);
  const hasLatin = units.some(({ isHan }) => !isHan);
  const prepared = joinWords(own, lang, 1);
  if (lang === 'zh' && !hasHan) joinSounds(1, 1);
  if (lang === 'zh' ? !hasHan : hasHan) {
    const index = indexes[other];
    if (!index) wants.lang = other;
    else joinWords(index, other, FOREIGN);
  }
  if (hasHan && !han && !isAnswered()) wants.han = true;
  if (hasHan && !isAnswered()) joinSounds(hasLatin ? 0.5 : 0.7, FOREIGN);
  if (lang === 'en' && !hasHan && !isAnswered()) {
    if (!chinese) wants.lang = 'zh';
    joinSounds(1, FOREIGN);
  }
  const ranked = [...found.values()].sort((a, b) => b.score - a.score || a.topic - b.topic);
  const direct = directPhrase(prepared, own, ranked);
  const enough = direct || subject.isMeant ? ranked : [];
  const least = Math.min(enough[0]?.score ?? 0, 1) * BESIDE;
  const first = enough.find(({ topic }) => topic === direct?.topic);
  const others = enough.filter((entry, rank) => entry !== first && (entry.score >= least || rank < ALWAYS));
  const hits = (first ? [first, ...others] : others).slice(0, SHOWN);
  const closest = hits.length > 0 ? [] : ranked.slice(0, CLOSEST);
  return { direct: direct ?? directTerm(hits[0], lang, units.length), hits, closest, wants };
}

/** Tells whether a query is of this subject: a sentence of another has words that stand nowhere here. */
function isOfSubject(
  { matters, probes, isOfCustomers, isEveryday }: PreparedQuery,
  ranked: readonly RankedTopic[],
  index: IntentIndex,
  lang: Lang,
): boolean {
  const wanted = unitsThatMatter(matters);
  const shareOfAll = (of: readonly Probe[]) =>
    wanted.filter((unit) => of.some(({ from, to }) => from <= unit && unit < to)).length / Math.max(1, wanted.length);
  const most = (shares: readonly number[], limit = 1) => Math.min(limit, Math.max(0, ...shares));
  const typed = probes.filter(({ isAlike, isFaint }) => !isAlike && !isFaint);
  const evidence: Evidence = {
    covered: most(ranked.map(({ covered }) => covered)),
    weighed: most(ranked.map(({ weighed }) => weighed)),
    named: most(ranked.map(({ isNamed, weighed }) => (isNamed ? weighed : 0))),
    alike: shareOfAll(probes.filter(({ isAlike }) => isAlike)),
    customers: isOfCustomers ? 1 : 0,
    elsewhere: shareOfAll(typed.filter(({ terms }) => index.isElsewhere?.(terms[0]?.text ?? ''))),
    everyday: isEveryday ? 1 : 0,
    score: most(
      ranked.map(({ score }) => score),
      MOST_EVIDENCE.score,
    ),
    length: most([matters.filter(Boolean).length / MOST_EVIDENCE.units]),
  };
  const kinds = Object.keys(evidence) as (keyof Evidence)[];
  return kinds.reduce((sum, kind) => sum + EVIDENCE[lang][kind] * evidence[kind], 0) >= IS_MEANT;
}

/** The phrase that `query` is or begins, when it is one that must not be said. */
function directPhrase(
  { units, probes }: PreparedQuery,
  index: IntentIndex,
  ranked: readonly FoundTopic[],
): DirectAnswer | undefined {
  if (units.length < 2) return undefined;
  const called = (ranked[0]?.score ?? 0) > CALLED_SCORE ? ranked[0]?.topic : undefined;
  const plain = probes.flatMap((probe) => (probe.isAlike || probe.isFaint ? [] : [{ ...probe, weight: 1 }]));
  const matches = matchProbes(plain, index);
  const all = units.map((_, unit) => unit);
  const best = ranked[0]?.score ?? 0;
  const scores = new Map(ranked.map(({ topic, score }) => [topic, score / Math.max(best, 1e-9)]));
  let answer: (DirectAnswer & { score: number }) | undefined;
  for (const passage of matches.passages) {
    const place = index.places[passage];
    if (place?.kind !== 'phrase' || (called !== undefined && place.topic !== called)) continue;
    const ofPhrase = Math.min(1, (matches.hits[passage] ?? 0) / place.length);
    const weighed = (matches.scores[passage] ?? 0) / matches.most;
    const ofQuery = Math.min(unitsFound(all, passage, matches) / all.length, weighed * 1.15);
    if (ofQuery < PHRASE.ofQuery || ofPhrase < PHRASE.ofPhrase) continue;
    const beside = scores.get(place.topic) ?? 0;
    if (beside < BEGUN.ofBest && ofPhrase < BEGUN.ofPhrase) continue;
    const rank = ofQuery + 0.4 * ofPhrase + 0.6 * beside;
    if (!answer || rank > answer.score) {
      answer = { kind: 'phrase', topic: place.topic, nth: place.nth, score: rank };
    }
  }
  return answer && { kind: answer.kind, topic: answer.topic, nth: answer.nth };
}

/** The house term that the best hit was found by, when it was asked for to the letter. */
function directTerm(hit: FoundTopic | undefined, lang: Lang, length: number): DirectAnswer | undefined {
  const isAsked = hit?.passage.kind === 'term' && hit.covered === 1 && hit.passage.length <= length;
  return isAsked && hit.lang === lang ? { kind: 'term', topic: hit.topic, nth: hit.passage.nth } : undefined;
}
