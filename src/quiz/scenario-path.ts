import type { Effect } from '../model/scenario.ts';

/** A story as far as its ways are concerned. */
export interface StoryWays {
  id: string;
  choices: readonly { id: string; next: string; effect: Effect }[];
  next?: string | undefined;
}

/** The scenes that each scene leads to directly, by its id. */
function waysFrom({ choices, next }: StoryWays): string[] {
  return choices.length > 0 ? choices.map((choice) => choice.next) : next === undefined ? [] : [next];
}

/** The ids of all scenes that some path from the first one reaches. */
export function reachableScenes(story: readonly StoryWays[]): Set<string> {
  const reached = new Set<string>();
  const open = story.slice(0, 1);
  for (let scene = open.pop(); scene; scene = open.pop()) {
    if (reached.has(scene.id)) continue;
    reached.add(scene.id);
    const ways = waysFrom(scene);
    open.push(...story.filter(({ id }) => ways.includes(id)));
  }
  return reached;
}

/** Whether a path from `scene` comes back to it. */
export function isOnLoop(story: readonly StoryWays[], scene: string): boolean {
  const start = story.find(({ id }) => id === scene);
  return (
    start !== undefined &&
    waysFrom(start).some((id) => {
      const from = story.find((other) => other.id === id);
      return from !== undefined && reachableScenes([from, ...story.filter((other) => other !== from)]).has(scene);
    })
  );
}

/** The most decisions that a path from `scene` to an end still holds, its own included. The story has no loops. */
export function decisionsAhead(story: readonly StoryWays[], scene: string): number {
  const known = new Map<string, number>();
  const count = (id: string): number => {
    const found = story.find((other) => other.id === id);
    if (!found) return 0;
    const earlier = known.get(id);
    if (earlier !== undefined) return earlier;
    const most = (found.choices.length > 0 ? 1 : 0) + Math.max(0, ...waysFrom(found).map(count));
    known.set(id, most);
    return most;
  };
  return count(scene);
}

/**
 * The path on which every choice helps, as `<scene>/<choice>`, whatever order the choices stand in: of several that
 * help, the one whose id comes first.
 */
export function bestPath(story: readonly StoryWays[]): string[] {
  const steps: string[] = [];
  for (let scene = story[0]; scene;) {
    const [best] = scene.choices.filter(({ effect }) => effect === 'helps').sort((a, b) => (a.id < b.id ? -1 : 1));
    if (best) steps.push(`${scene.id}/${best.id}`);
    const next: string | undefined = best?.next ?? (scene.choices.length > 0 ? undefined : scene.next);
    scene = story.find(({ id }) => id === next);
  }
  return steps;
}

/** A decision of a story, and the scenes that are told up to it, its own the last. */
interface Decision<S extends StoryWays> {
  told: S[];
  scene: S;
  choice: S['choices'][number];
}

/** The decisions on a way through a story, which names them as `<scene>/<choice>`, each with what is told before it. */
export function decisionsOn<S extends StoryWays>(story: readonly S[], way: readonly string[]): Decision<S>[] {
  const decisions: Decision<S>[] = [];
  let told: S[] = [];
  for (let scene = story[0]; scene;) {
    told.push(scene);
    const { id, choices } = scene;
    const choice: S['choices'][number] | undefined = choices.find((one) => way.includes(`${id}/${one.id}`));
    if (choice) {
      decisions.push({ told, scene, choice });
      told = [];
    }
    const next: string | undefined = choice?.next ?? (choices.length > 0 ? undefined : scene.next);
    scene = story.find((other) => other.id === next);
  }
  return decisions;
}
