import { Resvg } from '@resvg/resvg-js';
import { PRINT_SIZE_IDS, type PrintSizeId, type SizeId } from '../../src/cards/card-size.ts';
import { SIDES, type FaceContent, type Side } from '../../src/cards/face.ts';
import { BLEED_MM, impose } from '../../src/cards/impose.ts';
import { labelTexts } from '../../src/cards/label-texts.ts';
import { PAPERS } from '../../src/cards/paper.ts';
import { renderCalibrationPdf } from '../../src/cards/pdf/render-calibration-pdf.ts';
import { renderFacePdf } from '../../src/cards/pdf/render-face-pdf.ts';
import { renderLabelsPdf } from '../../src/cards/pdf/render-labels-pdf.ts';
import { renderSheetsPdf } from '../../src/cards/pdf/render-sheets-pdf.ts';
import type { DocumentAbout } from '../../src/cards/pdf/write-document.ts';
import type { PrintSettings } from '../../src/cards/print-settings.ts';
import { renderFaceSvg } from '../../src/cards/render-face-svg.ts';
import { renderOutlineSvg } from '../../src/cards/render-outline-svg.ts';
import type { Scene } from '../../src/cards/scene.ts';
import { stackScenes } from '../../src/cards/stack-scenes.ts';
import type { PreviewContent } from '../../src/links/preview.ts';
import { cardTexts } from '../../src/i18n/cards.ts';
import { shelfTexts } from '../../src/i18n/shelf.ts';
import { hashText } from '../../src/model/hash-text.ts';
import type { Lang } from '../../src/model/localized.ts';
import { remember } from '../../src/model/remember.ts';
import { cardFonts } from './card-fonts.ts';
import { drawerOf } from './card-scenes.ts';
import { encodePng } from './encode-png.ts';
import { hasFile, keepFile, keptFile } from './file-cache.ts';
import type { CardView, DeckView } from './cards-of-site.ts';
import { previewName, renderPreview } from './preview-files.ts';

/** Pixels across a phone picture; it is upright, 16 to 9. */
const PHONE_WIDTH_PX = 1080;

/** The day of files that come from no record, so that they do not change from build to build. */
const UNDATED = '2026-01-01';

/** What one file of cards is made from, as plain data, so that it can be made in another thread. */
export type CardJob = DrawJob | CardFileJob;

interface DrawJob {
  kind: 'draw';
  face: FaceContent;
  size: SizeId;
}

type CardFileJob =
  | { kind: 'face-pdf'; faces: FaceContent[]; size: PrintSizeId; about: DocumentAbout }
  | { kind: 'sheet-pdf'; faces: Record<Side, FaceContent>[]; about: DocumentAbout; settings: PrintSettings }
  | { kind: 'phone-png'; front: FaceContent; back: FaceContent }
  | { kind: 'preview-png'; preview: PreviewContent };

/** One side of a card as a stand-alone SVG of its true size. */
export function faceSvg(card: CardView, lang: Lang, side: Side, size: PrintSizeId, root = process.cwd()): string {
  return renderFaceSvg(drawerOf(root).draw(faceOf(card, lang, side), size).scene);
}

/** One side of a card as a page with bleed, to be put on sheets in the browser or sent to a print shop. */
export function facePdf(card: CardView, lang: Lang, side: Side, size: PrintSizeId, root = process.cwd()): Uint8Array {
  return fileOfJob(facePdfJob(card, lang, [side], size), root);
}

/** Both sides of a card as one picture for a phone. */
export function phonePng(card: CardView, lang: Lang, root = process.cwd()): Uint8Array {
  return fileOfJob(phoneJob(card, lang), root);
}

/** The picture shown beside a link. */
export function previewPng(preview: PreviewContent, root = process.cwd()): Uint8Array {
  return fileOfJob({ kind: 'preview-png', preview }, root);
}

/** A deck on sheets, ready to print. */
export function sheetPdf(
  deck: Pick<DeckView, 'title' | 'cards' | 'site'>,
  lang: Lang,
  settings: PrintSettings,
  root = process.cwd(),
): Uint8Array {
  return fileOfJob(sheetJob(deck, lang, settings), root);
}

/** The job behind `sheetPdf`. */
export function sheetJob(
  deck: Pick<DeckView, 'title' | 'cards' | 'site'>,
  lang: Lang,
  settings: PrintSettings,
): CardFileJob {
  const about: DocumentAbout = {
    lang,
    title: deck.title[lang],
    author: deck.site[lang],
    subject: labelTexts(deck.title[lang], lang)[`how ${settings.sides}`],
    day: latest(deck.cards.map(({ reviewed }) => reviewed)),
  };
  const faces = deck.cards.map((card) => ({ front: faceOf(card, lang, 'front'), back: faceOf(card, lang, 'back') }));
  return { kind: 'sheet-pdf', faces, about, settings };
}

function renderSheet({ faces, about, settings }: CardFileJob & { kind: 'sheet-pdf' }, root: string): Uint8Array {
  const { size, sides, paper } = settings;
  const { draw } = drawerOf(root);
  return renderSheetsPdf(
    {
      about,
      paper: PAPERS[paper],
      pages: impose(faces.length, settings),
      cards: faces.map(({ front, back }) => ({ front: draw(front, size).scene, back: draw(back, size).scene })),
      sides,
      labels: labelTexts(about.title, about.lang),
    },
    cardFonts(root),
  );
}

/** One side of a card in the sizes named, by default in every one. A side that cannot be made is left out. */
export function drawJobs(
  card: CardView,
  side: Side,
  lang: Lang,
  sizes: readonly SizeId[] = [...PRINT_SIZE_IDS, 'phone'],
): DrawJob[] {
  return sizes.flatMap((size) => {
    const face = size === 'phone' ? phoneFace(card, lang, side) : card.face(lang, side);
    return 'kind' in face ? [] : [{ kind: 'draw' as const, size, face }];
  });
}

/** The sides of a deck's cards, each on a page of its own with bleed, for a print shop. */
export function deckPagesPdf(
  deck: Pick<DeckView, 'title' | 'cards' | 'site'>,
  lang: Lang,
  size: PrintSizeId,
  root = process.cwd(),
): Uint8Array {
  const about: DocumentAbout = {
    lang,
    title: deck.title[lang],
    author: deck.site[lang],
    subject: cardTexts(lang)('sheet.pages', { bleed: BLEED_MM }),
    day: latest(deck.cards.map(({ reviewed }) => reviewed)),
  };
  const faces = deck.cards.flatMap((card) => SIDES.map((side) => faceOf(card, lang, side)));
  return fileOfJob({ kind: 'face-pdf', faces, size, about }, root);
}

/** The parts of the labels of a deck that a reader puts together. */
export function labelsPdf(lang: Lang, root = process.cwd()): Uint8Array {
  const title = shelfTexts(lang)('deck.mine');
  const about: DocumentAbout = { lang, title, author: title, subject: title, day: UNDATED };
  return renderLabelsPdf(about, labelTexts(title, lang), cardFonts(root));
}

/** The sheet that shows how well a printer's two sides meet. */
export function calibrationPdf(settings: PrintSettings, lang: Lang, root = process.cwd()): Uint8Array {
  const say = cardTexts(lang);
  return renderCalibrationPdf(
    {
      about: {
        lang,
        title: say('calibration.title'),
        author: say('calibration.title'),
        subject: say(`sheet.instruction.${settings.sides}`),
        day: UNDATED,
      },
      paper: PAPERS[settings.paper],
      settings,
      front: [say('calibration.how.1'), say('calibration.how.2'), say('calibration.how.3'), say('calibration.how.4')],
      back: [say('calibration.read.1'), say('calibration.read.2')],
      names: {
        front: `${say('calibration.title')} · ${say('calibration.front')}`,
        back: `${say('calibration.title')} · ${say('calibration.back')}`,
      },
      across: say('calibration.across'),
      down: say('calibration.down'),
    },
    cardFonts(root),
  );
}

/** What the site's files of a card in one language are made by. */
export function jobsOfCard(card: CardView, lang: Lang): CardFileJob[] {
  return [
    ...PRINT_SIZE_IDS.flatMap((size) => SIDES.map((side) => facePdfJob(card, lang, [side], size))),
    phoneJob(card, lang),
  ];
}

/** The job behind `facePdf`; with two sides, two pages. */
function facePdfJob(card: CardView, lang: Lang, sides: readonly Side[], size: PrintSizeId): CardFileJob {
  const faces = sides.map((side) => faceOf(card, lang, side));
  const about: DocumentAbout = {
    lang,
    title: faces[0]?.title ?? card.title[lang],
    author: card.site[lang],
    subject: `${card.topic.data.title[lang]} · ${card.version}`,
    day: card.reviewed,
  };
  return { kind: 'face-pdf', faces, size, about };
}

/** The job behind `phonePng`. */
export function phoneJob(card: CardView, lang: Lang): CardFileJob {
  const [front, back] = [phoneFace(card, lang, 'front'), phoneFace(card, lang, 'back')];
  if ('kind' in front || 'kind' in back) throw new Error(`Card ${card.id} lacks a side in ${lang}.`);
  return { kind: 'phone-png', front, back };
}

/** A side of a card as it stands on the phone picture, where the small print stands once, at the bottom. */
const phoneFace = remember((card: CardView, lang: Lang, side: Side): ReturnType<CardView['face']> => {
  const face = card.face(lang, side);
  const front = card.face(lang, 'front');
  if ('kind' in face || 'kind' in front) return face;
  if (side === 'back') return { ...face, ...(front.foot && { foot: front.foot }) };
  const { lang: faceLang, title, body, qr, hue } = face;
  return { lang: faceLang, title, body, ...(qr !== undefined && { qr }), hue };
});

/** Whether a job is done, in this run or an earlier one. */
export function isMade(job: CardJob, root: string): boolean {
  if (job.kind === 'draw') return drawerOf(root).isDrawn(job.face, job.size);
  return hasFile(root, 'cards', nameOfJob(job, root));
}

/** The file of a job, from the cache or made and kept. */
export function fileOfJob(job: CardFileJob, root: string): Uint8Array {
  return kept(root, nameOfJob(job, root), () => {
    if (job.kind === 'preview-png') return renderPreview(job.preview, root);
    if (job.kind === 'sheet-pdf') return renderSheet(job, root);
    const drawer = drawerOf(root);
    if (job.kind === 'face-pdf') {
      const scenes = job.faces.map((face) => drawer.draw(face, job.size).scene);
      return renderFacePdf(job.about, scenes, cardFonts(root));
    }
    const scene = stackScenes(drawer.draw(job.front, 'phone').scene, drawer.draw(job.back, 'phone').scene);
    const fitTo = { mode: 'width', value: PHONE_WIDTH_PX } as const;
    const svg = renderOutlineSvg(scene, cardFonts(root));
    const { pixels, width, height } = new Resvg(svg, { fitTo, font: { loadSystemFonts: false } }).render();
    return encodePng(pixels, width, height, inksOf(scene));
  });
}

function inksOf({ shapes }: Scene): string[] {
  return [...new Set(shapes.map((shape) => (shape.kind === 'stroke' ? shape.stroke : shape.fill)))];
}

/** The name that a job's file has in the cache: made of everything that decides its bytes. */
function nameOfJob(job: CardFileJob, root: string): string {
  if (job.kind === 'preview-png') return previewName(job.preview, root);
  const { keyOf } = drawerOf(root);
  if (job.kind === 'sheet-pdf') {
    const { about, settings, faces } = job;
    const keys = faces.flatMap(({ front, back }) => [keyOf(front, settings.size), keyOf(back, settings.size)]);
    return `${hashText(JSON.stringify([about, labelTexts(about.title, about.lang), settings, keys]))}.pdf`;
  }
  if (job.kind === 'phone-png') return `${hashText(keyOf(job.front, 'phone') + keyOf(job.back, 'phone'))}.png`;
  return `${hashText(JSON.stringify([job.about, job.faces.map((face) => keyOf(face, job.size))]))}.pdf`;
}

function faceOf(card: CardView, lang: Lang, side: Side): FaceContent {
  const face = card.face(lang, side);
  if ('kind' in face) throw new Error(`Card ${card.id} has no ${side} in ${lang}: ${face.kind}.`);
  return face;
}

/** The last of some days as written in records, which sort as text. */
function latest(days: readonly string[]): string {
  return [...days].sort().at(-1) ?? '1970-01-01';
}

function kept(root: string, name: string, make: () => Uint8Array): Uint8Array {
  const known = keptFile(root, 'cards', name);
  if (known) return known;
  const made = make();
  keepFile(root, 'cards', name, made);
  return made;
}
