import type { Lang } from '../model/localized.ts';
import type { Question } from '../model/question.ts';
import type { DraftOption, QuestionDraft } from './question-draft.ts';
import { rankBySeed, seedOf } from './rank-by-seed.ts';

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
  return drafts.map((draft): Question => {
    const { id, block, pattern } = draft;
    const base = {
      id,
      topic,
      block,
      pattern,
      lang,
      version: versionOf(draft),
      stem: draft.stem[lang],
      ...linkOf(block),
    };
    if (draft.type === 'order') {
      const order = draft.items.map((item) => ({ id: item.id, text: item.text[lang], feedback: item.feedback[lang] }));
      return {
        ...base,
        type: 'order',
        order,
        shown: mixedUp(
          id,
          order.map((item) => item.id),
        ),
      };
    }
    // “True” before “false”, always; where a key stands is only to be hidden among several options.
    const options = draft.type === 'choice' ? placed(draft.options, id, keyPlaces.get(id) ?? 0) : draft.options;
    return {
      ...base,
      type: draft.type,
      options: options.map(({ id: option, text, correct, feedback }) => ({
        id: option,
        text: text[lang],
        correct,
        feedback: feedback[lang],
      })),
    };
  });
}

/** Changes when the stem, an answer or which one is right changes in either language, not when the reasons do. */
export function versionOf(draft: QuestionDraft): string {
  const answers =
    draft.type === 'order'
      ? draft.items.map(({ id, text }) => [id, text.zh, text.en])
      : draft.options
          .map(({ id, text, correct }) => [id, text.zh, text.en, correct])
          .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  return seedOf(JSON.stringify([draft.type, draft.stem.zh, draft.stem.en, answers])).toString(36);
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

function placed(options: readonly DraftOption[], seed: string, keyPlace: number): DraftOption[] {
  const distractors = rankBySeed(
    seed,
    options.filter((option) => !option.correct),
    ({ id }) => id,
  );
  return [
    ...distractors.slice(0, keyPlace),
    ...options.filter((option) => option.correct),
    ...distractors.slice(keyPlace),
  ];
}

/** The ids in a drawn order that is not the right one. */
function mixedUp(seed: string, ids: readonly string[]): string[] {
  const mixed = rankBySeed(seed, ids, (id) => id);
  return mixed.every((id, at) => id === ids[at]) ? [...mixed.slice(1), ...mixed.slice(0, 1)] : mixed;
}

function indexes(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at);
}
