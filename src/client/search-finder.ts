import type { Lang } from '../model/localized.ts';
import type { FoundTopic, QueryAnswer } from '../search/answer-query.ts';
import type { SearchCore, TopicAnswers } from '../search/search-files.ts';
import { sectionOf, termNumber, type TopicTexts } from '../search/topic-texts.ts';
import type { PassagePlace } from '../search/intent-index.ts';
import { SearchFiles, type SectionHit } from './search-sources.ts';

/** A theme as hits and the ways beside them show it. */
export type ShownTheme = SearchCore['themes'][number];

/** A hit ready to be shown. */
export interface ShownHit {
  /** `complaints/six-steps` */
  topic: string;
  theme: ShownTheme;
  shown: TopicTexts;
  section: { title: string; anchor: string } | undefined;
  /** From the full text; undefined where the topic's description says more. */
  excerpt: string | undefined;
  /** What not to say, and what to say instead. */
  phrase: (TopicAnswers['phrases'][number] & { avoid: string }) | undefined;
  term: TopicAnswers['terms'][number] | undefined;
  /** A sentence to say at once; for the first hits alone. */
  line: string | undefined;
}

/** What is shown for a query. */
export interface FoundHits {
  hits: ShownHit[];
  closest: ShownHit[];
  /** All of them. */
  themes: ShownTheme[];
}

const MOST = 10;
/** So many hits tell a sentence to say: further down it would only be in the way. */
const WITH_LINE = 3;

/** Finds hits for queries, by intent first and then in the full text. */
export class SearchFinder {
  readonly #files: SearchFiles;
  readonly #lang: Lang;

  /** @param folder the address of the search's files, with a slash at its end. */
  constructor(folder: string, lang: Lang) {
    this.#files = new SearchFiles(folder, lang);
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

  /** The same with the wordings that people use, and what the full text adds; without either where it cannot be had. */
  async findMore(query: string): Promise<FoundHits> {
    const answer = await this.#files.answerByWordings(query);
    const known = new Set(answer.hits.map(({ topic }) => topic));
    const sections = await this.#files.sections(query, known).catch((): SectionHit[] => []);
    // Nothing but the very words makes an answer of a page whose topic was not meant.
    const quoted = sections.filter(({ isQuoted }) => isQuoted);
    const others = answer.hits.length > 0 ? sections.filter(({ isQuoted }) => !isQuoted) : [];
    return this.#shown(answer, [...quoted, ...others]);
  }

  async #shown(answer: QueryAnswer, sections: readonly SectionHit[]): Promise<FoundHits> {
    const core = await this.#files.open();
    // A page that says the very words is shown, if in the place of what was meant least.
    const room = MOST - sections.filter(({ isQuoted }) => isQuoted).length;
    const hits = [...answer.hits.slice(0, room), ...sections].map(({ topic }) => topic).slice(0, MOST);
    const closest = hits.length > 0 ? [] : answer.closest.map(({ topic }) => topic);
    const [shown, answers] = await Promise.all([
      this.#files.shown([...hits, ...closest]),
      answer.direct && this.#files.answers(answer.direct.topic),
    ]);
    const found = new Map<number, FoundTopic>([...answer.hits, ...answer.closest].map((hit) => [hit.topic, hit]));
    const read = new Map(sections.map((section) => [section.topic, section]));
    const hitOf = (number: number, rank: number): ShownHit[] => {
      const topic = core.topics[number] ?? '';
      const theme = core.themes.find(({ id }) => topic.startsWith(`${id}/`));
      const one = shown.get(number) ?? NOTHING_SHOWN(topic);
      if (!theme) return [];
      const written = read.get(number);
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
          section: phrase ? { title: '', anchor: phrase.block } : (own ?? (written && placeOf(written))),
          excerpt: written?.excerpt,
          phrase,
          term,
          line: hits.length > 0 && rank < WITH_LINE ? one.line : undefined,
        },
      ];
    };
    return { hits: hits.flatMap(hitOf), closest: closest.flatMap(hitOf), themes: core.themes };
  }
}

function sectionFor(shown: TopicTexts, place: PassagePlace): ShownHit['section'] {
  if (place.kind !== 'section') return undefined;
  const section = sectionOf(shown, place.nth);
  return section && { title: section.title, anchor: section.block };
}

function placeOf({ section: { block, title } }: SectionHit): ShownHit['section'] {
  return block === undefined ? undefined : { title, anchor: block };
}

/** Stands for a topic whose words could not be fetched: its address still leads there. */
const NOTHING_SHOWN = (topic: string): TopicTexts => ({
  title: topic,
  short: undefined,
  description: '',
  line: undefined,
  aliases: [],
  asks: [],
  foreign: [],
  terms: [],
  phrases: [],
  sections: [],
  hasCard: false,
  hasQuiz: false,
});
