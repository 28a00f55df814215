import { keyIsLongest } from './draft-choice.ts';
import type { QuestionDraft } from './question-draft.ts';

/** What a topic's questions may be at most. */
export interface SelectionLimits {
  /** Questions of one pattern about one block. */
  perBlock: (pattern: string) => number;
  /** Questions of one pattern in the topic. */
  perTopic: number;
  /** Share of the choice questions whose key is the longest option. */
  longestKeyShare: number;
}

/** The pattern name of questions written by hand. */
export const AUTHORED = 'authored';

/**
 * The questions that a topic asks, mixed so that neighbours differ in block and pattern, authored ones first. No stem
 * comes twice and no pattern or long key goes beyond its limit, except among authored and published questions: those
 * are always asked.
 * @param drafts in the order of the page; within a pattern the most wanted first.
 * @param published ids that readers have met.
 */
export function selectQuestions(
  drafts: readonly QuestionDraft[],
  limits: SelectionLimits,
  published: ReadonlySet<string> = new Set(),
): QuestionDraft[] {
  const isBound = (draft: QuestionDraft) => draft.pattern === AUTHORED || published.has(draft.id);
  const taken = new Set(drafts.filter(isBound).flatMap(stemsOf));
  const counts = countBy(drafts.filter(isBound));
  const queues = queuesOf(drafts, isBound);

  const chosen: QuestionDraft[] = [];
  const longKeyed: QuestionDraft[] = [];
  while (queues.some((queue) => queue.length > 0)) {
    for (const queue of queues) {
      const at = queue.findIndex((draft) => isBound(draft) || isFree(draft));
      const [draft] = at < 0 ? [] : queue.splice(0, at + 1).slice(-1);
      if (!draft) queue.length = 0;
      else if (isBound(draft)) chosen.push(draft);
      else if (isLongKeyed(draft) && !hasRoomForLongKey()) longKeyed.push(draft);
      else take(draft);
    }
  }
  for (const draft of longKeyed) if (isFree(draft) && hasRoomForLongKey()) take(draft);
  return chosen;

  function take(draft: QuestionDraft): void {
    chosen.push(draft);
    for (const stem of stemsOf(draft)) taken.add(stem);
    for (const key of countKeys(draft)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  function isFree(draft: QuestionDraft): boolean {
    const [inBlock, inTopic] = countKeys(draft);
    return (
      !stemsOf(draft).some((stem) => taken.has(stem)) &&
      (counts.get(inBlock) ?? 0) < limits.perBlock(draft.pattern) &&
      (counts.get(inTopic) ?? 0) < limits.perTopic
    );
  }
  function hasRoomForLongKey(): boolean {
    const choices = chosen.filter(({ type }) => type === 'choice');
    return choices.filter(isLongKeyed).length + 1 <= limits.longestKeyShare * (choices.length + 1);
  }
}

/** One queue a block and pattern: authored ones before generated ones, published before new in each. */
function queuesOf(drafts: readonly QuestionDraft[], isBound: (draft: QuestionDraft) => boolean): QuestionDraft[][] {
  const queues = new Map<string, QuestionDraft[]>();
  for (const draft of [...drafts.filter(isBound), ...drafts.filter((draft) => !isBound(draft))]) {
    const [key] = countKeys(draft);
    queues.set(key, [...(queues.get(key) ?? []), draft]);
  }
  const isAuthored = ([first]: QuestionDraft[]) => first?.pattern === AUTHORED;
  const all = [...queues.values()];
  return [...all.filter(isAuthored), ...all.filter((queue) => !isAuthored(queue))];
}

function countBy(drafts: readonly QuestionDraft[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of drafts.flatMap(countKeys)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function countKeys({ block, pattern }: QuestionDraft): [inBlock: string, inTopic: string] {
  return [`${block}/${pattern}`, pattern];
}

function stemsOf({ stem }: QuestionDraft): string[] {
  return [`zh ${stem.zh}`, `en ${stem.en}`];
}

function isLongKeyed(draft: QuestionDraft): boolean {
  return draft.type === 'choice' && keyIsLongest(draft.options);
}
