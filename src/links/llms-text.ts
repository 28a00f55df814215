import type { Records } from '../blocks/records.ts';
import { linkTexts } from '../i18n/links.ts';
import type { Lang } from '../model/localized.ts';
import { plain } from './block-markdown.ts';

/** The addresses that the overview leads to. */
interface LlmsAddresses {
  /** The Markdown file of a topic. */
  topic: (id: string) => string;
  /** A page by its id. */
  page: (id: string) => string;
  /** What else programs can read: name and address. */
  data: readonly { name: string; url: string }[];
}

/** The overview that language models look for: what the site is, then every topic as Markdown, theme by theme. */
export function llmsText(records: Records, lang: Lang, addresses: LlmsAddresses): string {
  const { name, description, tagline, themes } = records.site.data;
  const t = linkTexts(lang);
  const link = (title: string, url: string, about?: string) =>
    `- [${plain(title)}](${url})${about === undefined ? '' : `: ${plain(about)}`}`;
  const sections = themes.flatMap((theme) => {
    const own = records.topics.filter((topic) => topic.theme === theme.id);
    if (own.length === 0) return [];
    const lines = own.map(({ id, data }) => link(data.title[lang], addresses.topic(id), data.description[lang]));
    return [`## ${plain(theme.title[lang])}\n\n${plain(theme.description[lang])}\n\n${lines.join('\n')}`];
  });
  const data = [...addresses.data, { name: t('data.title'), url: addresses.page('about/data') }];
  return [
    `# ${plain(name[lang])}`,
    `> ${plain(description[lang])}`,
    plain(tagline[lang]),
    ...sections,
    `## ${t('llms.data')}\n\n${data.map((entry) => link(entry.name, entry.url)).join('\n')}`,
  ]
    .join('\n\n')
    .concat('\n');
}
