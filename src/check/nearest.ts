/**
 * The candidate that a mistyped word most likely means, or undefined when none is close: at most a third of the
 * letters differ. Of paths such as `complaints/calming` only the parts that differ count, and the last part alone is
 * enough to mean the whole.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: { candidate: string; distance: number } | undefined;
  for (const candidate of candidates) {
    const distance = distanceBetween(word.toLowerCase(), candidate.toLowerCase());
    if (distance < (best?.distance ?? Infinity)) best = { candidate, distance };
  }
  return best?.candidate;
}

/** Infinite for words too far apart to be one mistyped for the other. */
function distanceBetween(word: string, candidate: string): number {
  const [from, to] = candidate.includes('/') ? differingParts(word, candidate) : [word, candidate];
  const distance = editDistance(from, to);
  return distance <= Math.floor(Math.max(from.length, to.length) / 3) ? distance : Infinity;
}

function differingParts(word: string, candidate: string): [string, string] {
  if (!word.includes('/')) return [word, candidate.slice(candidate.lastIndexOf('/') + 1)];
  const [from, to] = [word.split('/'), candidate.split('/')];
  const same = from.findIndex((part, index) => part !== to[index]);
  const start = same === -1 ? from.length : same;
  return [from.slice(start).join('/'), to.slice(start).join('/')];
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
