import type { Records, TopicRecord } from '../blocks/records.ts';
import { topicAskedOn, topicOf } from '../blocks/topic-of.ts';
import { topicQuestions } from '../blocks/topic-questions.ts';
import { linkTexts } from '../i18n/links.ts';
import { uiTexts } from '../i18n/ui.ts';
import type { Lang } from '../model/localized.ts';
import type { Path } from '../model/path.ts';

/** A thing as schema.org describes it. */
interface Thing {
  '@type': string;
  [property: string]: unknown;
}

/** What a page's description for search engines is made of. */
interface DataContext {
  records: Records;
  lang: Lang;
  /** The whole address of a page by its id, or of a place on it: `complaints/six-steps#steps`. */
  urlOf: (page: string) => string;
  /** The whole address of the page's preview. */
  image?: string;
}

/** What the page with this id is about, for search engines and other programs; undefined for pages about the site itself. */
export function pageData(page: string, context: DataContext): Thing[] | undefined {
  const { records } = context;
  if (page === '') return [siteThing(context)];
  if (page === 'glossary') return [glossaryThing(context)];
  const theme = records.site.data.themes.find(({ id }) => id === page);
  if (theme) {
    const own = records.topics.filter((topic) => topic.theme === page);
    const part = own.map(({ id, data }) => ({
      '@type': 'LearningResource',
      name: data.title[context.lang],
      url: context.urlOf(id),
    }));
    return [described('CollectionPage', page, theme.title, theme.description, context, { hasPart: part })];
  }
  const topic = topicOf(records, page);
  if (topic) return topicThings(topic, context);
  const asked = topicAskedOn(records, page);
  if (asked) return [quizThing(asked, page, context)];
  const path = records.paths.get(page.replace(/^onboarding\//, ''));
  return path && page.startsWith('onboarding/') ? [pathThing(page, path.data, context)] : undefined;
}

/** The description as it stands in a page: data in a script element, from which no text can break out. */
export function dataScript(things: readonly Thing[]): string {
  const graph = { '@context': 'https://schema.org', '@graph': things };
  return JSON.stringify(graph).replace(/[<>&\u2028\u2029]/g, (sign) => {
    return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

function siteThing({ records, lang, urlOf }: DataContext): Thing {
  const { name, description, tagline } = records.site.data;
  return {
    '@type': 'WebSite',
    name: name[lang],
    alternateName: name[lang === 'zh' ? 'en' : 'zh'],
    headline: tagline[lang],
    description: description[lang],
    url: urlOf(''),
    inLanguage: codeOf(lang),
  };
}

function topicThings(topic: TopicRecord, context: DataContext): Thing[] {
  const { records, lang, urlOf } = context;
  const { data, id } = topic;
  const t = uiTexts(lang);
  const processes = data.blocks.flatMap((block) => (block.kind === 'process' ? [block] : []));
  const scales = data.blocks.flatMap((block) => (block.kind === 'scale' ? [block] : []));
  const parts: Thing[] = [
    ...processes.map((block) => ({
      '@type': 'HowTo',
      '@id': urlOf(`${id}#${block.id}`),
      name: block.title[lang],
      inLanguage: codeOf(lang),
      step: block.steps.map((step, index) => ({
        '@type': 'HowToStep',
        position: index + 1,
        name: step.title[lang],
      })),
    })),
    ...scales.map((block) => ({
      '@type': 'Quiz',
      '@id': urlOf(`${id}#${block.id}`),
      name: block.title[lang],
      learningResourceType: 'self-assessment',
      inLanguage: codeOf(lang),
    })),
  ];
  const theme = records.site.data.themes.find((candidate) => candidate.id === topic.theme);
  const whole = described('LearningResource', id, data.title, data.description, context, {
    '@id': urlOf(id),
    dateModified: data.reviewed,
    author: { '@type': 'Organization', name: data.owner[lang] },
    audience: data.roles.map((role) => ({ '@type': 'Audience', audienceType: t(`role.${role}`) })),
    ...(theme && { about: { '@type': 'Thing', name: theme.title[lang], url: urlOf(theme.id) } }),
    ...(parts.length > 0 && { hasPart: parts.map((part) => ({ '@id': part['@id'] })) }),
  });
  return [whole, ...parts];
}

/** The page with a topic's questions. */
function quizThing(topic: TopicRecord, page: string, { lang, urlOf }: DataContext): Thing {
  const { title } = topic.data;
  return {
    '@type': 'Quiz',
    '@id': urlOf(page),
    name: linkTexts(lang)('data.quiz', { title: title[lang] }),
    about: { '@id': urlOf(topic.id) },
    inLanguage: codeOf(lang),
    hasPart: topicQuestions(topic, lang).map(({ stem }) => ({ '@type': 'Question', name: stem })),
  };
}

function glossaryThing(context: DataContext): Thing {
  const { records, lang, urlOf } = context;
  const t = uiTexts(lang);
  const title = { zh: t('glossary.title'), en: t('glossary.title') };
  const description = { zh: t('glossary.description'), en: t('glossary.description') };
  return described('DefinedTermSet', 'glossary', title, description, context, {
    hasDefinedTerm: records.glossary.data.terms.map(({ id, term, definition }) => ({
      '@type': 'DefinedTerm',
      name: term[lang],
      description: definition[lang],
      url: urlOf(`glossary#${id}`),
    })),
  });
}

function pathThing(page: string, path: Path, context: DataContext): Thing {
  const { records, lang, urlOf } = context;
  const minutesOf = (steps: Path['stages'][number]['steps']) => steps.reduce((sum, { minutes }) => sum + minutes, 0);
  const all = minutesOf(path.stages.flatMap(({ steps }) => steps));
  return described('Course', page, path.title, path.description, context, {
    provider: { '@type': 'Organization', name: records.site.data.name[lang], url: urlOf('') },
    timeRequired: `PT${all}M`,
    audience: { '@type': 'Audience', audienceType: uiTexts(lang)(`role.${path.role}`) },
    hasCourseInstance: { '@type': 'CourseInstance', courseMode: 'blended', courseWorkload: `PT${all}M` },
    syllabusSections: path.stages.map(({ title, steps }) => ({
      '@type': 'Syllabus',
      name: title[lang],
      timeRequired: `PT${minutesOf(steps)}M`,
    })),
  });
}

function described(
  type: string,
  page: string,
  name: Record<Lang, string>,
  description: Record<Lang, string>,
  { lang, urlOf, image }: DataContext,
  more: Record<string, unknown>,
): Thing {
  return {
    '@type': type,
    name: name[lang],
    description: description[lang],
    url: urlOf(page),
    inLanguage: codeOf(lang),
    ...(image !== undefined && { image }),
    ...more,
  };
}

function codeOf(lang: Lang): string {
  return lang === 'zh' ? 'zh-CN' : 'en';
}
