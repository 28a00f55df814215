import { cardsOfSite, type CardView } from '../../scripts/lib/cards-of-site.ts';
import { siteRecords } from '../../scripts/lib/site-records.ts';
import { PRINT_SIZE_IDS, type PrintSizeId } from '../cards/card-size.ts';
import { SIDES, type Side } from '../cards/face.ts';
import { LANGS, type Lang } from '../model/localized.ts';

interface FacePath {
  params: { theme: string; topic: string; face: string };
  props: { card: CardView; side: Side; size: PrintSizeId; lang: Lang };
}

/** A static path for every side of every card in every size and language: `<theme>/<topic>/<card>.front.badge.zh`. */
export function facePaths(): FacePath[] {
  return cardsOfSite(siteRecords()).flatMap((card) => {
    const [theme = '', topic = '', name = ''] = card.id.split('/');
    return SIDES.flatMap((side) =>
      PRINT_SIZE_IDS.flatMap((size) =>
        LANGS.map((lang) => ({
          params: { theme, topic, face: `${name}.${side}.${size}.${lang}` },
          props: { card, side, size, lang },
        })),
      ),
    );
  });
}
