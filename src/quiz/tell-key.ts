import type { ShownQuestion } from './shown-question.ts';
import { parsePlacement } from './types/placement.ts';

interface Place {
  option: ShownQuestion['options'][number];
  /** What the option belongs to; none where it only has a place in an order. */
  target: ShownQuestion['targets'][number] | undefined;
}

/**
 * The options of an ordering, matching or sorting question where they belong: in order, or target by target; of a
 * scenario the best path.
 */
export function tellPlaces({ type, options, targets, key }: ShownQuestion): Place[] {
  if (type === 'scenario') return options.map((option) => ({ option, target: undefined }));
  return key.flatMap((answer) => {
    const { option: id, target } = targets.length > 0 ? parsePlacement(answer) : { option: answer };
    return options
      .filter((option) => option.id === id)
      .map((option) => ({ option, target: targets.find((other) => other.id === target) }));
  });
}
