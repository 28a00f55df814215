import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { sheetPdf } from '../../../../scripts/lib/card-sheets.ts';
import { decksOfSite } from '../../../../scripts/lib/cards-of-site.ts';
import { siteRecords } from '../../../../scripts/lib/site-records.ts';
import { LANGS } from '../../../model/localized.ts';

/** Every deck in every language. */
export const getStaticPaths = (() =>
  decksOfSite(siteRecords()).flatMap((deck) =>
    LANGS.map((lang) => ({ params: { deck: `${deck.id}.${lang}` }, props: { deck, lang } })),
  )) satisfies GetStaticPaths;

/** The sheets of one deck, ready to print. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props: { deck, lang } }) => {
  const pdf = await sheetPdf(deck, lang);
  return new Response(Buffer.from(pdf), { headers: { 'Content-Type': 'application/pdf' } });
};
