import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CARD_SIZES, type SizeId } from '../../src/cards/card-size.ts';
import { composeFace } from '../../src/cards/compose-face.ts';
import type { FaceContent } from '../../src/cards/face.ts';
import { fitFace } from '../../src/cards/fit-face.ts';
import { measureOverflow, type Overflow } from '../../src/cards/measure-overflow.ts';
import type { TextMeasurer } from '../../src/cards/measure-text.ts';
import { missingGlyphs, type MissingGlyph } from '../../src/cards/missing-glyphs.ts';
import { qrModules } from '../../src/cards/qr-modules.ts';
import type { Scene } from '../../src/cards/scene.ts';
import { hashText } from '../../src/model/hash-text.ts';
import type { Lang } from '../../src/model/localized.ts';
import { remember } from '../../src/model/remember.ts';
import { fontMeasurer, fontVersion } from './card-fonts.ts';
import { keepFile, keptFile } from './file-cache.ts';

/** A face drawn, and what is wrong with it: too much text, characters that the font lacks. */
interface DrawnFace {
  scene: Scene;
  overflow?: Overflow;
  missing: MissingGlyph[];
}

/** Draws faces. */
interface FaceDrawer {
  /** The name under which a face of a size is kept; equal names mean equal drawings. */
  keyOf: (face: FaceContent, size: SizeId) => string;
  /** Whether it was drawn before, in this run or an earlier one. */
  isDrawn: (face: FaceContent, size: SizeId) => boolean;
  draw: (face: FaceContent, size: SizeId) => DrawnFace;
}

/**
 * A drawer that draws each content once: what was drawn before, in this run or an earlier one, comes from the cache,
 * under a name made of the content, the size, the drawing code and the fonts.
 */
function faceDrawer(root: string): FaceDrawer {
  const template = hashText(`${fontVersion(root)} ${drawingCode(root)}`);
  const measurers: Record<Lang, TextMeasurer> = { zh: fontMeasurer(root, 'zh'), en: fontMeasurer(root, 'en') };
  const drawn = new Map<string, DrawnFace>();
  const keyOf = remember((face: FaceContent, size: SizeId) => hashText(`${template} ${size} ${JSON.stringify(face)}`));
  const known = (key: string): DrawnFace | undefined => {
    const found = drawn.get(key) ?? readDrawn(keptFile(root, 'cards', `${key}.json`));
    if (found) drawn.set(key, found);
    return found;
  };
  const draw = (face: FaceContent, size: SizeId): DrawnFace => {
    const key = keyOf(face, size);
    const found = known(key);
    if (found) return found;
    const result = drawFace(face, size, measurers[face.lang]);
    keepFile(root, 'cards', `${key}.json`, JSON.stringify(result));
    drawn.set(key, result);
    return result;
  };
  return { keyOf, isDrawn: (face, size) => known(keyOf(face, size)) !== undefined, draw };
}

const drawers = new Map<string, FaceDrawer>();

/** The drawer of a checkout, the same one all through a run. */
export function drawerOf(root: string): FaceDrawer {
  const drawer = drawers.get(root) ?? faceDrawer(root);
  drawers.set(root, drawer);
  return drawer;
}

function drawFace(face: FaceContent, sizeId: SizeId, measurer: TextMeasurer): DrawnFace {
  const size = CARD_SIZES[sizeId];
  const qr = face.qr === undefined ? undefined : qrModules(face.qr);
  const fitted = fitFace(face, size, measurer, qr?.size);
  const overflow = fitted.overPt > 0 ? measureOverflow(face, size, measurer, qr?.size) : undefined;
  return {
    scene: composeFace(face, fitted, size, qr),
    ...(overflow && { overflow }),
    missing: missingGlyphs(face, measurer),
  };
}

function readDrawn(kept: Uint8Array | undefined): DrawnFace | undefined {
  if (!kept) return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(kept)) as DrawnFace;
  } catch {
    // Cut short by a killed run: drawn anew.
    return undefined;
  }
}

/** The source of everything that decides how a face looks, so that a changed template never shows an old drawing. */
function drawingCode(root: string): string {
  const dir = path.join(root, 'src', 'cards');
  const templates = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const others = ['src/model/hue.ts', 'scripts/lib/card-fonts.ts', 'scripts/lib/encode-png.ts'].map((file) =>
    path.join(root, file),
  );
  return [...templates.sort().map((name) => path.join(dir, name)), ...others]
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
}
