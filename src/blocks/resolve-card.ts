import { cardPath, qrAddress, typedAddress } from '../cards/card-address.ts';
import type { CardTexts } from '../cards/card-version.ts';
import { faceTexts, type FaceBody, type FaceContent, type FaceGroup, type FaceItem, type Side } from '../cards/face.ts';
import type { Card, CardFaceSpec } from '../model/card.ts';
import { LANGS, type Lang } from '../model/localized.ts';
import type { Site } from '../model/site.ts';
import { typographic } from '../model/typographic.ts';
import type { TopicRecord } from './records.ts';
import { cardFaces, type Block, type Topic } from './registry.ts';

/** What a card needs beside its record. */
export interface CardContext {
  site: Site;
  number: number;
  /** What `cardVersion` makes of the card's words. */
  version: string;
  /** Where the site lives; left out, cards carry neither QR code nor address. */
  address?: string;
}

/** Why a side of a card cannot be made; `faces` lists the names that would do. */
export type FaceProblem = { kind: 'no-block' } | { kind: 'no-face'; faces: string[] } | { kind: 'empty' };

/** What one side of a card says in `lang`, or why it says nothing. */
export function resolveFace(topic: Topic, card: Card, side: Side, lang: Lang): FaceBody | FaceProblem {
  const spec = card[side];
  const block = topic.blocks.find(({ id }) => id === spec.block);
  if (!block) return { kind: 'no-block' };
  const faces = facesOf(block);
  const face = spec.face === undefined ? Object.values(faces)[0] : faces[spec.face];
  if (!face) return { kind: 'no-face', faces: Object.keys(faces) };
  const body = face(block, spec, lang);
  const title = titleOf(card, spec, lang);
  const groups = body.groups.filter((group) => !repeats(group, title));
  return groups.length > 0 ? { ...body, groups } : { kind: 'empty' };
}

/** The card's words in every language; a side that cannot be made has its title alone. */
export function resolveCardTexts(topic: Topic, card: Card): CardTexts {
  const side = (name: Side): Record<Lang, string[]> =>
    byLang((lang) => {
      const title = titleOf(card, card[name], lang);
      const body = resolveFace(topic, card, name, lang);
      return 'groups' in body ? faceTexts(title, body) : [title];
    });
  return { front: side('front'), back: side('back') };
}

/**
 * All that one side of a card says in `lang`, or why it cannot be made. Its marks are those of print; the version is made
 * of the words as the record has them, so that no card is out of date for an apostrophe.
 */
export function resolveCard(
  { data: topic, theme: themeId }: Pick<TopicRecord, 'data' | 'theme'>,
  card: Card,
  side: Side,
  lang: Lang,
  { site, number, version, address }: CardContext,
): FaceContent | FaceProblem {
  const body = resolveFace(topic, card, side, lang);
  if (!('groups' in body)) return body;
  const theme = site.themes.find(({ id }) => id === themeId);
  if (!theme) throw new Error(`The site has no theme ${themeId}.`);
  const path = cardPath(number, lang, site.defaultLang);
  const coded = address !== undefined && side === 'front';
  const printed = (item: FaceItem): FaceItem => ({
    ...item,
    text: typographic(item.text, lang),
    ...(item.lead !== undefined && { lead: typographic(item.lead, lang) }),
  });
  return {
    lang,
    title: typographic(titleOf(card, card[side], lang), lang),
    body: { ...body, groups: body.groups.map((group) => ({ ...group, items: group.items.map(printed) })) },
    foot: {
      theme: theme.title[lang],
      number,
      version,
      reviewed: topic.reviewed.slice(0, 7),
      ...(coded && { address: typedAddress(address, path) }),
    },
    ...(coded && { qr: qrAddress(address, path, version) }),
    hue: { hue: theme.hue, chroma: theme.chroma },
  };
}

/** The faces of a block's kind; none for a kind without cards. */
function facesOf(block: Block): Record<string, (block: Block, spec: CardFaceSpec, lang: Lang) => FaceBody> {
  // The table gives each kind faces that take that kind's block; looked up by the block's own kind, they take this one.
  return (cardFaces[block.kind] ?? {}) as ReturnType<typeof facesOf>;
}

function titleOf(card: Card, spec: CardFaceSpec, lang: Lang): string {
  return (spec.title ?? card.title)[lang];
}

/** Whether a group only says what the title says already. */
function repeats({ items }: FaceGroup, title: string): boolean {
  const [item, ...others] = items;
  return others.length === 0 && item?.id === 'term' && item.text.toLowerCase() === title.toLowerCase();
}

function byLang<T>(of: (lang: Lang) => T): Record<Lang, T> {
  return Object.fromEntries(LANGS.map((lang) => [lang, of(lang)])) as Record<Lang, T>;
}
