import { expect, test } from 'vitest';
import { parseMarkup, type MarkupElement } from '../../../src/diagrams/parse-markup.ts';
import { renderDiagramFigure } from '../../../src/diagrams/render-diagram.ts';
import { renderFigure } from '../../../src/diagrams/render-figure.ts';
import { flowOf, nodeOf } from './flow-of.ts';
import { halfEm } from './half-em.ts';

const all = (element: MarkupElement, tagName: string): MarkupElement[] => [
  ...(element.tagName === tagName ? [element] : []),
  ...element.children.flatMap((child) => (child.type === 'element' ? all(child, tagName) : [])),
];
const only = (element: MarkupElement, tagName: string): MarkupElement => {
  const [found, ...more] = all(element, tagName);
  expect([found?.tagName, more.length]).toEqual([tagName, 0]);
  return found!;
};
const figureOf = (...args: Parameters<typeof flowOf>) =>
  parseMarkup(renderDiagramFigure(flowOf(...args), 'd1', 'en', halfEm));

test('title, drawing, and what it says', () => {
  const figure = figureOf(['a>b', 'b>c:yes']);
  expect(figure.children.map((child) => (child.type === 'element' ? child.tagName : child.value))).toEqual([
    'figcaption',
    'div',
    'details',
  ]);
  expect(only(figure, 'figcaption').children).toEqual([{ type: 'text', value: 'A flow' }]);
  expect(all(figure, 'li').map(({ children }) => children)).toEqual([
    [{ type: 'text', value: 'a → b' }],
    [{ type: 'text', value: 'b (yes) → c' }],
  ]);
});

test('an image with a name; its id is its own', () => {
  const svg = only(figureOf(['a>b']), 'svg');
  expect(svg.properties).toMatchObject({ role: 'img', 'aria-labelledby': 'd1-title' });
  expect(only(svg, 'title').properties).toEqual({ id: 'd1-title' });
});

test('with links it is a group, since an image hides what is in it', () => {
  const svg = only(figureOf(['a>b'], [nodeOf('a', { href: '#steps', label: 'two words and more of them' })]), 'svg');
  expect(svg.properties['role']).toBe('group');
  expect(only(svg, 'a').properties).toMatchObject({ href: '#steps', 'aria-label': 'two words and more of them' });
});

test('no style, no script, no marker, no address but links', () => {
  const source = renderDiagramFigure(
    flowOf(['a>b:x', 'b>a:y'], [nodeOf('b', { shape: 'diamond', tone: 'do' })]),
    'd1',
    'zh',
    halfEm,
  );
  expect(source).not.toMatch(/<style|style=|<script|<marker|<defs|url\(|https?:/);
});

test('a drawing wider than a phone scrolls, by keyboard too', () => {
  const view = (widthPx: number) =>
    only(
      parseMarkup(renderFigure({ picture: { svg: '<svg/>', widthPx }, title: 'Wide', lines: [], lang: 'en' })),
      'div',
    ).properties;
  expect(view(365)).toMatchObject({ tabindex: '0', role: 'group', 'aria-label': 'Wide' });
  expect(view(340)).not.toHaveProperty('tabindex');
});

test('no words beside a drawing whose page says the same', () => {
  expect(renderFigure({ picture: { svg: '<svg/>', widthPx: 300 }, title: 't', lines: [], lang: 'en' })).not.toContain(
    'details',
  );
});
