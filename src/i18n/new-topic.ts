import type { Lang } from '../model/localized.ts';
import en from './new-topic.en.json' with { type: 'json' };
import zh from './new-topic.zh.json' with { type: 'json' };

/** What stands in a new topic until its author has written it, by language; `mark` opens every text still to write. */
export const NEW_TOPIC_TEXTS: Record<Lang, typeof zh> = { zh, en };
