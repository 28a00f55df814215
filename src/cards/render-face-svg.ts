import type { Lang } from '../model/localized.ts';
import { PT_PER_MM } from './card-size.ts';
import type { Scene, Shape } from './scene.ts';

/** The fonts of the house, so that a face shows without fetching one; `textLength` holds each to the measured width. */
const CHINESE_FONTS =
  "'PingFang SC','HarmonyOS Sans SC','MiSans','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC',system-ui,sans-serif";
/** English takes a Latin font first: in Chinese ones a quote or apostrophe is as wide as a character. */
const FONTS: Record<Lang, string> = {
  zh: `font-family="${CHINESE_FONTS}"`,
  en: `font-family="system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,${CHINESE_FONTS}"`,
};

/**
 * A face as a stand-alone SVG of its true size, with real text and no font inside. Its corners are square, and its
 * colour runs on beyond the edge: whoever shows it rounds or widens it.
 */
export function renderFaceSvg(scene: Scene): string {
  const [width = '', height = ''] = [scene.widthMm * PT_PER_MM, scene.heightMm * PT_PER_MM].map(short);
  const lang = scene.lang === 'zh' ? 'zh-CN' : scene.lang;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(scene.widthMm)}mm" height="${String(scene.heightMm)}mm"`,
    ` viewBox="0 0 ${width} ${height}" lang="${lang}" role="img"><title>${escape(scene.title)}</title>`,
    `<g ${FONTS[scene.lang]}><rect width="${width}" height="${height}" fill="#fff"/>`,
    ...scene.shapes.map(renderShape),
    '</g></svg>\n',
  ].join('');
}

function renderShape(shape: Shape): string {
  switch (shape.kind) {
    case 'rect': {
      const [x, y, width, height] = [shape.xPt, shape.yPt, shape.widthPt, shape.heightPt].map(short);
      return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${shape.fill}"/>`;
    }
    case 'stroke':
      return (
        `<path transform="${placing(shape)}" d="${shape.d}" fill="none" stroke="${shape.stroke}"` +
        ` stroke-width="${short(shape.width)}"/>`
      );
    case 'modules': {
      const d = shape.rects.map(
        ([x, y, w, h]) => `M${String(x)} ${String(y)}h${String(w)}v${String(h)}h-${String(w)}z`,
      );
      return `<path transform="${placing(shape)}" d="${d.join('')}" fill="${shape.fill}" shape-rendering="crispEdges"/>`;
    }
    case 'text': {
      const { text, xPt, baselinePt, widthPt, sizePt, weight, fill } = shape;
      const fitted =
        Array.from(text).length > 1 ? ` textLength="${short(widthPt)}" lengthAdjust="spacingAndGlyphs"` : '';
      return (
        `<text x="${short(xPt)}" y="${short(baselinePt)}"${fitted} font-size="${short(sizePt)}"` +
        `${weight === 400 ? '' : ` font-weight="${String(weight)}"`} fill="${fill}">${escape(text)}</text>`
      );
    }
  }
}

function placing({ xPt, yPt, scalePt }: { xPt: number; yPt: number; scalePt: number }): string {
  return `translate(${short(xPt)} ${short(yPt)})scale(${String(Number(scalePt.toFixed(5)))})`;
}

function short(value: number): string {
  return String(Number(value.toFixed(2)));
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
