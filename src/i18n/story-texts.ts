import type { Lang } from '../model/localized.ts';
import { uiTexts, type UiKey } from './ui.ts';

const KEYS = {
  label: 'story.label',
  helps: 'story.effect.helps',
  half: 'story.effect.half',
  hurts: 'story.effect.hurts',
  goodEnding: 'story.ending.good',
  mixedEnding: 'story.ending.mixed',
  badEnding: 'story.ending.bad',
  place: 'story.place',
  over: 'story.over',
  mapDone: 'story.mapDone',
  mapHere: 'story.mapHere',
  mapAhead: 'story.mapAhead',
  decide: 'story.decide',
  chosen: 'story.chosen',
  goOn: 'story.goOn',
  toEnd: 'story.toEnd',
  summary: 'story.summary',
  score: 'story.score',
  retry: 'story.retry',
  retryLabel: 'story.retryLabel',
  read: 'story.read',
  allHelp: 'story.allHelp',
  endings: 'story.endings',
  endingAhead: 'story.endingAhead',
  kept: 'story.kept',
  restart: 'story.restart',
  whole: 'story.whole',
  play: 'story.play',
} as const satisfies Record<string, UiKey>;
export type StoryTexts = Record<keyof typeof KEYS, string>;

/** What the walk through a case says, in `lang`; `{name}` in a text is still to be filled in. */
export function storyTexts(lang: Lang): StoryTexts {
  const t = uiTexts(lang);
  return Object.fromEntries(Object.entries(KEYS).map(([name, key]) => [name, t(key)])) as StoryTexts;
}
