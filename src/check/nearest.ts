/**
 * The candidate that a mistyped word most likely means, or undefined when none is close: at most a third of the
 * letters differ. For a path such as `complaints/calming`, its last part alone is enough.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  let best: { candidate: string; distance: number } | undefined;
  for (const candidate of candidates) {
    const distance = distanceBetween(wanted, candidate.toLowerCase());
    if (distance < (best?.distance ?? Infinity)) best = { candidate, distance };
  }
  const limit = Math.max(1, Math.floor(Math.max(wanted.length, best?.candidate.length ?? 0) / 3));
  return best && best.distance <= limit ? best.candidate : undefined;
}

function distanceBetween(word: string, candidate: string): number {
  if (candidate.includes('/') && !word.includes('/')) {
    return 0.5 + editDistance(word, candidate.slice(candidate.lastIndexOf('/') + 1));
  }
  return editDistance(word, candidate);
}

/** How many letters must be added, dropped, changed or swapped with their neighbour to turn one word into the other. */
function editDistance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (beforeLast[column - 2] ?? 0) + 1 : Infinity,
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[to.length] ?? 0;
}
