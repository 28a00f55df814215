import type { ShownQuestion } from '../quiz/shown-question.ts';

/** A topic as the pages that ask about several of them know it. */
interface BankTopic {
  /** `<theme>/<topic>`. */
  id: string;
  title: string;
  theme: string;
  /** How many questions it asks. */
  questions: number;
  /** Ids that it had before. */
  formerly?: string[];
}

/** What a page of review or exam is given. */
export interface BankData {
  lang: string;
  /** Where the questions lie, base path included: `/api/quiz/`. */
  source: string;
  themes: { id: string; title: string; style: string }[];
  topics: BankTopic[];
}

/** The questions of some topics, by topic; rejects when one does not arrive. They are then at hand without a network. */
export async function loadBank(data: BankData, topics: readonly string[]): Promise<Map<string, ShownQuestion[]>> {
  const loaded = await Promise.all(
    topics.map(async (topic) => {
      const response = await fetch(`${data.source}${topic}.${data.lang}.json`);
      if (!response.ok) throw new Error(`${topic}: ${String(response.status)}`);
      return [topic, (await response.json()) as ShownQuestion[]] as const;
    }),
  );
  return new Map(loaded);
}

/** `<theme>/<topic>` of a question's id. */
export function topicOf({ id }: { id: string }): string {
  return id.split('/').slice(0, 2).join('/');
}
