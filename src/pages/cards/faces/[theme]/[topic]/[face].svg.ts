import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { faceSvg } from '../../../../../../scripts/lib/card-sheets.ts';
import { cardsOfSite } from '../../../../../../scripts/lib/cards-of-site.ts';
import { siteRecords } from '../../../../../../scripts/lib/site-records.ts';
import { SIDES } from '../../../../../cards/face.ts';
import { LANGS } from '../../../../../model/localized.ts';

/** Every side of every card in every language. */
export const getStaticPaths = (() =>
  cardsOfSite(siteRecords()).flatMap((card) => {
    const [theme, topic, name] = card.id.split('/');
    return SIDES.flatMap((side) =>
      LANGS.map((lang) => ({
        params: { theme, topic, face: `${name ?? ''}.${side}.${lang}` },
        props: { card, side, lang },
      })),
    );
  })) satisfies GetStaticPaths;

/** The picture of one side of a card. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { card, side, lang } }) =>
  new Response(faceSvg(card, lang, side), { headers: { 'Content-Type': 'image/svg+xml' } });
