import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { sheetPdf } from '../../../../scripts/lib/card-files.ts';
import { decksOfSite, sheetSuffix } from '../../../../scripts/lib/cards-of-site.ts';
import { siteRecords } from '../../../../scripts/lib/site-records.ts';
import { READY_MADE } from '../../../cards/print-settings.ts';
import { LANGS } from '../../../model/localized.ts';

/** Every deck in every language, in every way that is offered ready-made. */
export const getStaticPaths = (() =>
  decksOfSite(siteRecords()).flatMap((deck) =>
    READY_MADE.flatMap((settings) =>
      LANGS.map((lang) => ({
        params: { deck: `${deck.id}${sheetSuffix(settings)}.${lang}` },
        props: { deck, lang, settings },
      })),
    ),
  )) satisfies GetStaticPaths;

/** The sheets of one deck, ready to print. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { deck, lang, settings } }) =>
  new Response(Buffer.from(sheetPdf(deck, lang, settings)), { headers: { 'Content-Type': 'application/pdf' } });
