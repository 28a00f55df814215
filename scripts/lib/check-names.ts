import type { Records } from '../../src/blocks/records.ts';
import { searchTopics } from '../../src/blocks/search-topics.ts';
import { checkSearch, namesUnasked } from '../../src/check/rules/check-search.ts';
import { isBigSite } from '../../src/model/big-site.ts';
import { hashText } from '../../src/model/hash-text.ts';
import type { Issue } from '../../src/model/issue.ts';
import { LANGS } from '../../src/model/localized.ts';
import { codeVersion } from './code-version.ts';
import { hasFile, keepFile } from './file-cache.ts';

/**
 * Titles and aliases by which a search does not bring their topic first. That nothing was found is kept in
 * `.cache/names/`, under a name made of everything that the search knows and of its programs. On a big site, where each
 * name is weighed against very many, the names are asked by `npm run check:search` alone, and that is said.
 */
export function checkNames(records: Records, root: string): Issue[] {
  if (isBigSite(records)) return [namesUnasked(records)];
  const known = LANGS.map((lang) => [searchTopics(records, lang), records.elsewhere[lang]]);
  const verdict = hashText(
    JSON.stringify([codeVersion(root, ['src/search', 'src/check/rules/check-search.ts']), known]),
  );
  if (hasFile(root, 'names', verdict)) return [];
  const issues = checkSearch(records);
  if (issues.length === 0) keepFile(root, 'names', verdict, '');
  return issues;
}
