import type { Records, TopicRecord } from '../../src/blocks/records.ts';
import { topicQuestions } from '../../src/blocks/topic-questions.ts';
import { paperTexts } from '../../src/i18n/paper.ts';
import type { Lang, Localized } from '../../src/model/localized.ts';
import { remember } from '../../src/model/remember.ts';
import { drawPaper, paperCode, paperVersion } from '../../src/quiz/draw-paper.ts';
import { showQuestion } from '../../src/quiz/types/registry.ts';
import type { Paper } from './paper-pdf.ts';

/** What a paper is drawn from, and how. */
export interface PaperPlan {
  title: Localized;
  topics: readonly TopicRecord[];
  length: number;
  seed: string;
  /** How many shuffled versions, A first. */
  versions: number;
}

/** A paper that the site offers ready to print. */
export interface SitePaper {
  /** A theme's id, or `all`. */
  id: string;
  plan: PaperPlan;
  /** Root-relative, base path not included. */
  sheetsUrl: (lang: Lang) => string;
  keyUrl: (lang: Lang) => string;
}

const LENGTH = 20;
const VERSIONS = 3;
const NAMES = 'ABCDEFGHIJ';

/** One paper a theme, and one of all themes. The seed is the paper's id, so that it can be drawn again anywhere. */
export const papersOfSite = remember(({ site, topics }: Records): readonly SitePaper[] => {
  const offer = (id: string, title: Localized, own: readonly TopicRecord[]): SitePaper => ({
    id,
    plan: { title, topics: own, length: LENGTH, seed: id, versions: VERSIONS },
    sheetsUrl: (lang) => `/downloads/papers/${id}.${lang}.pdf`,
    keyUrl: (lang) => `/downloads/papers/${id}-key.${lang}.pdf`,
  });
  const themes = site.data.themes.flatMap(({ id, title }) => {
    const own = topics.filter(({ theme }) => theme === id);
    return own.length > 0 ? [offer(id, title, own)] : [];
  });
  return [...themes, offer('all', allThemes, topics)];
});

/** What a paper on every theme is called. */
export const allThemes: Localized = { zh: paperTexts('zh')('allThemes'), en: paperTexts('en')('allThemes') };

/** A paper in one language. The same seed draws the same questions here, on the page of an exam, and in every language. */
export function drawSitePaper({ site }: Records, plan: PaperPlan, lang: Lang): Paper {
  return drawn(plan, lang, site.data.name[lang]);
}

const drawn = remember((plan: PaperPlan, lang: Lang, siteName: string): Paper => {
  const { title, topics, length, seed, versions } = plan;
  const questions = topics.flatMap((topic) => topicQuestions(topic, lang)).map((question) => showQuestion(question));
  const asked = drawPaper(questions, seed, length);
  return {
    about: { lang, title: title[lang], site: siteName, seed },
    versions: [...NAMES.slice(0, versions)].map((name) => {
      const own = paperVersion(asked, seed, name);
      return { name, code: paperCode(own), questions: own };
    }),
    day:
      topics
        .map(({ data }) => data.reviewed)
        .sort()
        .at(-1) ?? '1970-01-01',
  };
});

/** The most versions that a paper can have. */
export const MOST_VERSIONS = NAMES.length;
