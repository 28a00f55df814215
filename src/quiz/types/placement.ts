const PUT = '=';

/** The answer that puts an option at a target. */
export function placement(option: string, target: string): string {
  return `${option}${PUT}${target}`;
}

/** What an answer puts where. */
export function parsePlacement(answer: string): { option: string; target: string } {
  const at = answer.indexOf(PUT);
  return { option: answer.slice(0, at), target: answer.slice(at + 1) };
}

/** Whether every option has been put somewhere, and none in two places. */
export function isAllPlaced(key: readonly string[], answer: readonly string[]): boolean {
  const optionsOf = (placements: readonly string[]) => placements.map((put) => parsePlacement(put).option);
  const placed = optionsOf(answer);
  return placed.length === key.length && optionsOf(key).every((option) => placed.includes(option));
}

/** The share of options that have been put where they belong; an option in two places counts as put nowhere. */
export function shareInPlace(key: readonly string[], answer: readonly string[]): number {
  const isOnlyOne = (put: string) =>
    answer.filter((other) => parsePlacement(other).option === parsePlacement(put).option).length === 1;
  const right = key.filter((put) => answer.includes(put) && isOnlyOne(put)).length;
  return key.length === 0 ? 0 : right / key.length;
}
