import type { Records } from '../blocks/records.ts';
import { topicQuestions } from '../blocks/topic-questions.ts';
import { LANGS, type Lang } from '../model/localized.ts';
import type { QuestionType } from '../model/question.ts';
import { countQuestions, questionFaults } from '../quiz/question-faults.ts';

/** What the questions of one language come to after the quality checks. */
export interface QuestionBalance {
  lang: Lang;
  questions: number;
  /** Themes that ask at least one. */
  themes: number;
  types: { type: QuestionType; count: number }[];
  /** The pattern that asks most, and its share of all. */
  largestPattern: { pattern: string; share: number };
  /** Share of the single choices whose key is at least as long as every other option. */
  longestKeys: number;
  /** Share of the single choices whose key is shorter than every other option. */
  shortestKeys: number;
  /** Share of the decisions of stories whose key is at least as long as every other option. */
  longestDecisionKeys: number;
  /** How often each place, from the first, holds the key of a single choice. */
  keyPlaces: number[];
  /** Questions written by hand that a check finds fault with, and faults of the set; generated ones are dropped. */
  faults: string[];
}

/** The balance of a site's questions in each language. */
export function questionBalance({ topics }: Records): QuestionBalance[] {
  return LANGS.map((lang) => {
    const questions = topics.flatMap((topic) => topicQuestions(topic, lang));
    const counts = countQuestions(questions);
    const [pattern = '', most = 0] = [...counts.byPattern].sort(([, a], [, b]) => b - a)[0] ?? [];
    return {
      lang,
      questions: questions.length,
      themes: new Set(questions.map(({ topic }) => topic.split('/')[0])).size,
      types: [...counts.byType].map(([type, count]) => ({ type, count })).sort((a, b) => b.count - a.count),
      largestPattern: { pattern, share: most / Math.max(1, questions.length) },
      longestKeys: counts.longestKeys / Math.max(1, counts.choices),
      shortestKeys: counts.shortestKeys / Math.max(1, counts.choices),
      longestDecisionKeys: counts.longestDecisionKeys / Math.max(1, counts.decisions),
      keyPlaces: [...counts.keyPlaces],
      faults: questionFaults(questions).map(({ code, question }) => (question ? `${code} ${question}` : code)),
    };
  });
}
