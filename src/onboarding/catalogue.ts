import type { Lang } from '../model/localized.ts';
import type { Plan } from './plan.ts';

/** A topic as plans see it. */
interface ListedTopic {
  title: string;
  theme: string;
  /** How many questions its quiz has. */
  questions: number;
  /** Self-assessments by block: heading and highest score. */
  scales: Record<string, { title: string; most: number }>;
  /** Blocks that can be practised: heading by block. */
  blocks: Record<string, string>;
}

/** What plans can be made of, in one language; addresses are root-relative and include the base path. */
export interface Catalogue {
  lang: Lang;
  /** What stands before every address: `''` or `/en`, after the base path. */
  root: string;
  /** By id, in reading order. */
  topics: Record<string, ListedTopic>;
  /** Title and the style that gives an element the theme's hue, by id. */
  themes: Record<string, { title: string; style: string }>;
  /** By id: title and the number in the card's address. */
  cards: Record<string, { title: string; number: number }>;
  /** The site's own paths, by id. */
  paths: Record<string, Plan>;
  /** What a path asks to do at work, by `<path>/<step>`. */
  jobs: Record<string, string>;
  /** Old id → where it lives now. */
  moved: Record<string, string>;
}

/** Where an id lives now: moved itself, or with the topic or block that it stands in; the id itself when it has not moved. */
export function currentId(id: string, moved: Readonly<Record<string, string>>): string {
  const seen = new Set<string>();
  let now = id;
  while (!seen.has(now)) {
    seen.add(now);
    now = movedOnce(now, moved);
  }
  return now;
}

/** The name under which a step's progress is kept now: that of what it is about as it is called today. */
export function currentKey(key: string, moved: Readonly<Record<string, string>>): string {
  const at = key.indexOf(':') + 1;
  return key.slice(0, at) + currentId(key.slice(at), moved);
}

function movedOnce(id: string, moved: Readonly<Record<string, string>>): string {
  const parts = id.split('/');
  for (let length = parts.length; length > 0; length -= 1) {
    const head = parts.slice(0, length).join('/');
    const target = Object.hasOwn(moved, head) ? moved[head] : undefined;
    if (target !== undefined) return [target, ...parts.slice(length)].join('/');
  }
  return id;
}
