import type { Lang } from '../model/localized.ts';
import type { Question } from '../model/question.ts';
import type { QuestionDraft } from './question-draft.ts';
import { rankBySeed, seedOf } from './rank-by-seed.ts';
import { rulesOf } from './types/registry.ts';

/** Where a block's section is found. */
export interface SectionLink {
  section: string;
  url: string;
}

/**
 * The questions in one language, options and items in their final order: the same order in every language, the keys of
 * a topic's choices dealt out evenly over the places.
 */
export function presentQuestions(
  drafts: readonly QuestionDraft[],
  topic: string,
  lang: Lang,
  linkOf: (block: string) => SectionLink,
): Question[] {
  const keyPlaces = dealKeyPlaces(drafts, topic);
  return drafts.map((draft) => ({
    id: draft.id,
    topic,
    block: draft.block,
    pattern: draft.pattern,
    lang,
    version: versionOf(draft),
    stem: draft.stem[lang],
    ...linkOf(draft.block),
    ...rulesOf(draft.type).present(draft, lang, { seed: draft.id, keyPlace: keyPlaces.get(draft.id) ?? 0 }),
  }));
}

/** Changes when the stem, an answer or which one is right changes in either language, not when the reasons do. */
export function versionOf(draft: QuestionDraft): string {
  const wording = rulesOf(draft.type).wording(draft);
  return seedOf(JSON.stringify([draft.type, draft.stem.zh, draft.stem.en, wording])).toString(36);
}

/** For each choice the place of its key: a round of as many questions as there are places uses each place once. */
function dealKeyPlaces(drafts: readonly QuestionDraft[], topic: string): Map<string, number> {
  const places = new Map<string, number>();
  const dealt = new Map<number, number>();
  for (const draft of drafts) {
    if (draft.type !== 'choice') continue;
    const size = draft.options.length;
    const count = dealt.get(size) ?? 0;
    const round = rankBySeed(`${topic} ${String(size)} ${String(Math.floor(count / size))}`, indexes(size), String);
    places.set(draft.id, round[count % size] ?? 0);
    dealt.set(size, count + 1);
  }
  return places;
}

function indexes(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at);
}
