import { cardNumbers } from '../blocks/card-numbers.ts';
import type { Records, TopicRecord } from '../blocks/records.ts';
import { resolveFace } from '../blocks/resolve-card.ts';
import { typedAddress } from '../cards/card-address.ts';
import type { FaceBody } from '../cards/face.ts';
import { linkTexts } from '../i18n/links.ts';
import { uiTexts } from '../i18n/ui.ts';
import type { Hue } from '../model/hue.ts';
import { LANGS, type Lang } from '../model/localized.ts';
import type { PreviewContent, PreviewItem } from './preview.ts';

/** A page that has a preview of its own. */
export interface PagePreview {
  /** The page's address without language and outer slashes; empty for the home page. */
  page: string;
  lang: Lang;
  content: PreviewContent;
}

/** The hue of what belongs to no theme, the same as on the pages. */
const OWN_HUE: Hue = { hue: 250, chroma: 0.115 };

/**
 * The previews of all pages that have one of their own: home, themes, topics, cards, onboarding paths.
 * @param address where the site lives, when that is known.
 */
export function pagePreviews(records: Records, address?: string): PagePreview[] {
  const { site, topics, paths } = records;
  const numbers = cardNumbers(records);
  return LANGS.flatMap((lang): PagePreview[] => {
    const [t, told] = [uiTexts(lang), linkTexts(lang)];
    const frame = {
      lang,
      site: site.data.name[lang],
      ...(address !== undefined && { address: typedAddress(address, '') }),
    };
    const page = (id: string, content: Omit<PreviewContent, keyof typeof frame>): PagePreview => ({
      page: id,
      lang,
      content: { ...frame, ...content },
    });
    const { themes } = site.data;
    const themeOf = (topic: TopicRecord) => themes.find(({ id }) => id === topic.theme);
    const hueOf = (topic: TopicRecord): Hue => {
      const { hue, chroma } = themeOf(topic) ?? OWN_HUE;
      return { hue, chroma };
    };
    return [
      page('', {
        hue: OWN_HUE,
        kicker: site.data.name[lang],
        title: site.data.tagline[lang],
        lead: site.data.description[lang],
        groups: themes.map(({ title }) => [{ mark: 'dot', text: title[lang] }]),
      }),
      ...themes.map(({ id, title, description, hue, chroma }) =>
        page(id, {
          hue: { hue, chroma },
          kicker: site.data.tagline[lang],
          title: title[lang],
          lead: description[lang],
          groups: topics
            .filter(({ theme }) => theme === id)
            .map(({ data }, index) => [{ label: String(index + 1), text: (data.short ?? data.title)[lang] }]),
        }),
      ),
      ...topics.map((topic) =>
        page(topic.id, {
          hue: hueOf(topic),
          kicker: themeOf(topic)?.title[lang] ?? '',
          title: topic.data.title[lang],
          lead: topic.data.description[lang],
          groups: topicGroups(topic, lang),
        }),
      ),
      ...topics.flatMap((topic) =>
        topic.data.cards.map((card) => {
          const id = `${topic.id}/${card.id}`;
          const front = resolveFace(topic.data, card, 'front', lang);
          return page(`c/${numbers.get(id) ?? 0}`, {
            hue: hueOf(topic),
            kicker: told('preview.card', { number: numbers.get(id) ?? 0, theme: themeOf(topic)?.title[lang] ?? '' }),
            title: (card.front.title ?? card.title)[lang],
            lead: topic.data.description[lang],
            groups: 'groups' in front ? previewGroups(front) : [],
          });
        }),
      ),
      ...[...paths].map(([id, { data }]) =>
        page(`onboarding/${id}`, {
          hue: OWN_HUE,
          kicker: told('preview.path', { role: t(`role.${data.role}`) }),
          title: data.title[lang],
          lead: data.description[lang],
          groups: data.stages.map(({ title }) => [{ mark: 'tick', text: title[lang] }]),
        }),
      ),
    ];
  });
}

/** Where the preview of a page lies, root-relative without the base path: `/og/complaints/six-steps.zh.png`. */
export function previewPath(page: string, lang: Lang): string {
  return `/og/${page === '' ? 'index' : page}.${lang}.png`;
}

/** What a topic's first block that can stand on a card says on it; nothing for a topic of self-assessments alone. */
function topicGroups({ data }: TopicRecord, lang: Lang): PreviewItem[][] {
  for (const { id } of data.blocks) {
    const spec = { block: id };
    const body = resolveFace(data, { id, title: data.title, front: spec, back: spec }, 'front', lang);
    if ('groups' in body) return previewGroups(body);
  }
  return [];
}

/** A group as it stands on a card; a long list without number or letter is no group, each of its items stands alone. */
function previewGroups({ groups }: FaceBody): PreviewItem[][] {
  return groups.flatMap(({ label, items }) => {
    const shown = items.map(({ text, lead, mark, strong }, index): PreviewItem => ({
      text,
      ...(lead !== undefined && { lead }),
      ...(mark && { mark }),
      ...(strong && { strong }),
      ...(label !== undefined && index === 0 && { label }),
    }));
    return label === undefined && shown.length > 2 ? shown.map((item) => [item]) : [shown];
  });
}
