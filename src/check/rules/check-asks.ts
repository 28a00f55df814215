import type { Records, TopicRecord } from '../../blocks/records.ts';
import type { Issue } from '../../model/issue.ts';
import { LANGS, type Lang } from '../../model/localized.ts';
import { isPlaceholder } from '../is-placeholder.ts';
import { issueAt } from '../issue-at.ts';

const ASKS_AT_LEAST = 25;
/** Above this share of common character pairs, a second wording finds next to nothing that the first does not. */
const ALIKE_ABOVE = 0.5;

/** Wordings that are too few for a topic to be found by, that say nearly the same, or that two topics claim. */
export function checkAsks(records: Records): Issue[] {
  return LANGS.flatMap((lang) => {
    const aliases = ownersOfAliases(records, lang);
    const asks = new Map<string, string>();
    return records.topics.flatMap((topic) => [
      ...checkCount(records, topic, lang),
      ...checkLikeness(records, topic, lang),
      ...checkClaims(records, topic, lang, { asks, aliases }),
    ]);
  });
}

function checkCount(records: Records, topic: TopicRecord, lang: Lang): Issue[] {
  const asks = topic.data.asks[lang];
  // A list that is still to be written says so itself.
  const isUnwritten = asks.some((ask) => isPlaceholder(lang, ask));
  if (asks.length >= ASKS_AT_LEAST || isUnwritten || topic.lost?.has('asks')) return [];
  const values = { language: { thing: lang }, count: asks.length, limit: ASKS_AT_LEAST };
  return [issueAt(records, topic, ['asks', lang], 'asks-too-few', values)];
}

/** Each wording that is nearly one before it, once. */
function checkLikeness(records: Records, topic: TopicRecord, lang: Lang): Issue[] {
  const asks = topic.data.asks[lang];
  return asksAlike(asks).map(({ index, other }) =>
    issueAt(records, topic, ['asks', lang, index], 'asks-alike', {
      ask: asks[index] ?? '',
      other: asks[other] ?? '',
    }),
  );
}

/** The places of wordings that are nearly one before them, each with that of the first such one. */
export function asksAlike(asks: readonly string[]): { index: number; other: number }[] {
  const pairs = asks.map((ask) => characterPairs(normalized(ask)));
  return pairs.flatMap((own, index) => {
    const other = pairs.slice(0, index).findIndex((each) => likeness(each, own) > ALIKE_ABOVE);
    return other === -1 ? [] : [{ index, other }];
  });
}

/** Wordings that lead to an earlier topic too, or that another topic has as its alias. */
function checkClaims(
  records: Records,
  topic: TopicRecord,
  lang: Lang,
  owners: { asks: Map<string, string>; aliases: Map<string, string> },
): Issue[] {
  return topic.data.asks[lang].flatMap((ask, index) => {
    if (isPlaceholder(lang, ask)) return [];
    const name = normalized(ask);
    const path = ['asks', lang, index];
    const alias = owners.aliases.get(name);
    if (alias !== undefined && alias !== topic.id) {
      return [issueAt(records, topic, path, 'ask-claimed-twice/alias', { ask, other: alias })];
    }
    const owner = owners.asks.get(name);
    if (owner !== undefined && owner !== topic.id) {
      return [issueAt(records, topic, path, 'ask-claimed-twice', { ask, other: owner })];
    }
    owners.asks.set(name, topic.id);
    return [];
  });
}

function ownersOfAliases(records: Records, lang: Lang): Map<string, string> {
  return new Map(records.topics.flatMap(({ id, data }) => data.aliases[lang].map((alias) => [normalized(alias), id])));
}

/** Letters and digits alone: width, case, spaces and punctuation do not tell two wordings apart. */
function normalized(ask: string): string {
  return ask
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

/** Each two neighbouring characters, every pair once; a single character stands for itself. */
function characterPairs(text: string): ReadonlySet<string> {
  const characters = [...text];
  if (characters.length < 2) return new Set(characters);
  return new Set(characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`));
}

/** Twice the common pairs over the pairs of both (Dice): 0 for nothing in common, 1 for the same pairs. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  let common = 0;
  for (const pair of few) if (many.has(pair)) common += 1;
  return few.size === 0 ? 0 : (2 * common) / (few.size + many.size);
}
