/** A self-assessment as far as its score is concerned; the two ends may run either way, 10 to 1 or 1 to 5. */
export interface ScoredScale {
  items: readonly string[];
  points: { from: number; to: number };
  bands: readonly { id: string; from: number; to: number }[];
}

/** What a set of answers comes to. The score and its band are known only when every item is answered. */
export interface ScaleScore {
  answered: number;
  of: number;
  score: number | undefined;
  band: string | undefined;
}

/** Adds up `answers` (points by item); answers to items that the scale has not, or off its points, do not count. */
export function scoreScale({ items, points, bands }: ScoredScale, answers: ReadonlyMap<string, number>): ScaleScore {
  const [low, high] = [Math.min(points.from, points.to), Math.max(points.from, points.to)];
  const given = items.flatMap((item) => {
    const answer = answers.get(item);
    return answer !== undefined && Number.isInteger(answer) && answer >= low && answer <= high ? [answer] : [];
  });
  const score = given.length === items.length ? given.reduce((sum, answer) => sum + answer, 0) : undefined;
  const band = score === undefined ? undefined : bands.find(({ from, to }) => score >= from && score <= to)?.id;
  return { answered: given.length, of: items.length, score, band };
}

/** What a set of ticks comes to; any number of them is a result. */
export interface TickCount {
  ticked: number;
  of: number;
  band: string | undefined;
}

/** Counts what is ticked in `answers`; what the list has not does not count. */
export function countTicks(
  { items, bands }: Pick<ScoredScale, 'items' | 'bands'>,
  answers: ReadonlyMap<string, number>,
): TickCount {
  const ticked = items.filter((item) => answers.has(item)).length;
  return { ticked, of: items.length, band: bands.find(({ from, to }) => ticked >= from && ticked <= to)?.id };
}
