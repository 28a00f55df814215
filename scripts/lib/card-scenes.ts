import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { BADGE } from '../../src/cards/card-size.ts';
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
import { fontMeasurer, fontVersion } from './card-fonts.ts';
import { writeFile } from './write-file.ts';

/** A face drawn, and what is wrong with it: too much text, characters that the font lacks. */
interface DrawnFace {
  scene: Scene;
  overflow?: Overflow;
  missing: MissingGlyph[];
}

/** Draws faces. */
interface FaceDrawer {
  /** The name under which a face is kept; equal names mean equal drawings. */
  keyOf: (face: FaceContent) => string;
  draw: (face: FaceContent) => DrawnFace;
}

/**
 * A drawer that draws each content once: what was drawn before, in this run or an earlier one, comes from
 * `.cache/cards/`, under a name made of the content, the drawing code and the fonts.
 */
function faceDrawer(root: string): FaceDrawer {
  const template = hashText(`${fontVersion(root)} ${drawingCode(root)}`);
  const measurers: Record<Lang, TextMeasurer> = { zh: fontMeasurer(root, 'zh'), en: fontMeasurer(root, 'en') };
  const drawn = new Map<string, DrawnFace>();
  const keyOf = (face: FaceContent): string => hashText(`${template} ${JSON.stringify(face)}`);
  const draw = (face: FaceContent): DrawnFace => {
    const key = keyOf(face);
    const file = path.join(root, '.cache', 'cards', `${key}.json`);
    const known = drawn.get(key) ?? readDrawn(file);
    const result = known ?? drawFace(face, measurers[face.lang]);
    if (!known) writeFile(file, JSON.stringify(result));
    drawn.set(key, result);
    return result;
  };
  return { keyOf, draw };
}

const drawers = new Map<string, FaceDrawer>();

/** The drawer of a checkout, the same one all through a run. */
export function drawerOf(root: string): FaceDrawer {
  const drawer = drawers.get(root) ?? faceDrawer(root);
  drawers.set(root, drawer);
  return drawer;
}

function drawFace(face: FaceContent, measurer: TextMeasurer): DrawnFace {
  const qr = face.qr === undefined ? undefined : qrModules(face.qr);
  const fitted = fitFace(face, BADGE, measurer, qr?.size);
  const overflow = fitted.overPt > 0 ? measureOverflow(face, BADGE, measurer, qr?.size) : undefined;
  return {
    scene: composeFace(face, fitted, BADGE, qr),
    ...(overflow && { overflow }),
    missing: missingGlyphs(face, measurer),
  };
}

function readDrawn(file: string): DrawnFace | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as DrawnFace;
  } catch {
    // Not there yet, or cut short by a killed run: drawn anew.
    return undefined;
  }
}

/** The source of everything that decides how a face looks, so that a changed template never shows an old drawing. */
function drawingCode(root: string): string {
  const dir = path.join(root, 'src', 'cards');
  const templates = readdirSync(dir).filter((name) => name.endsWith('.ts'));
  const others = [path.join(root, 'src', 'model', 'hue.ts'), path.join(root, 'scripts', 'lib', 'card-fonts.ts')];
  return [...templates.sort().map((name) => path.join(dir, name)), ...others]
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
}
