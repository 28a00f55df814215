import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Rect } from '../../../src/diagrams/geometry.ts';
import { boundsOf, layoutFlow, type FlowLayout } from '../../../src/diagrams/layout-flow.ts';
import { edgeOf, flowOf, nodeOf } from './flow-of.ts';
import { halfEm } from './half-em.ts';

const layout = (...args: Parameters<typeof flowOf>) => layoutFlow(flowOf(...args), halfEm);
const at = ({ nodes }: FlowLayout, id: string) => nodes.find(({ node }) => node.id === id)!;
const way = ({ edges }: FlowLayout, from: string, to: string) =>
  edges.find(({ edge }) => edge.from === from && edge.to === to)!;

const overlap = (a: Rect, b: Rect): boolean =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 - 0.5 && Math.abs(a.y - b.y) < (a.height + b.height) / 2 - 0.5;

describe('rows and columns', () => {
  test('what leads on stands below, and the main line is straight', () => {
    const six = layout(['a>b', 'b>c', 'c>d', 'd>b:no', 'd>e:yes', 'e>f']);
    const xs = six.nodes.map(({ x }) => x);
    expect(new Set(xs.map((x) => x.toFixed(2))).size).toBe(1);
    const ys = six.nodes.map(({ y }) => y);
    expect(ys).toEqual([...ys].sort((a, b) => a - b));
    expect(way(six, 'a', 'b').points).toHaveLength(2);
  });

  test('a way out beside the main line leaves it straight', () => {
    const exits = layout(['a>b', 'a>x:out', 'b>c', 'b>x:out', 'c>d']);
    for (const id of ['b', 'c', 'd']) expect(at(exits, id).x).toBeCloseTo(at(exits, 'a').x);
    expect(at(exits, 'x').x).not.toBeCloseTo(at(exits, 'a').x);
  });

  test('a parent stands over the middle of equal branches', () => {
    const tree = layout(['r>a', 'r>b', 'r>c']);
    expect(at(tree, 'r').x).toBeCloseTo(at(tree, 'b').x);
    expect((at(tree, 'a').x + at(tree, 'c').x) / 2).toBeCloseTo(at(tree, 'b').x);
  });

  test('across: the same, turned', () => {
    const tree = layout(['r>a', 'r>b', 'r>c'], [], { direction: 'LR' });
    expect(at(tree, 'r').y).toBeCloseTo(at(tree, 'b').y);
    expect(at(tree, 'r').x).toBeLessThan(at(tree, 'a').x);
    expect(at(tree, 'a').y).toBeLessThan(at(tree, 'b').y);
  });

  test('upwards and leftwards are mirrored', () => {
    expect(at(layout(['a>b'], [], { direction: 'BT' }), 'a').y).toBeGreaterThan(
      at(layout(['a>b'], [], { direction: 'BT' }), 'b').y,
    );
    expect(at(layout(['a>b'], [], { direction: 'RL' }), 'a').x).toBeGreaterThan(
      at(layout(['a>b'], [], { direction: 'RL' }), 'b').x,
    );
  });
});

describe('ways back', () => {
  test('run outside everything that they pass, into the side of the node', () => {
    const loop = layout(['a>b', 'b>c', 'c>a:again']);
    const back = way(loop, 'c', 'a');
    const lane = Math.max(...back.points.map(({ x }) => Math.abs(x - at(loop, 'b').x)));
    expect(lane).toBeGreaterThan(at(loop, 'b').width / 2);
    expect(back.points.at(-1)?.y).toBeCloseTo(at(loop, 'a').y);
  });

  test('two of them keep apart', () => {
    const loops = layout(['a>b', 'b>c', 'c>d', 'd>c:x', 'd>a:y']);
    const labels = loops.edges.flatMap(({ label }) => (label ? [label] : []));
    expect(labels).toHaveLength(2);
    expect(overlap(labels[0]!, labels[1]!)).toBe(false);
  });

  test('from a node to itself', () => {
    const self = way(layout(['a>b', 'a>a:more']), 'a', 'a');
    expect(self.points).toHaveLength(4);
    expect(self.label).toBeDefined();
  });
});

describe('room', () => {
  test('boxes are equally wide where the whole fits a phone', () => {
    const chain = layout(['a>b', 'b>c'], [nodeOf('a', { label: 'a long enough name' })]);
    expect(new Set(chain.nodes.map(({ width }) => width)).size).toBe(1);
    expect(boundsOf(chain).width).toBeLessThanOrEqual(340);
  });

  test('no line of a node is longer than about eight Chinese characters or eighteen letters', () => {
    const wide = layout(
      ['a>b'],
      [nodeOf('a', { label: '说'.repeat(40) }), nodeOf('b', { label: 'many short words in one long label' })],
    );
    for (const { lines } of wide.nodes) {
      for (const line of lines) expect([...line].length).toBeLessThanOrEqual(18);
    }
  });

  test('a flow that is too wide for a phone is turned', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const fan = layout(
      ids.map((id) => `root>${id}`),
      ids.map((id) => nodeOf(id, { label: 'a longish name' })),
    );
    expect(boundsOf(fan).width).toBeLessThanOrEqual(340);
    const chain = layout(
      ids.slice(1).map((id, index) => `${ids[index] ?? ''}>${id}`),
      [],
      { direction: 'LR' },
    );
    expect(boundsOf(chain).width).toBeLessThanOrEqual(340);
  });

  test('branches that fit neither beside nor under each other begin one row further down each', () => {
    const named = (id: string) => nodeOf(id, { label: `${id} is a long name that needs a wide box` });
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const wide = layout([...ids.map((id) => `q>${id}`), ...ids.map((id) => `${id}>r`)], ['q', ...ids, 'r'].map(named));
    expect(boundsOf(wide).width).toBeLessThanOrEqual(364);
    const ys = ['q', ...ids, 'r'].map((id) => at(wide, id).y);
    expect(ys).toEqual([...new Set(ys)].sort((x, y) => x - y));
  });

  test('a hidden edge takes part in the layout and is not drawn', () => {
    const hidden = layout([edgeOf('a>b', { line: 'hidden' })]);
    expect(at(hidden, 'b').y).toBeGreaterThan(at(hidden, 'a').y);
    expect(hidden.edges).toEqual([]);
  });
});

test('whatever the flow: finite, the same twice, no node on a node, no label on a label or a node', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');
  const edge = fc
    .tuple(id, id, fc.constantFrom('', 'yes', 'not at all'), fc.constantFrom('solid' as const, 'dotted' as const))
    .map(([from, to, label, line]) => edgeOf(`${from}>${to}`, { label, line }));
  const shape = fc.constantFrom('box' as const, 'diamond' as const, 'pill' as const);
  const nodes = fc
    .tuple(...['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(() => shape))
    .map((shapes) => shapes.map((kind, index) => nodeOf('abcdefg'.charAt(index), { shape: kind, label: 'six or so' })));
  const direction = fc.constantFrom('TB' as const, 'LR' as const);
  fc.assert(
    fc.property(fc.array(edge, { minLength: 1, maxLength: 11 }), nodes, direction, (edges, given, towards) => {
      const flow = flowOf(edges, given, { direction: towards });
      const drawn = layoutFlow(flow, halfEm);
      expect(layoutFlow(flow, halfEm)).toEqual(drawn);
      const numbers = [...drawn.nodes, ...drawn.edges.flatMap(({ points }) => points)].flatMap(({ x, y }) => [x, y]);
      expect(numbers.every(Number.isFinite)).toBe(true);
      const labels = drawn.edges.flatMap(({ label }) => (label ? [label] : []));
      const pairs = [...drawn.nodes, ...labels].flatMap((a, index, all) =>
        all.slice(index + 1).map((b) => [a, b] as const),
      );
      for (const [a, b] of pairs) expect(overlap(a, b), JSON.stringify([a, b])).toBe(false);
    }),
    { numRuns: 60 },
  );
});
