import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { phonePng } from '../../../../../../scripts/lib/card-files.ts';
import { cardsOfSite } from '../../../../../../scripts/lib/cards-of-site.ts';
import { siteRecords } from '../../../../../../scripts/lib/site-records.ts';
import { LANGS } from '../../../../../model/localized.ts';

/** Every card in every language. */
export const getStaticPaths = (() =>
  cardsOfSite(siteRecords()).flatMap((card) => {
    const [theme, topic, name = ''] = card.id.split('/');
    return LANGS.map((lang) => ({ params: { theme, topic, picture: `${name}.${lang}` }, props: { card, lang } }));
  })) satisfies GetStaticPaths;

/** Both sides of a card as one picture for a phone. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { card, lang } }) =>
  new Response(Buffer.from(phonePng(card, lang)), { headers: { 'Content-Type': 'image/png' } });
