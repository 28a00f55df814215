import { NEW_TOPIC_TEXTS } from '../i18n/new-topic.ts';
import type { Lang } from '../model/localized.ts';

/** True for a text of a new topic that nobody has written yet. */
export function isPlaceholder(lang: Lang, text: string): boolean {
  return text.trim().startsWith(NEW_TOPIC_TEXTS[lang].mark.trim());
}
