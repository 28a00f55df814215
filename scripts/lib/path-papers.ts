import type { Records } from '../../src/blocks/records.ts';
import { topicOf } from '../../src/blocks/topic-of.ts';
import { topicQuestions } from '../../src/blocks/topic-questions.ts';
import type { FaceContent } from '../../src/cards/face.ts';
import { onboardingTexts } from '../../src/i18n/onboarding.ts';
import { proseMarkdown } from '../../src/links/topic-markdown.ts';
import { hueColors, PAPER_COLORS } from '../../src/model/hue.ts';
import type { Lang, Localized } from '../../src/model/localized.ts';
import { remember } from '../../src/model/remember.ts';
import { formatMinutes } from '../../src/onboarding/format-minutes.ts';
import { resolvePlan, topicIdOf, type ShownStep } from '../../src/onboarding/resolve-plan.ts';
import { drawPaper } from '../../src/quiz/draw-paper.ts';
import type { ShownQuestion } from '../../src/quiz/shown-question.ts';
import { showQuestion } from '../../src/quiz/types/registry.ts';
import { cardsOfSite, siteAddress } from './cards-of-site.ts';
import { onboardingCatalogue } from './onboarding-catalogue.ts';

/** An onboarding path as it is printed, in one language: all words, nothing laid out. */
export interface PathPaper {
  lang: Lang;
  site: string;
  title: string;
  description: string;
  /** How many stages, steps and hours. */
  facts: string;
  /** The address of its page, for its code; undefined where nobody says where the site lives. */
  address: string | undefined;
  /** `2026-11-20`, so that equal papers make equal files. */
  day: string;
  stages: { title: string; time: string; steps: PaperStep[] }[];
}

/** A step of a printed path. */
export interface PaperStep {
  /** What is done: “Read”, “Quiz”. */
  kind: string;
  title: string;
  /** How long it takes, and what is a pass. */
  facts: string;
  /** The colour of its theme, `#rrggbb`. */
  color: string;
  /** The address of its page; undefined for what is done at work. */
  address: string | undefined;
  /** Whether somebody else signs for it. */
  isSigned: boolean;
  /** What a handout prints of it. */
  parts: PaperPart[];
}

/** Something that a handout prints. */
export type PaperPart =
  | { of: 'prose'; markdown: string }
  | { of: 'note'; text: string }
  | { of: 'card'; front: FaceContent; back: FaceContent; text: string }
  | { of: 'questions'; questions: ShownQuestion[]; text: string }
  | { of: 'scale'; text: string; items: { text: string; right: string }[]; points: number[] }
  | { of: 'lines'; lines: number };

/** The two papers of a path: what to tick off, and all there is to read. */
export const PATH_PAPERS = ['checklist', 'handout'] as const;
export type PathPaperKind = (typeof PATH_PAPERS)[number];

/** How many questions of a quiz a handout asks. */
const QUESTIONS = 6;
const LINES = { practise: 5, 'on-the-job': 3 };

/** Where a path's paper stands, root-relative, base path not included. */
export function pathPaperUrl(path: string, kind: PathPaperKind, lang: Lang): string {
  return `/downloads/paths/${path}${kind === 'checklist' ? '-checklist' : ''}.${lang}.pdf`;
}

/** A path of the content as its paper says it; undefined when there is no such path. */
export const pathPaper = remember(
  (records: Records, id: string, kind: PathPaperKind, lang: Lang): PathPaper | undefined =>
    layWords(records, id, kind, lang),
);

function layWords(records: Records, id: string, kind: PathPaperKind, lang: Lang): PathPaper | undefined {
  const { site, topics, paths } = records;
  const catalogue = onboardingCatalogue(records, lang, '');
  const [plan, path] = [catalogue.paths[id], paths.get(id)];
  if (!plan || !path) return undefined;
  const { plan: texts, paper: say } = onboardingTexts(lang);
  const address = siteAddress(records)?.replace(/\/+$/, '');
  const stages = resolvePlan(plan, catalogue);
  const steps = stages.flatMap((stage) => stage.steps);
  const partsOf = kind === 'handout' ? handoutParts(records, id, lang) : () => [];
  const minutes = stages.reduce((sum, stage) => sum + stage.minutes, 0);
  const about = new Set(steps.map((step) => step.about?.split('/').slice(0, 2).join('/')));
  return {
    lang,
    site: site.data.name[lang],
    title: plan.title,
    description: path.data.description[lang],
    facts: fill(say.facts, { stages: stages.length, steps: steps.length, time: formatMinutes(minutes, texts) }),
    address: address && `${address}${catalogue.root}/onboarding/${id}/`,
    day: latest(topics.flatMap((topic) => (about.has(topic.id) ? [topic.data.reviewed] : []))),
    stages: stages.map((stage) => ({
      title: stage.title,
      time: formatMinutes(stage.minutes, texts),
      steps: stage.steps.map((step): PaperStep => {
        const theme = site.data.themes.find((candidate) => candidate.id === step.theme);
        const pass = step.pass === undefined ? [] : [fill(texts.pass, { n: Math.round(step.pass * 100) })];
        return {
          kind: texts.do[step.do],
          title: step.title,
          facts: [formatMinutes(step.minutes, texts), ...pass].join(' · '),
          color: theme ? hueColors(theme).accent : PAPER_COLORS.inkSoft,
          address: step.href && address && `${address}${step.href}`,
          isSigned: step.do === 'on-the-job' || step.do === 'practise',
          parts: partsOf(step),
        };
      }),
    })),
  };
}

/** What a handout prints of each step; asked step by step, so that nothing is printed twice. */
function handoutParts(records: Records, path: string, lang: Lang): (step: ShownStep) => PaperPart[] {
  const say = onboardingTexts(lang).paper;
  const cards = cardsOfSite(records);
  const printed = new Set<string>();
  const topicOfStep = ({ about }: ShownStep) => (about === undefined ? undefined : topicOf(records, topicIdOf(about)));
  /** The topic itself the first time, then where it stands. */
  const prose = (step: ShownStep): PaperPart[] => {
    const topic = topicOfStep(step);
    if (!topic) return [];
    if (printed.has(topic.id)) return [{ of: 'note', text: fill(say.before, { topic: topic.data.title[lang] }) }];
    printed.add(topic.id);
    return [
      { of: 'note', text: topic.data.description[lang] },
      { of: 'prose', markdown: proseMarkdown(topic, lang) },
    ];
  };
  return (step) => {
    switch (step.do) {
      case 'read':
        return prose(step);
      case 'card': {
        const card = cards.find(({ id }) => step.key === `card:${id}`);
        const [front, back] = [card?.face(lang, 'front'), card?.face(lang, 'back')];
        if (!front || !back || 'kind' in front || 'kind' in back) return [];
        return [{ of: 'card', front, back, text: say.cut }];
      }
      case 'quiz': {
        const topic = topicOfStep(step);
        const own = topic ? topicQuestions(topic, lang).map((question) => showQuestion(question)) : [];
        // The prose of a topic tells its story already.
        const short = own.filter(({ type }) => type !== 'scenario');
        const questions = drawPaper(short, path, QUESTIONS);
        const pass = Math.round((step.pass ?? 0) * 100);
        return [{ of: 'questions', questions, text: fill(say.questions, { n: questions.length, pass }) }];
      }
      case 'assess':
        return scale(records, step, lang);
      case 'practise':
        return [...prose(step), { of: 'lines', lines: LINES.practise }];
      case 'on-the-job':
        return [{ of: 'lines', lines: LINES['on-the-job'] }];
    }
  };
}

/** A self-assessment to fill in on paper. */
function scale(records: Records, { about = '' }: ShownStep, lang: Lang): PaperPart[] {
  const say = onboardingTexts(lang).paper;
  const topic = topicOf(records, topicIdOf(about));
  const block = topic?.data.blocks.find(({ id }) => about === `${topic.id}/${id}`);
  if (block?.kind !== 'scale') return [];
  const { from, to } = block.points ?? { from: 0, to: 0 };
  const step = Math.sign(to - from);
  const points = Array.from({ length: from === to ? 0 : Math.abs(to - from) + 1 }, (_, at) => from + at * step);
  const textOf = (text: Localized | undefined) => text?.[lang] ?? '';
  const how = points.length === 0 ? say.fits : fill(say.circle, { from, to });
  return [
    ...(block.intro ? [{ of: 'note' as const, text: block.intro[lang] }] : []),
    {
      of: 'scale',
      text: how,
      items: block.items.map(({ text, left, right }) => ({
        text: textOf(left ?? text),
        right: textOf(right),
      })),
      points,
    },
    {
      of: 'prose',
      markdown: block.bands
        .map((band) => `- **${band.from}–${band.to} · ${band.title[lang]}** ${band.text[lang]}`)
        .join('\n'),
    },
  ];
}

function fill(template: string, values: Record<string, string | number>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

function latest(days: readonly string[]): string {
  return [...days].sort().at(-1) ?? '1970-01-01';
}
