import type { PassageKind } from './intent-index.ts';

/** A topic in one language as the search knows it: what leads to it, and what a hit shows of it. */
export interface TopicTexts {
  title: string;
  short: string | undefined;
  description: string;
  /** A sentence that can be said to a customer at once. */
  line: string | undefined;
  aliases: string[];
  /** Without the words of asking, which say nothing of what is asked about. */
  asks: string[];
  /** What it and its terms are called in the other language. */
  foreign: string[];
  /** For each house term that is told here, what it is called. */
  terms: string[][];
  /** Phrases that must not be said, each with a better one. */
  phrases: string[];
  /** In order of the page; `names` beside the title. */
  sections: { block: string; title: string; names: string[] }[];
  hasCard: boolean;
  hasQuiz: boolean;
}

/** Something that a topic is called, asked or says. */
export interface Passage {
  kind: PassageKind;
  text: string;
}

/** What leads to a topic, kind by kind. */
export function passagesOf(texts: TopicTexts): Passage[] {
  const of = (kind: PassageKind, list: readonly string[]) => list.map((text): Passage => ({ kind, text }));
  return [
    ...of('title', [texts.title, ...(texts.short === undefined ? [] : [texts.short])]),
    ...of('alias', texts.aliases),
    ...of('ask', texts.asks),
    ...of('term', texts.terms.flat()),
    ...of('foreign', texts.foreign),
    ...of('phrase', texts.phrases),
    ...of('section', [...texts.sections.flatMap(({ title, names }) => [title, ...names]), texts.description]),
  ];
}

/** The section of a topic that its `nth` passage of that kind belongs to; undefined when it is the whole topic's. */
export function sectionOf({ sections }: TopicTexts, nth: number): TopicTexts['sections'][number] | undefined {
  let before = 0;
  return sections.find(({ names }) => {
    before += 1 + names.length;
    return nth < before;
  });
}

/** Which of a topic's house terms its `nth` passage of that kind is a name of. */
export function termNumber({ terms }: TopicTexts, nth: number): number {
  let before = 0;
  return terms.findIndex((names) => {
    before += names.length;
    return nth < before;
  });
}
