import type { IndexCore } from './intent-index.ts';
import type { PackedText } from './packed-text.ts';

/* The full text is an index in shards of its own: `<lang>-text.json` is its core, `<lang>-text-<n>.json` its shards. */

/** So many topics share a file of what is shown or answered of them. */
export const TOPICS_A_FILE = 16;

/** `<lang>.json`: what every query of a language needs. */
export interface SearchCore {
  /** Ids, in reading order. */
  topics: string[];
  themes: { id: string; title: string; hue: number; chroma: number }[];
  /** All that leads to the topics, `TopicTexts[]` as JSON, where that is little enough to be fetched at once. */
  texts: PackedText | undefined;
  /** An index in shards otherwise; what is shown of a topic then stands in `<lang>-topics-<n>.json`. */
  index: IndexCore | undefined;
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
