import { Resvg } from '@resvg/resvg-js';
import type { Records } from '../../src/blocks/records.ts';
import { renderOutlineSvg } from '../../src/cards/render-outline-svg.ts';
import { composePreview, PREVIEW_PX } from '../../src/links/compose-preview.ts';
import { pagePreviews, previewPath, type PagePreview } from '../../src/links/page-previews.ts';
import type { PreviewContent } from '../../src/links/preview.ts';
import { hashText } from '../../src/model/hash-text.ts';
import type { Lang } from '../../src/model/localized.ts';
import { remember } from '../../src/model/remember.ts';
import { cardFonts, fontMeasurer, fontVersion } from './card-fonts.ts';
import { siteAddress } from './cards-of-site.ts';
import { codeVersion } from './code-version.ts';

/** What decides how a preview looks, beside its words: a changed template never shows an old picture. */
const TEMPLATE = [
  'src/links/compose-preview.ts',
  'src/cards/break-lines.ts',
  'src/cards/compose-face.ts',
  'src/cards/render-outline-svg.ts',
  'src/model/hue.ts',
  'scripts/lib/card-fonts.ts',
  'scripts/lib/preview-files.ts',
];

/** A preview as PNG, 1200 × 630. */
export function renderPreview(content: PreviewContent, root: string): Uint8Array {
  const svg = renderOutlineSvg(composePreview(content, fontMeasurer(root, content.lang)), cardFonts(root));
  const fitTo = { mode: 'width', value: PREVIEW_PX.width } as const;
  return new Resvg(svg, { fitTo, font: { loadSystemFonts: false } }).render().asPng();
}

/** The name of a preview in the cache, made of its words, the template and the fonts: equal names mean equal pictures. */
export const previewName = remember(
  (content: PreviewContent, root: string) =>
    `${hashText(JSON.stringify([fontVersion(root), codeVersion(root, TEMPLATE), content]))}.preview.png`,
);

/** The previews of all pages that have one of their own. */
export const previewsOfSite = remember((records: Records): readonly PagePreview[] =>
  pagePreviews(records, siteAddress(records)),
);

const byPath = remember(
  (previews: readonly PagePreview[]) => new Map(previews.map((one) => [previewPath(one.page, one.lang), one])),
);

/** The preview of a page; that of the home page, for pages about the site itself. */
export function previewOf(records: Records, page: string, lang: Lang): PagePreview | undefined {
  const found = byPath(previewsOfSite(records));
  return found.get(previewPath(page, lang)) ?? found.get(previewPath('', lang));
}
