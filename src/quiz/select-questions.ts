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
 * The questions that a topic asks, mixed so that neighbours differ in block and pattern, authored ones first. Authored
 * ones are always asked; of the others no stem comes twice, and no pattern or long key goes beyond its limit.
 * @param drafts in the order of the page; within a pattern the most wanted first.
 */
export function selectQuestions(drafts: readonly QuestionDraft[], limits: SelectionLimits): QuestionDraft[] {
  const authored = drafts.filter(isAuthored);
  const stems = new Set(authored.flatMap(stemsOf));
  const counts = new Map<string, number>();
  const queues = [...queuesOf(authored), ...queuesOf(drafts.filter((draft) => !isAuthored(draft)))];

  const chosen: QuestionDraft[] = [];
  const longKeyed: QuestionDraft[] = [];
  while (queues.some((queue) => queue.length > 0)) {
    for (const queue of queues) {
      const at = queue.findIndex((draft) => isAuthored(draft) || isFree(draft));
      const draft = queue[at];
      queue.splice(0, draft ? at + 1 : queue.length);
      if (!draft) continue;
      if (isAuthored(draft) || !isLongKeyed(draft) || hasRoomForLongKey()) take(draft);
      else longKeyed.push(draft);
    }
  }
  for (const draft of longKeyed) if (isFree(draft) && hasRoomForLongKey()) take(draft);
  return chosen;

  function take(draft: QuestionDraft): void {
    chosen.push(draft);
    for (const stem of stemsOf(draft)) stems.add(stem);
    for (const key of [queueOf(draft), draft.pattern]) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  function isFree(draft: QuestionDraft): boolean {
    return (
      !stemsOf(draft).some((stem) => stems.has(stem)) &&
      (counts.get(queueOf(draft)) ?? 0) < limits.perBlock(draft.pattern) &&
      (counts.get(draft.pattern) ?? 0) < limits.perTopic
    );
  }
  function hasRoomForLongKey(): boolean {
    const choices = chosen.filter(({ type }) => type === 'choice');
    return choices.filter(isLongKeyed).length + 1 <= limits.longestKeyShare * (choices.length + 1);
  }
}

/** One queue a block and pattern, in the order in which they are first met. */
function queuesOf(drafts: readonly QuestionDraft[]): QuestionDraft[][] {
  const queues = new Map<string, QuestionDraft[]>();
  for (const draft of drafts) queues.set(queueOf(draft), [...(queues.get(queueOf(draft)) ?? []), draft]);
  return [...queues.values()];
}

function queueOf({ block, pattern }: QuestionDraft): string {
  return `${block}/${pattern}`;
}

function isAuthored({ pattern }: QuestionDraft): boolean {
  return pattern === AUTHORED;
}

function stemsOf({ stem }: QuestionDraft): string[] {
  return [`zh ${stem.zh}`, `en ${stem.en}`];
}

function isLongKeyed(draft: QuestionDraft): boolean {
  return draft.type === 'choice' && keyIsLongest(draft.options);
}
