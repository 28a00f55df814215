import type { StoryTexts } from '../i18n/story-texts.ts';
import { pageLang } from './page-lang.ts';

/** What the walk through a case says, in the language of the page; rejects when that cannot be had. */
export async function loadStoryTexts(): Promise<StoryTexts> {
  const load = { zh: () => import('../i18n/story.zh.json'), en: () => import('../i18n/story.en.json') }[pageLang()];
  return (await load()).default;
}
