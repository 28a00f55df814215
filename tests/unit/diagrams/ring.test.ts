import { describe, expect, test } from 'vitest';
import { parseMarkup, type MarkupElement } from '../../../src/diagrams/parse-markup.ts';
import { renderRing, renderRingPicture, type RingNode } from '../../../src/diagrams/ring.ts';
import { halfEm } from './half-em.ts';

const nodes = (count: number): RingNode[] =>
  Array.from({ length: count }, (_, index) => ({ label: `step ${index + 1}`, note: 'what to check at each turn' }));

const shapes = (element: MarkupElement): MarkupElement[] => [
  element,
  ...element.children.flatMap((child) => (child.type === 'element' ? shapes(child) : [])),
];
interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
const boxesOf = (svg: string): Box[] =>
  shapes(parseMarkup(svg))
    .filter(({ tagName }) => tagName === 'rect')
    .map(({ properties: { x, y, width, height } }) => ({
      x: Number(x),
      y: Number(y),
      width: Number(width),
      height: Number(height),
    }));

describe.each([3, 4, 5, 6, 7, 8])('%i nodes', (count) => {
  const picture = renderRingPicture({ id: 'r', title: 'A loop', nodes: nodes(count), centre: 'the cycle' }, halfEm);
  const boxes = boxesOf(picture.svg);

  test('fit a phone, and none covers another', () => {
    expect(boxes).toHaveLength(count);
    expect(picture.widthPx).toBeLessThanOrEqual(340);
    for (const [index, a] of boxes.entries()) {
      for (const b of boxes.slice(index + 1)) {
        const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
        expect(apart).toBe(true);
      }
    }
  });

  test('go round clockwise from the top', () => {
    const [first] = boxes;
    expect(Math.min(...boxes.map(({ y }) => y))).toBe(first!.y);
    expect(boxes[1]!.x).toBeGreaterThan(first!.x);
    expect(boxes.at(-1)!.x).toBeLessThan(first!.x);
  });

  test('have an arrow from each to the next and back to the first', () => {
    const [lines, tips] = shapes(parseMarkup(picture.svg)).filter(({ tagName }) => tagName === 'path');
    expect(lines!.properties['d']!.match(/M/g)).toHaveLength(count);
    expect(tips!.properties['d']!.match(/M/g)).toHaveLength(count);
    expect(lines!.properties['d']).not.toMatch(/NaN|Infinity/);
  });
});

test('six nodes, to be looked at', async () => {
  const svg = renderRing(
    {
      id: 'ring',
      title: '服务周期六步',
      centre: '服务周期',
      nodes: [
        { label: '奠定基调', note: '看脸色，听语气', href: '#tone' },
        { label: '诊断问题', note: '问到根上了吗' },
        { label: '寻求方案', note: '两个以上可选' },
        { label: '达成共识', note: '他亲口说行' },
        { label: '总结回顾', note: '谁，几点，做什么' },
        { label: '跟进完善', note: '到点回话了吗' },
      ],
    },
    halfEm,
  );
  await expect(svg).toMatchFileSnapshot('golden/ring.svg');
});

test('links make it a named group', () => {
  const svg = renderRing(
    { id: 'r', title: 'Loop', nodes: [{ label: 'a', href: '#a' }, { label: 'b' }, { label: 'c' }] },
    halfEm,
  );
  expect(parseMarkup(svg).properties).toMatchObject({ role: 'group', 'aria-labelledby': 'r-title' });
});
