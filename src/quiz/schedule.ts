import { createEmptyCard, fsrs, Rating, State, type Card } from 'ts-fsrs';

/** How well a question is remembered, and when it is to be asked again. */
export interface Memory {
  /** Seconds since 1970. */
  due: number;
  stability: number;
  difficulty: number;
  lapses: number;
}

/** An answer as far as its next one depends on it. */
interface PastAnswer {
  /** Seconds since 1970. */
  at: number;
  times: number;
  memory?: Memory | undefined;
}

/** From here on a partly right answer counts as remembered with effort, not as forgotten. */
const HALF = 0.5;

/** By whole days, and without chance: the same answers make the same plan on every device. */
const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false, request_retention: 0.9 });

/**
 * When a question answered just now is to be asked again, by the FSRS model of memory.
 * @param score from 0 to 1.
 * @param now seconds since 1970.
 * @param before the answer before this one; none when it is the first.
 */
export function scheduleAnswer(score: number, now: number, before?: PastAnswer): Memory {
  const rating = score === 1 ? Rating.Good : score >= HALF ? Rating.Hard : Rating.Again;
  const { card } = scheduler.next(cardOf(now, before), new Date(now * 1000), rating);
  return {
    due: Math.floor(card.due.getTime() / 1000),
    stability: rounded(card.stability),
    difficulty: rounded(card.difficulty),
    lapses: card.lapses,
  };
}

function cardOf(now: number, before: PastAnswer | undefined): Card {
  if (!before?.memory) return createEmptyCard(new Date(now * 1000));
  const { due, stability, difficulty, lapses } = before.memory;
  // A clock that was set back must not make time run backwards for the model.
  const at = Math.min(before.at, now);
  return {
    ...createEmptyCard(new Date(at * 1000)),
    due: new Date(Math.min(due, now) * 1000),
    stability,
    difficulty,
    lapses,
    reps: before.times,
    state: State.Review,
    last_review: new Date(at * 1000),
  };
}

/** Three places are plenty, and keep the store small. */
function rounded(number: number): number {
  return Math.round(number * 1000) / 1000;
}
