import { describe, expect, test } from 'vitest';
import { drawJobs } from '../../../scripts/lib/card-files.ts';
import { drawerOf } from '../../../scripts/lib/card-scenes.ts';
import { cardsOfSite } from '../../../scripts/lib/cards-of-site.ts';
import { loadRecordsOrThrow } from '../../../scripts/lib/load-records.ts';
import { CARD_SIZES, PRINT_SIZE_IDS, PT_PER_MM, type SizeId } from '../../../src/cards/card-size.ts';
import { faceWords, SIDES } from '../../../src/cards/face.ts';
import type { Scene, Shape } from '../../../src/cards/scene.ts';
import { LANGS } from '../../../src/model/localized.ts';
import { inkOf } from './make-face.ts';

const cards = cardsOfSite(loadRecordsOrThrow(process.cwd()));
const SIZES: readonly SizeId[] = [...PRINT_SIZE_IDS, 'phone'];
const faces = cards.flatMap((card) =>
  SIDES.flatMap((side) =>
    LANGS.flatMap((lang) =>
      drawJobs(card, side, lang, SIZES).map(({ face, size }) => ({ name: `${card.id} ${side} ${lang}`, face, size })),
    ),
  ),
);

interface Box {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The ink of a line of text: from the top of its tallest to the bottom of its lowest characters, about. */
function boxOf({ lang }: Scene, shape: Extract<Shape, { kind: 'text' }>): Box {
  const { text, xPt, baselinePt, widthPt, sizePt } = shape;
  const across = lang === 'zh' ? inkOf(shape) : { left: xPt, right: xPt + widthPt };
  return { text, ...across, top: baselinePt - 0.8 * sizePt, bottom: baselinePt + 0.12 * sizePt };
}

describe.each(SIZES)('every face, %s', (size) => {
  const { widthMm, heightMm, stripeMm } = CARD_SIZES[size];
  const [width, height] = [widthMm * PT_PER_MM, heightMm * PT_PER_MM];
  const drawn = faces
    .filter((one) => one.size === size)
    .map(({ name, face }) => ({ name, face, ...drawerOf(process.cwd()).draw(face, size) }));

  test('has all its words, in the order of the record', () => {
    for (const { name, face, scene } of drawn) {
      const words = scene.shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));
      const bare = (texts: readonly string[]) => texts.join('').replace(/\s/g, '');
      expect(bare(words).startsWith(bare(faceWords(face))), name).toBe(true);
    }
  });

  test('keeps its words on the card, apart from each other and from the code', () => {
    for (const { name, scene, overflow, missing } of drawn) {
      expect([overflow, missing], name).toEqual([undefined, []]);
      const boxes = scene.shapes.flatMap((shape) => (shape.kind === 'text' ? [boxOf(scene, shape)] : []));
      const code = scene.shapes.find((shape) => shape.kind === 'modules');
      for (const [index, box] of boxes.entries()) {
        expect(box.left, `${name}: ${box.text}`).toBeGreaterThan(stripeMm * PT_PER_MM);
        expect(box.right, `${name}: ${box.text}`).toBeLessThan(width);
        expect(box.top, `${name}: ${box.text}`).toBeGreaterThan(0);
        expect(box.bottom, `${name}: ${box.text}`).toBeLessThan(height);
        const overCode = code && box.right > code.xPt && box.top < code.yPt + 0.42 * PT_PER_MM * 25;
        expect(overCode ?? false, `${name}: ${box.text} over the code`).toBe(false);
        for (const other of boxes.slice(index + 1)) {
          const across = Math.min(box.right, other.right) - Math.max(box.left, other.left);
          const down = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
          expect(Math.min(across, down), `${name}: ${box.text} over ${other.text}`).toBeLessThan(0.6);
        }
      }
    }
  });

  test('is set no smaller than can be read, and its code no finer than can be scanned', () => {
    for (const { name, face, scene } of drawn) {
      const sizes = scene.shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.sizePt] : []));
      const code = scene.shapes.find((shape) => shape.kind === 'modules');
      expect(Math.min(...sizes), name).toBeGreaterThanOrEqual(face.lang === 'zh' ? 6.5 : 6);
      expect(code === undefined || code.scalePt / PT_PER_MM >= 0.42, name).toBe(true);
      // Only the small print may be smaller than this.
      expect(Math.min(...sizes.filter((sizePt) => sizePt > 7.5)), name).toBeGreaterThanOrEqual(8.5);
    }
  });
});

test('no face is set smaller on the large card than on a badge', () => {
  /** The size of the first line below the title. */
  const bodyPt = ({ title, shapes }: Scene): number => {
    const texts = shapes.flatMap((shape) => (shape.kind === 'text' ? [shape] : []));
    let said = '';
    const first = texts.find(({ text }) => {
      const isTitle = said.length < title.replace(/\s/g, '').length;
      said += text.replace(/\s/g, '');
      return !isTitle;
    });
    return first?.sizePt ?? 0;
  };
  const drawnIn = (size: SizeId) =>
    faces
      .filter((one) => one.size === size)
      .map(({ name, face }) => ({ name, sizePt: bodyPt(drawerOf(process.cwd()).draw(face, size).scene) }));
  const badges = new Map(drawnIn('badge').map(({ name, sizePt }) => [name, sizePt]));
  for (const { name, sizePt } of drawnIn('a7')) expect(sizePt, name).toBeGreaterThanOrEqual(badges.get(name) ?? 0);
});
