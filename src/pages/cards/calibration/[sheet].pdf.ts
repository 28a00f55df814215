import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { calibrationPdf } from '../../../../scripts/lib/card-files.ts';
import { PAPER_IDS } from '../../../cards/paper.ts';
import { USUAL_PRINT } from '../../../cards/print-settings.ts';
import { LANGS } from '../../../model/localized.ts';

/** A calibration sheet for every paper, in every language. */
export const getStaticPaths = (() =>
  PAPER_IDS.flatMap((paper) =>
    LANGS.map((lang) => ({
      params: { sheet: `${paper}.${lang}` },
      props: { settings: { ...USUAL_PRINT, paper }, lang },
    })),
  )) satisfies GetStaticPaths;

/** The sheet that shows how well a printer's two sides meet. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { settings, lang } }) =>
  new Response(Buffer.from(calibrationPdf(settings, lang)), { headers: { 'Content-Type': 'application/pdf' } });
