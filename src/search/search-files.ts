import type { PackedText } from './packed-text.ts';

/*
 * Two indexes in shards stand beside it: `<lang>-index.json` is the core of what leads to the topics, `<lang>-<n>.json`
 * its shards; `<lang>-text.json` and `<lang>-text-<n>.json` are the same for the full text.
 */

/** So many topics share a file of what is shown or answered of them. */
export const TOPICS_A_FILE = 16;

/** `<lang>.json`: what every query needs in the edition of that language. */
export interface SearchCore {
  /** Ids, in reading order. */
  topics: string[];
  themes: { id: string; title: string; hue: number; chroma: number }[];
  /**
   * All that leads to the topics, as `joinTexts` writes it, where that is little enough to be fetched at once and indexed
   * by the reader; otherwise what is shown of a topic stands in `<lang>-topics-<n>.json`.
   */
  texts: PackedText | undefined;
}

/** How many groups of wordings `<lang>-wordings.json` has: one a topic, in their order, and one of other subjects. */
export function groupsOfWordings(topics: number): number {
  return topics + 1;
}

/** A section of a topic's page; `<lang>-page-<topic number>.json` holds those of one page. */
export interface SectionText {
  /** Its anchor; undefined for the prose around the blocks. */
  block: string | undefined;
  title: string;
  text: string;
}

/** What a topic answers directly; `<lang>-answers-<n>.json` holds it for `TOPICS_A_FILE` topics. */
export interface TopicAnswers {
  /** As many as the topic has phrases and terms, in their order. */
  phrases: { say: string; why: string | undefined; block: string }[];
  terms: { term: string; definition: string }[];
}
