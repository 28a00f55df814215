import type { IndexCore } from './intent-index.ts';

/** So many topics share a file of what is shown of them. */
export const TOPICS_A_FILE = 16;

/** `<lang>.json`: what every query of a language needs. */
export interface SearchCore extends IndexCore {
  themes: { id: string; title: string; hue: number; chroma: number }[];
}

/** A topic as a hit shows it; `<lang>-topics-<n>.json` holds `TOPICS_A_FILE` of them. */
export interface ShownTopic {
  title: string;
  description: string;
  hasCard: boolean;
  hasQuiz: boolean;
  /** In order of the page, with how many names and facts of each are passages of the index. */
  sections: { block: string; title: string; names: number; facts: number }[];
}

/** A phrase with the better one. */
export interface PhraseAnswer {
  avoid: string;
  say: string;
  why: string | undefined;
  /** The section's anchor. */
  block: string;
}

/** A house term, and how many passages of the index lead to it. */
export interface TermAnswer {
  term: string;
  definition: string;
  names: number;
}

/** What a topic answers directly; `<lang>-answers-<n>.json` holds it for `TOPICS_A_FILE` topics. */
export interface TopicAnswers {
  phrases: PhraseAnswer[];
  terms: TermAnswer[];
}

/** The section of a topic that the `nth` passage of `kind` belongs to; undefined when it is the whole topic's. */
export function sectionOf(
  sections: ShownTopic['sections'],
  kind: 'section' | 'fact',
  nth: number,
): ShownTopic['sections'][number] | undefined {
  let before = 0;
  return sections.find((section) => {
    before += kind === 'section' ? section.names : section.facts;
    return nth < before;
  });
}

/** The term that the `nth` passage of a topic's terms leads to. */
export function termOf(terms: readonly TermAnswer[], nth: number): TermAnswer | undefined {
  let before = 0;
  return terms.find(({ names }) => {
    before += names;
    return nth < before;
  });
}
