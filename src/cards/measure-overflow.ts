import type { CardSize } from './card-size.ts';
import type { FaceContent, FaceItem } from './face.ts';
import { fitFace } from './fit-face.ts';
import type { TextMeasurer } from './measure-text.ts';

/** By how much a face is too long, in the smallest type it may be set in. */
export interface Overflow {
  /** What has to give: characters of the title, characters of the statements, or whole statements. */
  what: 'title' | 'characters' | 'statements';
  /** How many of them, at least. */
  count: number;
  /** The longest of the texts that have to be shortened. */
  longest: string;
}

/** Shorter than this a statement says nothing any more; then statements have to go, not characters. */
const SHORTEST = 4;

/** By how much a face is too long; undefined when it fits. */
export function measureOverflow(
  face: FaceContent,
  size: CardSize,
  measurer: TextMeasurer,
  qrModules: number | undefined,
): Overflow | undefined {
  // What fits in any tier fits in the smallest.
  const smallest = { ...size, body: size.body.slice(-1) };
  const fits = (candidate: FaceContent): boolean => fitFace(candidate, smallest, measurer, qrModules).overPt === 0;
  if (fits(face)) return undefined;

  const statementless = { ...face, body: { ...face.body, groups: [] } };
  if (!fits(statementless)) {
    const characters = Array.from(face.title);
    const count = leastOf(characters.length, (cut) =>
      fits({ ...statementless, title: characters.slice(0, characters.length - cut).join('') }),
    );
    return { what: 'title', count, longest: face.title };
  }

  const items = face.body.groups.flatMap((group) => group.items);
  const longest = items.reduce((long, { text }) => (text.length > long.length ? text : long), '');
  const spare = items.reduce((sum, { text }) => sum + Math.max(0, Array.from(text).length - SHORTEST), 0);
  if (fits(withItems(face, cutLongest(items, spare)))) {
    const count = leastOf(spare, (cut) => fits(withItems(face, cutLongest(items, cut))));
    return { what: 'characters', count, longest };
  }
  const count = leastOf(items.length - 1, (cut) => fits(withItems(face, items.slice(0, items.length - cut))));
  return { what: 'statements', count, longest };
}

/** The least `n` from 1 to `most` for which `holds` is true; `most` when it is never true. */
function leastOf(most: number, holds: (n: number) => boolean): number {
  let [low, high] = [1, Math.max(1, most)];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The items with `count` characters cut in all, one after another off whichever is then the longest. */
function cutLongest(items: readonly FaceItem[], count: number): FaceItem[] {
  const texts = items.map(({ text }) => Array.from(text));
  for (let cut = 0; cut < count; cut += 1) {
    texts.reduce((long, text) => (text.length > long.length ? text : long)).pop();
  }
  return items.map((item, index) => ({ ...item, text: texts[index]?.join('') ?? item.text }));
}

/** The face with its items replaced, in order; groups left without items go. */
function withItems(face: FaceContent, items: readonly FaceItem[]): FaceContent {
  let next = 0;
  const groups = face.body.groups
    .map((group) => {
      const own = items.slice(next, next + group.items.length);
      next += group.items.length;
      return { ...group, items: own };
    })
    .filter((group) => group.items.length > 0);
  return { ...face, body: { ...face.body, groups } };
}
