import type { Lang } from '../model/localized.ts';
import type { OutlineCommand } from './card-font.ts';
import { PT_PER_MM } from './card-size.ts';
import type { CardFonts } from './pdf/pdf-fonts.ts';
import type { Scene, Shape } from './scene.ts';

/** A scene as SVG without any text: every glyph is drawn, so that it looks the same wherever it is turned into pixels. */
export function renderOutlineSvg(scene: Scene, fonts: CardFonts): string {
  const [width, height] = [scene.widthMm * PT_PER_MM, scene.heightMm * PT_PER_MM].map(short);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width ?? ''} ${height ?? ''}">`,
    `<rect width="${width ?? ''}" height="${height ?? ''}" fill="#fff"/>`,
    ...scene.shapes.map((shape) => renderShape(shape, scene.lang, fonts)),
    '</svg>',
  ].join('');
}

function renderShape(shape: Shape, lang: Lang, fonts: CardFonts): string {
  switch (shape.kind) {
    case 'rect': {
      const [x = '', y = '', width = '', height = ''] = [shape.xPt, shape.yPt, shape.widthPt, shape.heightPt].map(
        short,
      );
      return `<path fill="${shape.fill}" d="M${x} ${y}h${width}v${height}h-${width}z"/>`;
    }
    case 'stroke':
      return `<path transform="${placing(shape)}" d="${shape.d}" fill="none" stroke="${shape.stroke}" stroke-width="${shape.width}"/>`;
    case 'modules': {
      const d = shape.rects.map(([x, y, width, height]) => `M${x} ${y}h${width}v${height}h-${width}z`);
      return `<path transform="${placing(shape)}" fill="${shape.fill}" shape-rendering="crispEdges" d="${d.join('')}"/>`;
    }
    case 'text': {
      const font = fonts[shape.weight];
      const scale = shape.sizePt / font.unitsPerEm;
      let penUnits = 0;
      const glyphs = font.shape(shape.text, lang).map(({ id, advance, shift }) => {
        const d = outlineOf(font.outline(id), penUnits + shift);
        penUnits += advance;
        return d;
      });
      const transform = `matrix(${scale} 0 0 ${-scale} ${short(shape.xPt)} ${short(shape.baselinePt)})`;
      return `<path transform="${transform}" fill="${shape.fill}" d="${glyphs.join('')}"/>`;
    }
  }
}

/** An outline in SVG notation, moved to the right. */
function outlineOf(commands: readonly OutlineCommand[], rightBy: number): string {
  const letters = { moveTo: 'M', lineTo: 'L', quadraticCurveTo: 'Q', bezierCurveTo: 'C', closePath: 'Z' };
  return commands
    .map(({ command, args }) => {
      const moved = args.map((value, index) => short(index % 2 === 0 ? value + rightBy : value));
      return `${letters[command]}${moved.join(' ')}`;
    })
    .join('');
}

function placing({ xPt, yPt, scalePt }: { xPt: number; yPt: number; scalePt: number }): string {
  return `translate(${short(xPt)} ${short(yPt)})scale(${String(Number(scalePt.toFixed(5)))})`;
}

function short(value: number): string {
  return String(Number(value.toFixed(2)));
}
