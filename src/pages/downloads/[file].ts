import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { loadExportTools } from '../../../scripts/lib/export-tools.ts';
import { allBanks, keptExport } from '../../../scripts/lib/question-banks.ts';
import { siteRecords } from '../../../scripts/lib/site-records.ts';
import { downloadsOf } from '../../components/downloads.ts';

/** Every bank in every format that is offered. */
export const getStaticPaths = (() =>
  allBanks(siteRecords()).flatMap((bank) =>
    downloadsOf(bank).map(({ file, exporter }) => ({ params: { file }, props: { bank, exporter } })),
  )) satisfies GetStaticPaths;

/** One bank in one format. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props: { bank, exporter } }) => {
  const bytes = await keptExport(bank, exporter, await loadExportTools());
  return new Response(bytes, { headers: { 'Content-Type': exporter.mediaType } });
};
