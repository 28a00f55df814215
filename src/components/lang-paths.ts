import { LANGS, type Lang } from '../model/localized.ts';

/** A static path's params and props in each language: Chinese at the root, English under `en/`. */
export function langPaths(): { params: { lang: string | undefined }; props: { lang: Lang } }[] {
  return LANGS.map((lang) => ({ params: { lang: lang === 'en' ? 'en' : undefined }, props: { lang } }));
}
