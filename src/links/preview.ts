import type { FaceItem } from '../cards/face.ts';
import type { Hue } from '../model/hue.ts';
import type { Lang } from '../model/localized.ts';

/** One statement on a preview; `label` is the number or letter hung in front of it. */
export interface PreviewItem extends Pick<FaceItem, 'text' | 'lead' | 'mark' | 'strong'> {
  label?: string;
}

/** All that the picture shown beside a link says. Two equal contents are drawn alike, byte for byte. */
export interface PreviewContent {
  lang: Lang;
  hue: Hue;
  /** Where the page belongs, in the small line above the title. */
  kicker: string;
  title: string;
  /** What stands under the title where there are no items, or where there is room for both. */
  lead: string;
  /** The first lines of what to do, those together that belong together; as many are shown as can be read. */
  groups: PreviewItem[][];
  /** The name of the site. */
  site: string;
  /** Where the site lives, without scheme. */
  address?: string;
}
