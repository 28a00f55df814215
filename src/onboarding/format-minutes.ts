import type { OnboardingTexts } from '../i18n/onboarding.ts';

/** The wordings of a length of time, with their places unfilled. */
export type TimeTexts = Pick<OnboardingTexts['plan'], 'minutes' | 'hours' | 'hoursMinutes'>;

/** A length of time as people say it: minutes, then hours and minutes. */
export function formatMinutes(minutes: number, texts: TimeTexts): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return texts.minutes.replace('{n}', String(rest));
  if (rest === 0) return texts.hours.replace('{n}', String(hours));
  return texts.hoursMinutes.replace('{h}', String(hours)).replace('{n}', String(rest));
}
