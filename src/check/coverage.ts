import type { Records } from '../blocks/records.ts';

/** How much of the curriculum one theme teaches. */
export interface ThemeCoverage {
  theme: string;
  /** In the site's language. */
  title: string;
  /** How many topics the theme has. */
  topics: number;
  covered: number;
  all: number;
  /** Ids that no topic teaches, in the order of the curriculum. */
  uncovered: string[];
}

/** What is taught of the curriculum, by theme in reading order; a fact counts wherever it is taught. */
export function coverageByTheme(records: Records): ThemeCoverage[] {
  const { themes, defaultLang } = records.site.data;
  const taught = new Set(records.topics.flatMap(({ data }) => data.covers));
  return themes.map(({ id, title }) => {
    const facts = records.curriculum.data.facts.filter(({ theme }) => theme === id);
    const uncovered = facts.filter((fact) => !taught.has(fact.id)).map((fact) => fact.id);
    return {
      theme: id,
      title: title[defaultLang],
      topics: records.topics.filter(({ theme }) => theme === id).length,
      covered: facts.length - uncovered.length,
      all: facts.length,
      uncovered,
    };
  });
}
