import path from 'node:path';
import { Document, isMap, parseDocument } from 'yaml';
import { ISSUE_TEXTS } from '../../src/check/make-issue.ts';
import type { Lang } from '../../src/model/localized.ts';
import type { Permalinks, Translations } from '../../src/model/locks.ts';
import { readText } from './read-files.ts';
import { writeFile } from './write-file.ts';

const PERMALINKS = 'content/permalinks.lock';
const TRANSLATIONS = 'content/translations.lock';

/** Writes the lock of permanent links; comments that somebody wrote beside its redirects stay. */
export function writePermalinks(root: string, permalinks: Permalinks, lang: Lang): void {
  const document = new Document(permalinks);
  const before = readText(root, PERMALINKS);
  if ('text' in before) {
    const redirects = parseDocument(before.text).get('redirects', true);
    if (isMap(redirects)) document.set('redirects', redirects);
  }
  write(root, PERMALINKS, document, ISSUE_TEXTS[lang].locks.permalinksHeader);
}

/** Writes the lock of derived texts, one line a text. */
export function writeTranslations(root: string, translations: Translations, lang: Lang): void {
  const document = new Document(translations);
  const texts = document.get('texts', true);
  if (isMap(texts)) for (const { value } of texts.items) if (isMap(value)) value.flow = true;
  write(root, TRANSLATIONS, document, ISSUE_TEXTS[lang].locks.translationsHeader);
}

function write(root: string, file: string, document: Document, header: string): void {
  document.commentBefore = ` ${header}`;
  writeFile(path.join(root, file), document.toString({ lineWidth: 0 }));
}
