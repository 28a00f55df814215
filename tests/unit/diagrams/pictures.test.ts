import { describe, expect, test } from 'vitest';
import { renderTypesPicture } from '../../../src/blocks/classification/picture.ts';
import { schema as classification } from '../../../src/blocks/classification/schema.ts';
import { renderQuadrantsPicture } from '../../../src/blocks/matrix/picture.ts';
import { schema as matrix } from '../../../src/blocks/matrix/schema.ts';
import { renderCurves, type Curve } from '../../../src/diagrams/curves.ts';
import { renderLetters } from '../../../src/diagrams/letters.ts';
import { parseMarkup, type MarkupElement } from '../../../src/diagrams/parse-markup.ts';
import { renderPyramid } from '../../../src/diagrams/pyramid.ts';
import { halfEm } from './half-em.ts';

const all = (element: MarkupElement, name: string): MarkupElement[] => [
  ...(element.properties['class']?.split(' ').includes(name) ? [element] : []),
  ...element.children.flatMap((child) => (child.type === 'element' ? all(child, name) : [])),
];
const textOf = (element: MarkupElement): string =>
  element.children.map((child) => (child.type === 'text' ? child.value : textOf(child))).join('');
const numbers = (d: string) => [...d.matchAll(/-?[\d.]+/g)].map(([number]) => Number(number));
const both = (text: string) => ({ zh: text, en: text });

describe('a pyramid', () => {
  const layers = ['works', 'lasts', 'warm', 'respected', 'made to fit'].map((label) => ({
    label,
    note: `it is ${label}`,
  }));
  const svg = parseMarkup(
    renderPyramid({ id: 'p', title: 'Needs', layers }, halfEm, { widthPx: 340, notesBeside: false }).svg,
  );
  const shapes = all(svg, 'dg-layer').map((layer) => {
    const path = layer.children[0];
    const [left = 0, top = 0, right = 0, , , lowerLeft = 0] = numbers(
      path?.type === 'element' ? (path.properties['d'] ?? '') : '',
    );
    return { words: textOf(layer), top, width: right - left, lowerLeft };
  });

  test('stands on its first layer, each narrower than the one under it', () => {
    expect(shapes.map(({ words }) => words.split(' ')[0])).toEqual([
      'made',
      'respectedit',
      'warmit',
      'lastsit',
      'worksit',
    ]);
    const widths = shapes.map(({ width }) => width);
    expect(widths).toEqual([...widths].sort((a, b) => a - b));
    expect(shapes.map(({ top }) => top)).toEqual(shapes.map(({ top }) => top).sort((a, b) => a - b));
    expect(shapes.at(-1)!.width).toBeGreaterThan(250);
  });

  test('its notes stand beside it where there is room', () => {
    const wide = parseMarkup(
      renderPyramid({ id: 'p', title: 'Needs', layers }, halfEm, { widthPx: 620, notesBeside: true }).svg,
    );
    expect(all(wide, 'dg-layer').map(textOf)).toEqual(layers.map(({ label }) => label).reverse());
    expect(all(wide, 'dg-beside').map(textOf)).toEqual(layers.map(({ note }) => note).reverse());
  });
});

test.each([
  [7, 4, [4, 3]],
  [6, 4, [3, 3]],
  [5, 4, [3, 2]],
  [7, 7, [7]],
])('%i letters, at most %i in a row: rows of %j', (count, perRow, rows) => {
  const letters = Array.from({ length: count }, (_, index) => ({ letter: 'SERVICE'[index]!, text: 'what to do' }));
  const svg = parseMarkup(renderLetters({ id: 'l', title: 'Letters', letters }, halfEm, { widthPx: 340, perRow }).svg);
  const tops = all(svg, 'dg-tile').map((tile) => Number((tile.children[0] as MarkupElement).properties['y']));
  expect([...new Set(tops)].map((top) => tops.filter((other) => other === top).length)).toEqual(rows);
});

describe('curves', () => {
  const draw = (curve: Curve) => {
    const levels = { low: 'unsatisfied', middle: 'expected', high: 'delighted' };
    const { svg } = renderCurves(
      { id: 'c', title: 'Curves', levels, across: { from: 'little', to: 'plenty' }, curves: [curve] },
      halfEm,
      { widthPx: 340, heightPx: 330 },
    );
    const drawing = parseMarkup(svg);
    const [startX = 0, startY = 0, , bendY = 0, , , endX = 0, endY = 0] = numbers(
      all(drawing, 'dg-curve')[0]!.properties['d']!,
    );
    return { drawing, startX, startY, bendY, endX, endY };
  };

  test('one that slows climbs at once and stops under its level', () => {
    const { startX, startY, bendY, endX, endY } = draw({ label: 'hard', from: 'low', to: 'middle', bend: 'slowing' });
    expect(endX).toBeGreaterThan(startX);
    expect(endY).toBeLessThan(startY);
    expect(bendY).toBeLessThan((startY + endY) / 2);
  });

  test('one that quickens starts flat, and may come back down', () => {
    const back = draw({ label: 'soft', from: 'middle', to: 'high', bend: 'quickening', returns: 'it fades' });
    expect(back.bendY).toBe(back.startY);
    expect(all(back.drawing, 'dg-said').map(textOf)).toContain('it fades');
    expect(all(back.drawing, 'dg-dotted')).toHaveLength(1);
  });
});

test('a block draws its own facts, and what it draws is a picture with a name', () => {
  const block = classification.parse({
    kind: 'classification',
    id: 'needs',
    title: both('Needs'),
    picture: { draw: 'pyramid' },
    facets: [{ id: 'wants', title: both('Wants') }],
    types: ['base', 'top'].map((id) => ({
      id,
      title: both(`The ${id}`),
      traits: [{ id: `${id}-wants`, facet: 'wants', text: both(`wants ${id} <b>`) }],
    })),
  });
  const figure = parseMarkup(renderTypesPicture(block, 'en', halfEm) ?? '');
  expect(all(figure, 'dg-layer').map(textOf)).toEqual(
    ['top', 'base', 'top', 'base'].map((id, index) => (index < 2 ? `The ${id}wants ${id} <b>` : `The ${id}`)),
  );
  const drawings = all(figure, 'dg');
  expect(drawings.map(({ properties }) => properties['role'])).toEqual(['img', 'img']);
  expect(new Set(drawings.map(({ properties }) => properties['aria-labelledby'])).size).toBe(2);
  expect(renderTypesPicture({ ...block, picture: undefined }, 'en', halfEm)).toBeUndefined();
});

test('two scales that cross become a picture; any other grid does not', () => {
  const heading = (id: string) => ({ id, title: both(`Side: ${id}`) });
  const block = matrix.parse({
    kind: 'matrix',
    id: 'types',
    title: both('Types'),
    axes: { columns: both('Side'), rows: both('Manner') },
    columns: [heading('low'), heading('high')],
    rows: [heading('up'), heading('down')],
    cells: [{ id: 'best', row: 'up', column: 'high', title: both('Best'), text: both('Both of them') }],
  });
  const [first] = all(parseMarkup(renderQuadrantsPicture(block, 'en', halfEm) ?? ''), 'dg');
  expect(all(first!, 'dg-quadrant').map(textOf)).toEqual(['', 'BestBoth of them', '', '']);
  expect(all(first!, 'dg-pole').map(textOf)).toEqual(['Side: low', 'Side: high', 'Side: up', 'Side: down']);
  expect(textOf(first!)).toContain('Manner');
  expect(renderQuadrantsPicture({ ...block, axes: undefined }, 'en', halfEm)).toBeUndefined();
});
