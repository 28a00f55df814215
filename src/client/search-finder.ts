import type { Lang } from '../model/localized.ts';
import type { FoundTopic, QueryAnswer } from '../search/answer-query.ts';
import { sectionOf, termOf, type PhraseAnswer, type ShownTopic, type TermAnswer } from '../search/search-files.ts';
import type { PassagePlace } from '../search/intent-index.ts';
import { findFullText, type FullTextHit } from './full-text.ts';
import { SearchFiles } from './search-sources.ts';

/** A hit ready to be shown. */
export interface ShownHit {
  /** `complaints/six-steps` */
  topic: string;
  theme: { title: string; hue: number; chroma: number };
  shown: ShownTopic;
  section: { title: string; anchor: string } | undefined;
  /** From the full text, with `<mark>`; undefined where the topic's description says more. */
  excerpt: string | undefined;
  phrase: PhraseAnswer | undefined;
  term: TermAnswer | undefined;
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

  /** Fetches the rest of a small site, so that it can be asked without a network. */
  async fetchRest(): Promise<void> {
    await this.#files.fetchRest();
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
      answer.direct && this.#files.answers(answer.direct.topic, answer.direct.lang),
    ]);
    const found = new Map<number, FoundTopic>([...answer.hits, ...answer.closest].map((hit) => [hit.topic, hit]));
    const hitOf = (number: number): ShownHit[] => {
      const topic = core.topics[number] ?? '';
      const theme = core.themes.find(({ id }) => topic.startsWith(`${id}/`));
      const one = shown.get(number) ?? NOTHING_SHOWN(topic);
      if (!theme) return [];
      const page = pages.find((candidate) => candidate.topic === topic);
      const direct = answer.direct?.topic === number ? answer.direct : undefined;
      const phrase = direct?.kind === 'phrase' ? answers?.phrases[direct.nth] : undefined;
      const term = direct?.kind === 'term' && answers ? termOf(answers.terms, direct.nth) : undefined;
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

function sectionFor(shown: ShownTopic, place: PassagePlace): ShownHit['section'] {
  if (place.kind !== 'section' && place.kind !== 'fact') return undefined;
  const section = sectionOf(shown.sections, place.kind, place.nth);
  return section && { title: section.title, anchor: section.block };
}

/** Stands for a topic whose words could not be fetched: its address still leads there. */
const NOTHING_SHOWN = (topic: string): ShownTopic => ({
  title: topic,
  description: '',
  hasCard: false,
  hasQuiz: false,
  sections: [],
});
