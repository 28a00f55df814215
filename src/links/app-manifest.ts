import { pocketTexts } from '../i18n/pocket.ts';
import { reviewTexts } from '../i18n/review.ts';
import { uiTexts } from '../i18n/ui.ts';
import type { Lang } from '../model/localized.ts';
import type { Site } from '../model/site.ts';

/** The colours of what stands round a page, as the header has them in `src/styles/tokens.css`; in sRGB, which every system knows. */
export const FRAME_COLOURS = { light: '#ffffff', dark: '#181c21' } as const;

/** The icons of the installed site by the names of their files in `pocket/`; `inset` is the part of the side left round the picture. */
export const APP_ICONS = {
  'icon-192': { size: 192, inset: 0, purpose: 'any' },
  'icon-512': { size: 512, inset: 0, purpose: 'any' },
  // A system cuts its own shape out of these, which may take a fifth from each side.
  'icon-maskable-512': { size: 512, inset: 0.13, purpose: 'maskable' },
  'icon-apple-180': { size: 180, inset: 0.12, purpose: undefined },
} as const;

/**
 * What a system shows of the site once it stands on the home screen (Web Application Manifest, W3C), one a language.
 * `urlOf` gives the root-relative address of a page in `lang`, `fileUrl` that of a file of the site.
 */
export function appManifest(
  site: Site,
  lang: Lang,
  urlOf: (lang: Lang, page: string) => string,
  fileUrl: (file: string) => string,
): object {
  const t = uiTexts(lang);
  const shortcut = (name: string, page: string) => ({ name, url: urlOf(lang, page) });
  return {
    id: urlOf(lang, ''),
    name: site.name[lang],
    short_name: site.name[lang],
    description: pocketTexts(lang).description,
    lang: lang === 'zh' ? 'zh-CN' : 'en',
    start_url: urlOf(lang, ''),
    // Both languages, so that changing between them stays inside.
    scope: urlOf('zh', ''),
    display: 'standalone',
    theme_color: FRAME_COLOURS.light,
    background_color: FRAME_COLOURS.light,
    icons: Object.entries(APP_ICONS).flatMap(([name, { size, purpose }]) =>
      purpose === undefined
        ? []
        : [{ src: fileUrl(`pocket/${name}.png`), sizes: `${size}x${size}`, type: 'image/png', purpose }],
    ),
    shortcuts: [
      shortcut(t('search.title'), 'search'),
      shortcut(t('nav.cards'), 'cards'),
      shortcut(reviewTexts(lang).home, 'review'),
    ],
  };
}
