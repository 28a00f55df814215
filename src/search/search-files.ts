import type { IndexCore } from './intent-index.ts';
import type { PackedText } from './packed-text.ts';

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

/** What a topic answers directly; `<lang>-answers-<n>.json` holds it for `TOPICS_A_FILE` topics. */
export interface TopicAnswers {
  /** As many as the topic has phrases and terms, in their order. */
  phrases: { say: string; why: string | undefined; block: string }[];
  terms: { term: string; definition: string }[];
}
