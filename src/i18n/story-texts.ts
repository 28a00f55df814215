import type { Lang } from '../model/localized.ts';
import en from './story.en.json' with { type: 'json' };
import zh from './story.zh.json' with { type: 'json' };

export type StoryTexts = typeof zh;

/** What the walk through a case says, in `lang`; `{name}` in a text is still to be filled in. */
export function storyTexts(lang: Lang): StoryTexts {
  return { zh, en }[lang];
}
