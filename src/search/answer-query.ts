import type { Lang } from '../model/localized.ts';
import type { IntentIndex, PassageKind } from './intent-index.ts';
import { alikeWords, questionSpans, unifyWords } from './language-words.ts';
import { normaliseText } from './normalise-text.ts';
import { INITIALS_MARK, SYLLABLE_MARK } from './spelling-terms.ts';
import { cutSyllables, type HanTable } from './han-table.ts';
import { termsOf, unitsOf, type Term, type Unit } from './text-units.ts';

/** How much a passage says of what its topic is about. */
const KIND_WEIGHT: Record<PassageKind, number> = {
  title: 1,
  alias: 0.98,
  ask: 0.92,
  term: 0.96,
  phrase: 0.9,
  section: 0.85,
  fact: 0.7,
};
/** A term of question words, or across their edge, beside one of the matter itself. */
const ASIDE = 0.12;
const ALIKE = 0.55;
const STARTED = 0.65;
const MISTYPED = 0.6;
const SOUNDED = 0.7;
/** What a topic's passages say together, beside its best one. */
const TOGETHER = 0.5;
/** How much of a passage's score hangs on how much of the passage was asked for. */
const WHOLE = 0.35;
const MOST_STARTED = 40;

/** A topic that answers, and how it was found. */
export interface RankedTopic {
  topic: number;
  /** About 1 for a query that is one of its names. */
  score: number;
  /** How much of what was asked about is found in one of its passages, and in all of them, 0 to 1. */
  covered: number;
  coveredInAll: number;
  /** The passage that says it best. */
  passage: number;
}

/** Something to look up in the index: any of `terms`, standing for units of the query. */
interface Probe {
  terms: readonly { text: string; weight: number }[];
  from: number;
  to: number;
  weight: number;
}

/** A query made ready for an index: its units, which of them matter, and what to look up. */
export interface PreparedQuery {
  units: Unit[];
  matters: boolean[];
  probes: Probe[];
}

/** Makes `query` ready for the index of `lang`. */
export function prepareQuery(query: string, index: IntentIndex, lang: Lang, han?: HanTable): PreparedQuery {
  const text = unifyWords(normaliseText(query, han?.simplified), lang);
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
  const probes = termsOf(units).flatMap((term): Probe[] => {
    const known = index.passagesOf(term.text).length > 0;
    const unit = units[term.from];
    const terms = [{ text: term.text, weight: 1 }];
    const isLast = term.to === units.length && isTyping;
    if (unit && !unit.isHan && isLast && unit.text.length > 1) {
      const more = [unit.text, term.text].flatMap((start) => index.termsFrom(start, MOST_STARTED));
      terms.push(...more.map((text) => ({ text, weight: known ? STARTED / 2 : STARTED })));
    } else if (unit?.isHan && term.to - term.from === 1) {
      terms.push(...index.termsFrom(term.text, MOST_STARTED).map((text) => ({ text, weight: STARTED })));
    }
    if (!known && terms.length === 1 && unit && !unit.isHan && term.text.length >= 4 && /^[a-z]+$/.test(term.text)) {
      const edits = term.text.length >= 7 ? 2 : 1;
      terms.push(...index.termsNear(term.text, edits).map((text) => ({ text, weight: MISTYPED })));
    }
    return [{ terms, from: term.from, to: term.to, weight: weightOf(term) }];
  });
  for (const { from, to, words } of alikeWords(text, lang)) {
    const first = starts.findIndex((start) => start >= from);
    const last = starts.filter((start) => start < to).length;
    for (const word of words) {
      for (const term of termsOf(unitsOf(unifyWords(word, lang)))) {
        probes.push({ terms: [{ text: term.text, weight: 1 }], from: first, to: last, weight: ALIKE });
      }
    }
  }
  return { units, matters, probes };
}

function placesIn(text: string, units: readonly Unit[]): number[] {
  let at = 0;
  return units.map((unit) => {
    const found = text.indexOf(unit.text, at);
    at = found + unit.text.length;
    return found;
  });
}

/** What `query` sounds like, made ready: pinyin or initials typed in Latin letters, or Chinese taken for its sound. */
export function prepareSounds(query: string, index: IntentIndex, han: HanTable): PreparedQuery | undefined {
  const units = unitsOf(normaliseText(query, han.simplified));
  if (units.length === 0) return undefined;
  if (units.every(({ isHan }) => isHan)) {
    const probes = units.slice(1).map((unit, at): Probe => {
      const first = han.soundsOf(units[at]?.text ?? '');
      const second = han.soundsOf(unit.text);
      const pairs = first.flatMap((one) => second.map((two) => `${one}${SYLLABLE_MARK}${two}`));
      return { terms: pairs.map((text) => ({ text, weight: SOUNDED })), from: at, to: at + 2, weight: 1 };
    });
    return { units, matters: units.map(() => true), probes };
  }
  if (!units.every(({ text }) => /^[a-z]+$/.test(text))) return undefined;
  const typed = units.map(({ text }) => text).join('');
  const whole = (text: string, weight: number): Probe => ({
    terms: [{ text, weight }, ...index.termsFrom(text, MOST_STARTED).map((term) => ({ text: term, weight: weight * 0.8 }))],
    from: 0,
    to: 1,
    weight: 1,
  });
  const cut = cutSyllables(units.map(({ text }) => text), han.syllables);
  if (!cut) {
    if (units.length > 1 || typed.length < 2 || typed.length > 8) return undefined;
    return { units, matters: [true], probes: [whole(`${INITIALS_MARK}${typed}`, 1)] };
  }
  const { syllables, started } = cut;
  const sounds = syllables.map((text): Unit => ({ text, isHan: false, isJoined: true }));
  const probes = syllables.slice(1).map((syllable, at): Probe => {
    const text = `${syllables[at] ?? ''}${SYLLABLE_MARK}${syllable}`;
    const isStarted = started && at + 2 === syllables.length;
    const terms = isStarted ? index.termsFrom(text, MOST_STARTED) : [text];
    return { terms: terms.map((term) => ({ text: term, weight: 1 })), from: at, to: at + 2, weight: 1 };
  });
  if (syllables.length === 1) probes.push(whole(`${typed}${SYLLABLE_MARK}`, 0.9));
  return { units: sounds, matters: sounds.map(() => true), probes };
}

/** The topics that have any of what was asked, best first. */
export function rankTopics({ matters, probes }: PreparedQuery, index: IntentIndex): RankedTopic[] {
  const scores = new Map<number, { score: number; hits: number; units: Set<number> }>();
  const together = new Map<number, { score: number; units: Set<number> }>();
  const count = index.topics.length;
  let most = 0;
  for (const { terms, from, to, weight } of probes) {
    const found = new Map<number, number>();
    for (const term of terms) {
      for (const passage of index.passagesOf(term.text)) {
        found.set(passage, Math.max(found.get(passage) ?? 0, term.weight));
      }
    }
    const best = new Map<number, number>();
    for (const [passage, match] of found) {
      const place = index.places[passage];
      if (!place) continue;
      const strength = match * KIND_WEIGHT[place.kind];
      best.set(place.topic, (best.get(place.topic) ?? 0) + strength);
    }
    const rarity = Math.log(1 + (count - best.size + 0.5) / (best.size + 0.5));
    if (weight !== ALIKE || found.size > 0) most += weight === ALIKE ? 0 : weight * rarity;
    for (const [passage, match] of found) {
      let entry = scores.get(passage);
      if (!entry) scores.set(passage, (entry = { score: 0, hits: 0, units: new Set() }));
      entry.score += weight * rarity * match;
      entry.hits += weight === ALIKE ? 0.5 : 1;
      for (let unit = from; unit < to; unit += 1) entry.units.add(unit);
    }
    for (const [topic, strength] of best) {
      let entry = together.get(topic);
      if (!entry) together.set(topic, (entry = { score: 0, units: new Set() }));
      entry.score += weight * rarity * (strength / (strength + 1.2));
      for (let unit = from; unit < to; unit += 1) entry.units.add(unit);
    }
  }
  const wanted = matters.flatMap((does, unit) => (does ? [unit] : []));
  const share = (units: Set<number>) => wanted.filter((unit) => units.has(unit)).length / Math.max(1, wanted.length);
  const ranked = new Map<number, RankedTopic>();
  for (const [passage, { score, hits, units }] of scores) {
    const place = index.places[passage];
    if (!place) continue;
    const whole = 1 - WHOLE + WHOLE * Math.min(1, hits / place.length);
    const own = (score * KIND_WEIGHT[place.kind] * whole) / Math.max(most, 1e-9);
    const known = ranked.get(place.topic);
    const covered = share(units);
    if (!known || own > known.score) {
      ranked.set(place.topic, {
        topic: place.topic,
        score: own,
        covered: Math.max(covered, known?.covered ?? 0),
        coveredInAll: 0,
        passage,
      });
    } else if (covered > known.covered) known.covered = covered;
  }
  for (const [topic, { score, units }] of together) {
    const entry = ranked.get(topic);
    if (!entry) continue;
    entry.score += (TOGETHER * score) / Math.max(most, 1e-9);
    entry.coveredInAll = share(units);
  }
  return [...ranked.values()].sort((a, b) => b.score - a.score || a.topic - b.topic);
}

/** The indexes that an answer is looked for in, and the table of characters once it is there. */
export interface SearchSources {
  lang: Lang;
  indexes: Partial<Record<Lang, IntentIndex>>;
  han: HanTable | undefined;
}

/** What was found for a query: hits that answer it, or else the closest topics, which may not. */
export interface QueryAnswer {
  hits: (RankedTopic & { lang: Lang })[];
  closest: (RankedTopic & { lang: Lang })[];
  /** Which of the sources that were not there would have been asked. */
  wants: { lang?: Lang; han?: true };
}

/** So much of what was asked about has to be found in one passage, or in all passages of a topic. */
const ENOUGH = { inOne: 0.5, inAll: 0.75 };
const FOREIGN = 0.9;
const CLOSEST = 5;
const SHOWN = 10;
/** Below this share of the best score a topic is no answer beside it. */
const BESIDE = 0.3;

/** Answers `query` from the sources that are there. */
export function answerQuery(query: string, { lang, indexes, han }: SearchSources): QueryAnswer {
  const wants: QueryAnswer['wants'] = {};
  const found = new Map<number, RankedTopic & { lang: Lang }>();
  const own = indexes[lang];
  const other: Lang = lang === 'zh' ? 'en' : 'zh';
  const units = unitsOf(normaliseText(query, han?.simplified));
  if (!own || units.length === 0) return { hits: [], closest: [], wants };
  const join = (ranked: RankedTopic[], source: Lang, factor: number) => {
    for (const entry of ranked) {
      const known = found.get(entry.topic);
      const score = entry.score * factor;
      if (!known || known.score < score) found.set(entry.topic, { ...entry, score, lang: source });
    }
  };
  const isEnough = ({ covered, coveredInAll }: RankedTopic) =>
    covered >= ENOUGH.inOne || coveredInAll >= ENOUGH.inAll;
  const answers = () => [...found.values()].some((entry) => isEnough(entry) && entry.score > 0.35);

  join(rankTopics(prepareQuery(query, own, lang, han), own), lang, 1);
  const hasHan = units.some(({ isHan }) => isHan);
  const isForeign = lang === 'zh' ? !hasHan : hasHan;
  const chinese = indexes.zh;
  if (lang === 'zh' || hasHan || !answers()) {
    if (!han) wants.han = true;
    else if (!hasHan && chinese) {
      const sounds = prepareSounds(query, chinese, han);
      if (sounds) join(rankTopics(sounds, chinese).filter(({ covered }) => covered > 0.99), 'zh', 1);
    }
  }
  if (isForeign || !answers()) {
    const index = indexes[other];
    if (!index) wants.lang = other;
    else join(rankTopics(prepareQuery(query, index, other, han), index), other, FOREIGN);
  }
  if (hasHan && han && chinese && !answers()) {
    const sounds = prepareSounds(query, chinese, han);
    if (sounds) join(rankTopics(sounds, chinese).filter(({ covered }) => covered > 0.7), 'zh', 0.9);
  }
  const ranked = [...found.values()].sort((a, b) => b.score - a.score || a.topic - b.topic);
  const hits = ranked.filter(isEnough);
  const least = (hits[0]?.score ?? 0) * BESIDE;
  return {
    hits: hits.filter(({ score }) => score >= least).slice(0, SHOWN),
    closest: hits.length > 0 ? [] : ranked.slice(0, CLOSEST),
    wants,
  };
}
