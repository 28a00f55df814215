import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { file } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { topicPages } from '../scripts/lib/topic-pages.ts';

export const collections = {
  docs: defineCollection({ loader: topicPages(), schema: docsSchema() }),
  i18n: defineCollection({ loader: file('src/i18n/starlight.json'), schema: i18nSchema() }),
};
