import type { Lang } from '../model/localized.ts';
import en from './onboarding.en.json' with { type: 'json' };
import zh from './onboarding.zh.json' with { type: 'json' };

/** The texts of onboarding, a section a page; `{name}` in a text is filled where it is shown. */
export type OnboardingTexts = typeof zh;

const texts: Record<Lang, OnboardingTexts> = { zh, en };

/** The texts of onboarding in `lang`. */
export function onboardingTexts(lang: Lang): OnboardingTexts {
  return texts[lang];
}
