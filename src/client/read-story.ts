import type { StoryTexts } from '../i18n/story-texts.ts';
import type { Effect, Ending, ScenarioNode } from '../model/scenario.ts';

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
  ending: Ending | undefined;
  when: string;
  title: string;
  text: string;
  ask: string;
  choices: ShownChoice[];
}

/** A story as it stands in the page. */
export interface ShownStory {
  /** `<theme>/<topic>/<block>`. */
  id: string;
  texts: StoryTexts;
  scenes: ShownScene[];
}

/** The story that stands in an element as a list, as it does without scripts. */
export function readStory(element: HTMLElement, texts: StoryTexts): ShownStory {
  return {
    id: element.dataset['story'] ?? '',
    texts,
    scenes: [...element.querySelectorAll<HTMLElement>('[data-scene]')].map(readScene),
  };
}

/** A story that a question carries with it. It knows no titles of topics, so that no choice has a link. */
export function carriedStory(id: string, texts: StoryTexts, nodes: readonly ScenarioNode[]): ShownStory {
  return {
    id,
    texts,
    scenes: nodes.map(({ next, ending, when = '', ask = '', choices, ...scene }) => ({
      ...scene,
      when,
      ask,
      next,
      ending,
      choices: choices.map((choice) => ({ ...choice, why: choice.feedback, link: undefined })),
    })),
  };
}

function readScene(item: HTMLElement): ShownScene {
  const { scene = '', next, ending } = item.dataset;
  return {
    id: scene,
    next,
    ending: ending as Ending | undefined,
    when: textOf(item.querySelector('[data-when]')),
    title: textOf(item.querySelector('[data-title]')),
    text: textOf(item.querySelector('[data-text]')),
    ask: textOf(item.querySelector('[data-ask]')),
    choices: [...item.querySelectorAll<HTMLElement>('[data-choice]')].map(readChoice),
  };
}

function readChoice(item: HTMLElement): ShownChoice {
  const { choice = '', next = '', effect = 'hurts' } = item.dataset;
  const link = item.querySelector<HTMLAnchorElement>('[data-topic]');
  return {
    id: choice,
    next,
    effect: effect as Effect,
    text: textOf(item.querySelector('summary')),
    outcome: textOf(item.querySelector('[data-outcome]')),
    why: textOf(item.querySelector('[data-why]')),
    link: link ? { href: link.getAttribute('href') ?? '', topic: link.dataset['topic'] ?? '' } : undefined,
  };
}

function textOf(node: Element | null): string {
  return node?.textContent.trim() ?? '';
}
