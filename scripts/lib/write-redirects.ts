import type { AstroIntegration } from 'astro';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { movedAddresses, type MovedAddress } from '../../src/blocks/published.ts';
import type { Records } from '../../src/blocks/records.ts';
import { topicQuestions } from '../../src/blocks/topic-questions.ts';
import { linkTexts } from '../../src/i18n/links.ts';
import { hostRules, renderRedirect, type Redirect } from '../../src/links/redirects.ts';
import { LANGS, type Lang } from '../../src/model/localized.ts';
import { cardsOfSite, siteAddress } from './cards-of-site.ts';
import { writeFile } from './write-file.ts';

/** Puts a page where each published one used to be, and the rules by which a host can answer before it. */
export function writeRedirects(records: Records): AstroIntegration {
  let base = '/';
  return {
    name: 'write-redirects',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base;
      },
      'astro:build:done': ({ dir }) => {
        const root = fileURLToPath(dir);
        const redirects = redirectsOf(records, base.replace(/\/$/, ''));
        for (const redirect of redirects) {
          const t = linkTexts(redirect.lang);
          const texts = { title: t('moved.title', { title: redirect.title }), text: t('moved.text') };
          const place = redirect.from.slice(base.replace(/\/$/, '').length);
          writeFile(path.join(root, place, 'index.html'), renderRedirect(redirect, texts));
        }
        for (const [name, rules] of hostRules(redirects)) writeFile(path.join(root, name), rules);
      },
    },
  };
}

function redirectsOf(records: Records, base: string): Redirect[] {
  const site = siteAddress(records);
  return LANGS.flatMap((lang) =>
    withQuizzes(movedAddresses(records), records).map((moved): Redirect => {
      const here = (address: string) => `${base}${lang === 'en' ? '/en' : ''}${address}`;
      const to = here(moved.to);
      return {
        lang,
        from: here(moved.from),
        to,
        anchors: Object.fromEntries(Object.entries(moved.anchors).map(([anchor, target]) => [anchor, here(target)])),
        title: titleAt(records, moved.to, lang),
        ...(site !== undefined && { canonical: new URL(to, site).href }),
      };
    }),
  );
}

/** With each topic that has moved, the page of its questions. */
function withQuizzes(moved: readonly MovedAddress[], { topics }: Records): MovedAddress[] {
  return moved.flatMap((page) => {
    const asks = topics.some((topic) => page.to === `/${topic.id}/` && topicQuestions(topic, 'zh').length > 0);
    return asks ? [page, { from: `${page.from}quiz/`, to: `${page.to}quiz/`, anchors: {} }] : [page];
  });
}

/** What the page at an address is called. */
function titleAt(records: Records, address: string, lang: Lang): string {
  const page = (address.split('#')[0] ?? '').slice(1, -1).replace(/\/quiz$/, '');
  const { site, topics, paths } = records;
  const title =
    topics.find(({ id }) => id === page)?.data.title ??
    site.data.themes.find(({ id }) => id === page)?.title ??
    paths.get(page.replace(/^onboarding\//, ''))?.data.title ??
    cardsOfSite(records).find(({ number }) => `c/${number}` === page)?.title ??
    site.data.name;
  return title[lang];
}
