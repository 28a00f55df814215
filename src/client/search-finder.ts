import type { Lang } from '../model/localized.ts';
import type { FoundTopic, QueryAnswer } from '../search/answer-query.ts';
import type { TopicAnswers } from '../search/search-files.ts';
import { sectionOf, termNumber, type TopicTexts } from '../search/topic-texts.ts';
import type { PassagePlace } from '../search/intent-index.ts';
import { findFullText, type FullTextHit } from './full-text.ts';
import { SearchFiles } from './search-sources.ts';

/** A hit ready to be shown. */
export interface ShownHit {
  /** `complaints/six-steps` */
  topic: string;
  theme: { title: string; hue: number; chroma: number };
  shown: TopicTexts;
  section: { title: string; anchor: string } | undefined;
  /** From the full text, with `<mark>`; undefined where the topic's description says more. */
  excerpt: string | undefined;
  /** What not to say, and what to say instead. */
  phrase: (TopicAnswers['phrases'][number] & { avoid: string }) | undefined;
  term: TopicAnswers['terms'][number] | undefined;
}

/** What is shown for a query. */
export interface FoundHits {
  hits: ShownHit[];
  closest: ShownHit[];
}

const MOST = 10;

/** Finds hits for queries, by intent first and then in the full text. */
export class SearchFinder {
  readonly #files: SearchFiles;
  readonly #base: string;
  readonly #lang: Lang;

  constructor(base: string, version: string, lang: Lang) {
    this.#files = new SearchFiles(`${base}api/search/${version}/`, lang);
    this.#base = base;
    this.#lang = lang;
  }

  /** Begins to fetch what every query needs. */
  async open(): Promise<void> {
    await this.#files.open();
  }

  /** What the intent index says; rejects when it cannot be had at all. */
  async find(query: string): Promise<FoundHits> {
    const answer = await this.#files.answer(query);
    return this.#shown(answer, []);
  }

  /** The same with what the full text adds; the intent index alone where the full text cannot be had. */
  async findMore(query: string): Promise<FoundHits> {
    const [answer, pages] = await Promise.all([
      this.#files.answer(query),
      findFullText(query, this.#base).catch((): FullTextHit[] => []),
    ]);
    return this.#shown(answer, pages);
  }

  async #shown(answer: QueryAnswer, pages: readonly FullTextHit[]): Promise<FoundHits> {
    const core = await this.#files.open();
    const numbers = new Map(core.topics.map((topic, number) => [topic, number]));
    // Nothing but the very words makes an answer of a page whose topic was not meant.
    const isMeant = answer.hits.length > 0;
    const added = pages.flatMap(({ topic, isQuoted }) => {
      const number = numbers.get(topic);
      const isKnown = number === undefined || answer.hits.some((hit) => hit.topic === number);
      return isKnown || !(isMeant || isQuoted) ? [] : [number];
    });
    const numbersOfHits = [...answer.hits.map(({ topic }) => topic), ...new Set(added)].slice(0, MOST);
    const closest = numbersOfHits.length > 0 ? [] : answer.closest.map(({ topic }) => topic);
    const all = [...numbersOfHits, ...closest];
    const [shown, answers] = await Promise.all([
      this.#files.shown(all),
      answer.direct && this.#files.answers(answer.direct.topic),
    ]);
    const found = new Map<number, FoundTopic>([...answer.hits, ...answer.closest].map((hit) => [hit.topic, hit]));
    const hitOf = (number: number): ShownHit[] => {
      const topic = core.topics[number] ?? '';
      const theme = core.themes.find(({ id }) => topic.startsWith(`${id}/`));
      const one = shown.get(number) ?? NOTHING_SHOWN(topic);
      if (!theme) return [];
      const page = pages.find((candidate) => candidate.topic === topic);
      const direct = answer.direct?.topic === number ? answer.direct : undefined;
      const better = direct?.kind === 'phrase' ? answers?.phrases[direct.nth] : undefined;
      const phrase = better && direct && { ...better, avoid: one.phrases[direct.nth] ?? '' };
      const term = direct?.kind === 'term' ? answers?.terms[termNumber(one, direct.nth)] : undefined;
      const hit = found.get(number);
      const own = hit?.lang === this.#lang ? sectionFor(one, hit.passage) : undefined;
      return [
        {
          topic,
          theme,
          shown: one,
          section: phrase ? { title: '', anchor: phrase.block } : (own ?? page?.section),
          excerpt: own ? undefined : page?.excerpt,
          phrase,
          term,
        },
      ];
    };
    return { hits: numbersOfHits.flatMap(hitOf), closest: closest.flatMap(hitOf) };
  }
}

function sectionFor(shown: TopicTexts, place: PassagePlace): ShownHit['section'] {
  if (place.kind !== 'section' && place.kind !== 'fact') return undefined;
  const section = sectionOf(shown, place.kind, place.nth);
  return section && { title: section.title, anchor: section.block };
}

/** Stands for a topic whose words could not be fetched: its address still leads there. */
const NOTHING_SHOWN = (topic: string): TopicTexts => ({
  title: topic,
  short: undefined,
  description: '',
  aliases: [],
  asks: [],
  foreign: [],
  terms: [],
  phrases: [],
  taught: [],
  sections: [],
  hasCard: false,
  hasQuiz: false,
});
