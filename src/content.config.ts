import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
import starlightTexts from './i18n/starlight.json' with { type: 'json' };
import { topicPages } from '../scripts/lib/topic-pages.ts';

export const collections = {
  docs: defineCollection({ loader: topicPages(), schema: docsSchema() }),
  i18n: defineCollection({
    loader: () => Object.entries(starlightTexts).map(([id, texts]) => ({ id, ...texts })),
    schema: i18nSchema(),
  }),
};
