import type { Records, TopicRecord } from '../../src/blocks/records.ts';
import { topicQuestions } from '../../src/blocks/topic-questions.ts';
import { hueVariables } from '../../src/model/hue.ts';
import type { Lang } from '../../src/model/localized.ts';
import type { Catalogue } from '../../src/onboarding/catalogue.ts';
import { planOfPath } from '../../src/onboarding/plan-of-path.ts';
import { cardsOfSite } from './cards-of-site.ts';

/** Kinds that a step can ask to practise, beside self-assessments: what is read aloud, acted out or thought over. */
const PRACTISED = new Set(['case', 'phrases', 'process', 'reflection']);

const known = new WeakMap<Records, Map<string, Catalogue>>();

/**
 * What plans can be made of, in `lang`.
 * @param base what stands before every address, without a closing slash.
 */
export function onboardingCatalogue(records: Records, lang: Lang, base: string): Catalogue {
  const kept = known.get(records) ?? new Map<string, Catalogue>();
  known.set(records, kept);
  const key = `${lang} ${base}`;
  const catalogue = kept.get(key) ?? makeCatalogue(records, lang, base);
  kept.set(key, catalogue);
  return catalogue;
}

function makeCatalogue(records: Records, lang: Lang, base: string): Catalogue {
  const paths = [...records.paths].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    lang,
    root: `${base}${lang === 'en' ? '/en' : ''}`,
    topics: Object.fromEntries(records.topics.map((topic) => [topic.id, listTopic(topic, lang)])),
    themes: Object.fromEntries(
      records.site.data.themes.map((theme) => [theme.id, { title: theme.title[lang], style: hueVariables(theme) }]),
    ),
    cards: Object.fromEntries(
      cardsOfSite(records).map(({ id, title, number }) => [id, { title: title[lang], number }]),
    ),
    paths: Object.fromEntries(paths.map(([id, { data }]) => [id, planOfPath(id, data, lang)])),
    jobs: Object.fromEntries(
      paths.flatMap(([id, { data }]) =>
        data.stages.flatMap(({ steps }) =>
          steps.flatMap((step) => (step.do === 'on-the-job' ? [[`${id}/${step.id}`, step.text[lang]]] : [])),
        ),
      ),
    ),
    moved: records.permalinks.data.redirects,
  };
}

function listTopic(topic: TopicRecord, lang: Lang): Catalogue['topics'][string] {
  const { title, blocks } = topic.data;
  return {
    title: title[lang],
    theme: topic.theme,
    questions: topicQuestions(topic, lang).length,
    scales: Object.fromEntries(
      blocks.flatMap((block) => {
        if (block.kind !== 'scale') return [];
        const most = Math.max(block.points?.from ?? 1, block.points?.to ?? 1) * block.items.length;
        return [[block.id, { title: block.title[lang], most }]];
      }),
    ),
    blocks: Object.fromEntries(
      blocks.flatMap((block) => (PRACTISED.has(block.kind) ? [[block.id, block.title[lang]]] : [])),
    ),
  };
}
