import { nextPermalinks, nextTranslations } from '../../src/blocks/next-locks.ts';
import { resolveCardTexts } from '../../src/blocks/resolve-card.ts';
import { fillText, ISSUE_TEXTS } from '../../src/check/make-issue.ts';
import { reportText } from '../../src/check/report-text.ts';
import { checkPlaceholderTexts } from '../../src/check/rules/check-placeholder-texts.ts';
import { sortIssues } from '../../src/check/sort-issues.ts';
import type { Lang } from '../../src/model/localized.ts';
import type { Permalinks, Translations } from '../../src/model/locks.ts';
import { isPlaceholderAddress } from '../../src/model/site-address.ts';
import { loadRecordsOrThrow } from './load-records.ts';
import { writePermalinks, writeTranslations } from './write-locks.ts';

/**
 * Records in the two locks of `content/` below `root` what is published from now on. Writes nothing when a record is
 * wrong, when a text is still to be written or when there is no real address for QR codes; the message says what was done or why not.
 * @param address where the site will live, when it is not the address in the site file.
 */
export function publishLocks(root: string, address?: string): { isPublished: boolean; message: string } {
  let records;
  try {
    records = loadRecordsOrThrow(root);
  } catch (error) {
    return { isPublished: false, message: (error as Error).message };
  }
  const lang = records.site.data.defaultLang;
  const refusal = refusalOf(address ?? records.site.data.address, lang);
  if (refusal !== undefined) return { isPublished: false, message: refusal };
  const unwritten = sortIssues(checkPlaceholderTexts(records));
  if (unwritten.length > 0) {
    const reason = fillText(lang, ISSUE_TEXTS[lang].locks.unwritten, { count: unwritten.length });
    const message = fillText(lang, ISSUE_TEXTS[lang].locks.refused, { reason });
    return { isPublished: false, message: `${message}\n${reportText(unwritten, { lang })}` };
  }

  const permalinks = nextPermalinks(records, ({ data }, card) => resolveCardTexts(data, card));
  const translations = nextTranslations(records);
  const counts = countNew(records.permalinks.data, permalinks, records.translations.data, translations);
  const texts = ISSUE_TEXTS[lang].locks;
  if (Object.values(counts).every((count) => count === 0)) return { isPublished: true, message: texts.nothingNew };
  writePermalinks(root, permalinks, lang);
  writeTranslations(root, translations, lang);
  return { isPublished: true, message: fillText(lang, texts.published, counts) };
}

function refusalOf(address: string | undefined, lang: Lang): string | undefined {
  const texts = ISSUE_TEXTS[lang].locks;
  if (address !== undefined && !isPlaceholderAddress(address)) return undefined;
  const reason = address === undefined ? texts.addressMissing : fillText(lang, texts.addressPlaceholder, { address });
  return `${fillText(lang, texts.refused, { reason })}\n${texts.refusedHint}`;
}

function countNew(before: Permalinks, after: Permalinks, textsBefore: Translations, textsAfter: Translations) {
  const versions = ({ cards }: Permalinks) => cards.reduce((sum, card) => sum + card.versions.length, 0);
  return {
    ids: after.ids.length - before.ids.length,
    urls: after.urls.length - before.urls.length,
    cards: after.cards.length - before.cards.length,
    versions: versions(after) - versions(before),
    texts: countChanged(textsBefore, textsAfter),
  };
}

/** How many texts one lock knows otherwise than the other, or not at all. */
export function countChanged({ texts: before }: Translations, { texts: after }: Translations): number {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].filter((key) => {
    const [old, now] = [before[key], after[key]];
    return old?.from !== now?.from || old?.made !== now?.made;
  }).length;
}
