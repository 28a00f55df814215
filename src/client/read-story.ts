import type { Effect } from '../model/scenario.ts';

/** A choice as it stands in the page. */
export interface ShownChoice {
  id: string;
  next: string;
  effect: Effect;
  text: string;
  outcome: string;
  why: string;
  /** The link to the topic that teaches it. */
  link: { href: string; topic: string } | undefined;
}

/** A scene as it stands in the page. */
export interface ShownScene {
  id: string;
  next: string | undefined;
  isEnding: boolean;
  title: string;
  ask: string;
  choices: ShownChoice[];
  /** When and where, title and text, as the page has them. */
  telling: Element | undefined;
}

/** The scenes of a story, read from the list that stands there without scripts. */
export function readStory(story: HTMLElement): ShownScene[] {
  return [...story.querySelectorAll<HTMLElement>('[data-scene]')].map((item) => ({
    id: item.dataset['scene'] ?? '',
    next: item.dataset['next'],
    isEnding: item.dataset['ending'] !== undefined,
    title: item.querySelector('h3')?.firstChild?.textContent?.trim() ?? '',
    ask: textOf(item.querySelector('[data-ask]')),
    choices: [...item.querySelectorAll<HTMLElement>('[data-choice]')].map(readChoice),
    telling: item.querySelector('[data-telling]') ?? undefined,
  }));
}

function readChoice(item: HTMLElement): ShownChoice {
  const link = item.querySelector<HTMLAnchorElement>('[data-topic]');
  return {
    id: item.dataset['choice'] ?? '',
    next: item.dataset['next'] ?? '',
    effect: (item.dataset['effect'] ?? 'hurts') as Effect,
    text: textOf(item.querySelector('summary')),
    outcome: textOf(item.querySelector('[data-outcome]')),
    why: textOf(item.querySelector('[data-why]')),
    link: link ? { href: link.getAttribute('href') ?? '', topic: link.dataset['topic'] ?? '' } : undefined,
  };
}

function textOf(node: Element | null): string {
  return node?.textContent.trim() ?? '';
}
