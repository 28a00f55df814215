import type { Records } from '../../blocks/records.ts';
import { LANGS } from '../../model/localized.ts';
import type { Issue } from '../../model/issue.ts';
import { issueAt } from '../issue-at.ts';

const ALIASES_AT_LEAST = 6;

/** Aliases that stand twice, that two topics claim, or that are too few for a topic to be found by. */
export function checkAliases(records: Records): Issue[] {
  return LANGS.flatMap((lang) => {
    const owners = new Map<string, string>();
    return records.topics.flatMap((topic) => {
      const aliases = topic.data.aliases[lang];
      const own = new Set<string>();
      const repeated = aliases.flatMap((alias, index) => {
        const path = ['aliases', lang, index];
        const name = normalized(alias);
        const owner = owners.get(name);
        if (own.has(name)) return [issueAt(records, topic, path, 'duplicate-alias', { alias })];
        own.add(name);
        if (owner !== undefined) return [issueAt(records, topic, path, 'alias-claimed', { alias, other: owner })];
        owners.set(name, topic.id);
        return [];
      });
      if (aliases.length >= ALIASES_AT_LEAST || topic.lost?.has('aliases')) return repeated;
      const values = { language: { thing: lang }, count: aliases.length, limit: ALIASES_AT_LEAST };
      return [...repeated, issueAt(records, topic, ['aliases', lang], 'too-few-aliases', values)];
    });
  });
}

/** What a search makes of an alias: width, case and spaces do not tell two apart. */
function normalized(alias: string): string {
  return alias.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}
