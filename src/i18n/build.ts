import type { Lang } from '../model/localized.ts';
import en from './build.en.json' with { type: 'json' };
import zh from './build.zh.json' with { type: 'json' };

/** A stage of the build; under this name reports as data have it in every language. */
export type StageName = keyof typeof zh.stages;

/** What a build says of its stages, in `lang`. */
export function buildTexts(lang: Lang): typeof zh {
  return { zh, en }[lang];
}
