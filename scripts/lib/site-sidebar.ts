import type { StarlightUserConfig } from '@astrojs/starlight/types';
import type { Records } from '../../src/blocks/records.ts';

/** The contents list: every theme that has topics, with its topics in reading order. */
export function siteSidebar({ site, topics }: Records): NonNullable<StarlightUserConfig['sidebar']> {
  return site.data.themes.flatMap((theme) => {
    const own = topics.filter((topic) => topic.theme === theme.id);
    if (own.length === 0) return [];
    return [
      {
        label: theme.title.zh,
        translations: { en: theme.title.en },
        collapsed: true,
        items: own.map(({ id, data }) => {
          const label = data.short ?? data.title;
          return { slug: id, label: label.zh, translations: { en: label.en } };
        }),
      },
    ];
  });
}
