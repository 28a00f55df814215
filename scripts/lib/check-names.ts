import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Records } from '../../src/blocks/records.ts';
import { searchTopics } from '../../src/blocks/search-topics.ts';
import { checkSearch } from '../../src/check/rules/check-search.ts';
import { isBigSite } from '../../src/model/big-site.ts';
import { hashText } from '../../src/model/hash-text.ts';
import type { Issue } from '../../src/model/issue.ts';
import { LANGS } from '../../src/model/localized.ts';
import { hasFile, keepFile } from './file-cache.ts';

/**
 * Titles and aliases by which a search does not bring their topic first. That nothing was found is kept in
 * `.cache/names/`, under a name made of everything that the search knows and of its programs. On a big site, where each
 * name is weighed against very many, the names are asked by `npm run check:search` alone.
 */
export function checkNames(records: Records, root: string): Issue[] {
  if (isBigSite(records)) return [];
  const known = LANGS.map((lang) => [searchTopics(records, lang), records.elsewhere[lang]]);
  const verdict = hashText(JSON.stringify([programText(root), known]));
  if (hasFile(root, 'names', verdict)) return [];
  const issues = checkSearch(records);
  if (issues.length === 0) keepFile(root, 'names', verdict, '');
  return issues;
}

/** Changes when the search does, or what is asked of it. */
function programText(root: string): string {
  const search = path.join(root, 'src/search');
  return [
    ...readdirSync(search).map((file) => path.join(search, file)),
    path.join(root, 'src/check/rules/check-search.ts'),
  ]
    .sort()
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
}
