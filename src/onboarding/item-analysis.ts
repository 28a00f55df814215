/** What each person scored in each question, from 0 to 1; left out where it was not answered. */
export type ScoreSheet = readonly ReadonlyMap<string, number>[];

/** How a question did in a class. */
export interface ItemFigures {
  item: string;
  /** How many answered it. */
  answers: number;
  /** Mean score: the share who had it right. 1 is easy. */
  difficulty: number;
  /**
   * Correlation, over those who answered it, of its score with the mean score of their other answers (corrected
   * point-biserial). None where fewer than three answered or either does not vary.
   */
  correlation?: number;
  /** Mean score of the best 27 % less that of the weakest 27 %, people ranked by their other answers. None likewise. */
  upperLower?: number;
}

const FEWEST = 3;
const GROUP_SHARE = 0.27;

/** Difficulty and discrimination of every question that anyone answered, in order of first appearance. */
export function analyseItems(sheet: ScoreSheet): ItemFigures[] {
  const totals = sheet.map((scores) => ({
    sum: [...scores.values()].reduce((sum, score) => sum + score, 0),
    count: scores.size,
  }));
  const items = [...new Set(sheet.flatMap((scores) => [...scores.keys()]))];
  return items.map((item) => {
    const pairs = sheet.flatMap((scores, person) => {
      const score = scores.get(item);
      const { sum, count } = totals[person] ?? { sum: 0, count: 0 };
      return score === undefined ? [] : [{ score, rest: count > 1 ? (sum - score) / (count - 1) : undefined }];
    });
    const judged = pairs.flatMap(({ score, rest }) => (rest === undefined ? [] : [{ score, rest }]));
    const correlation = judged.length < FEWEST ? undefined : pearson(judged);
    return {
      item,
      answers: pairs.length,
      difficulty: mean(pairs.map(({ score }) => score)),
      ...(correlation !== undefined && { correlation, upperLower: upperLower(judged) }),
    };
  });
}

interface Judged {
  score: number;
  rest: number;
}

function pearson(pairs: readonly Judged[]): number | undefined {
  const meanScore = mean(pairs.map(({ score }) => score));
  const meanRest = mean(pairs.map(({ rest }) => rest));
  let [product, squareScore, squareRest] = [0, 0, 0];
  for (const { score, rest } of pairs) {
    product += (score - meanScore) * (rest - meanRest);
    squareScore += (score - meanScore) ** 2;
    squareRest += (rest - meanRest) ** 2;
  }
  // What rounding leaves of no variation at all is not variation.
  if (squareScore < 1e-12 || squareRest < 1e-12) return undefined;
  return product / Math.sqrt(squareScore * squareRest);
}

/** People who rank the same share the places of their group evenly, so that their order in the list does not matter. */
function upperLower(pairs: readonly Judged[]): number {
  const size = Math.max(1, Math.round(pairs.length * GROUP_SHARE));
  const ranked = [...pairs].sort((a, b) => b.rest - a.rest);
  return topMean(ranked, size) - topMean(ranked.reverse(), size);
}

function topMean(ranked: readonly Judged[], size: number): number {
  const edge = ranked[size - 1]?.rest ?? 0;
  const isTied = ({ rest }: Judged) => Math.abs(rest - edge) < 1e-12;
  const first = ranked.findIndex(isTied);
  const tied = ranked.filter(isTied);
  const above = ranked.slice(0, first);
  const sum = above.reduce((total, { score }) => total + score, 0);
  return (sum + (size - above.length) * mean(tied.map(({ score }) => score))) / size;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
