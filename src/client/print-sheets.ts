import { PT_PER_MM, CARD_SIZES } from '../cards/card-size.ts';
import type { Side } from '../cards/face.ts';
import { impose, type Place, type SheetLine, type SheetPage } from '../cards/impose.ts';
import { PAPERS } from '../cards/paper.ts';
import type { PrintSettings } from '../cards/print-settings.ts';
import { LABEL_PT, sheetLabels, type LabelPiece } from '../cards/sheet-labels.ts';
import { makeElement } from './make-element.ts';

/** What the parts of the labels in the margins say. */
export type LabelTexts = Partial<Record<LabelPiece, string>>;

/** Address of the picture of one side of the card at that place in the deck. */
export type FaceAddress = (card: number, side: Side) => string;

/** Prints cards from the page itself: sheets of exact millimetres, shown to the printer alone. */
export async function printSheets(
  count: number,
  settings: PrintSettings,
  address: FaceAddress,
  labels: LabelTexts,
): Promise<void> {
  const sheets = makeElement('div', { class: 'print-sheets', 'aria-hidden': 'true' });
  sheets.append(...impose(count, settings).map((page) => sheetElement(page, settings, address, labels)));
  document.body.append(sheets);
  document.documentElement.classList.add('prints-cards');
  const putAway = (): void => {
    sheets.remove();
    document.documentElement.classList.remove('prints-cards');
  };
  try {
    await Promise.all([...sheets.querySelectorAll('img')].map((image) => image.decode()));
    // Some browsers come back from print() while the reader still looks at the preview.
    window.addEventListener('afterprint', putAway, { once: true });
    window.print();
  } catch (error) {
    putAway();
    throw error;
  }
}

function sheetElement(page: SheetPage, settings: PrintSettings, address: FaceAddress, labels: LabelTexts): HTMLElement {
  const sheet = makeElement('div', { class: 'print-sheet', 'data-paper': settings.paper });
  sheet.append(
    ...page.places.map((place) => faceElement(place, settings, address)),
    linesElement(page, settings),
    ...sheetLabels(page, settings.sides).map(({ pieces, xMm, baselineMm }) => {
      const label = makeElement('span', {}, pieces.map((piece) => labels[piece] ?? '').join(''));
      Object.assign(label.style, { left: `${xMm}mm`, bottom: `${PAPERS[settings.paper].heightMm - baselineMm}mm` });
      Object.assign(label.style, { fontSize: `${LABEL_PT}pt` });
      return label;
    }),
  );
  return sheet;
}

function faceElement(place: Place, { size }: PrintSettings, address: FaceAddress): HTMLElement {
  const { widthMm, heightMm } = CARD_SIZES[size];
  const { left, right, top, bottom } = place.bleedMm;
  // The picture's colour runs on beyond its edge; a wider view of it shows that.
  const view = [-left, -top, widthMm + left + right, heightMm + top + bottom].map((mm) => mm * PT_PER_MM);
  const fragment = left + right + top + bottom > 0 ? `#svgView(viewBox(${view.join(',')}))` : '';
  const image = makeElement('img', {
    src: address(place.card, place.side) + fragment,
    alt: '',
    class: place.turned ? 'is-turned' : '',
  });
  Object.assign(image.style, {
    left: `${place.xMm - left}mm`,
    top: `${place.yMm - top}mm`,
    width: `${widthMm + left + right}mm`,
    height: `${heightMm + top + bottom}mm`,
  });
  return image;
}

/** Cut and fold marks, drawn in millimetres. */
function linesElement({ marks, folds }: SheetPage, { paper }: PrintSettings): SVGElement {
  const { widthMm, heightMm } = PAPERS[paper];
  const svg = svgElement('svg', { viewBox: `0 0 ${widthMm} ${heightMm}` });
  Object.assign(svg.style, { left: '0', top: '0', width: `${widthMm}mm`, height: `${heightMm}mm` });
  const path = (lines: readonly SheetLine[]) => lines.map(([x1, y1, x2, y2]) => `M${x1} ${y1}L${x2} ${y2}`).join('');
  svg.append(svgElement('path', { d: path(marks), stroke: '#000', 'stroke-width': '0.12' }));
  svg.append(
    svgElement('path', { d: path(folds), stroke: '#888', 'stroke-width': '0.12', 'stroke-dasharray': '0.7 0.7' }),
  );
  return svg;
}

function svgElement(tag: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
