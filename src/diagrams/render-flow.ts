import type { Flow, FlowEdge } from './diagram.ts';
import { LABEL_FONT, NODE_FONT } from './flow-sizes.ts';
import { roundedPath, withoutIdlePoints, type Point } from './geometry.ts';
import { boundsOf, layoutFlow, type PlacedEdge, type PlacedNode } from './layout-flow.ts';
import { renderPicture, renderText, shortened, tipPath, type Picture } from './picture.ts';
import { markup, round } from './svg-markup.ts';
import type { MeasureText } from './text-wrap.ts';

const MARGIN = 2;
const BOX_RADIUS = 10;
const NOTE_RADIUS = 4;
const DIAMOND_CORNER = 7;

/** Draws a flow: lines first, then nodes, then the words on the lines. */
export function renderFlow(flow: Flow, id: string, measure: MeasureText): Picture {
  const layout = layoutFlow(flow, measure);
  const bounds = boundsOf(layout);
  const move = <P extends Point>(point: P): P => ({
    ...point,
    x: point.x - bounds.x + bounds.width / 2 + MARGIN,
    y: point.y - bounds.y + bounds.height / 2 + MARGIN,
  });
  const edges = layout.edges.map(({ edge, points, label }): PlacedEdge => ({
    edge,
    points: withoutIdlePoints(points.map(move)),
    ...(label ? { label: move(label) } : {}),
  }));
  return renderPicture({
    id,
    title: flow.title,
    description: flow.description,
    width: bounds.width + 2 * MARGIN,
    height: bounds.height + 2 * MARGIN,
    hasLinks: flow.nodes.some(({ href }) => href !== undefined),
    body: [
      ...renderLines(edges),
      ...layout.nodes.map((placed) => renderNode(move(placed))),
      ...edges.map(renderLabel),
    ].join(''),
  });
}

/** One path for all lines of a kind, and one for all their tips, which are never dotted. */
function renderLines(edges: PlacedEdge[]): string[] {
  const kinds: FlowEdge['line'][] = ['solid', 'thick', 'dotted'];
  const lines = kinds.map((kind) => {
    const d = edges
      .filter(({ edge }) => edge.line === kind)
      .map(({ edge, points }) => roundedPath(withRoomForTips(edge, points), round))
      .join('');
    return d && markup('path', { class: kind === 'solid' ? 'dg-line' : `dg-line dg-${kind}`, d });
  });
  const tips = edges
    .map(({ edge, points }) => {
      const [first, second] = points;
      const [beforeLast, last] = points.slice(-2);
      if (!first || !second || !beforeLast || !last) return '';
      return tipPath(edge.startTip, first, second) + tipPath(edge.endTip, last, beforeLast);
    })
    .join('');
  return [...lines, tips && markup('path', { class: 'dg-tip', d: tips })];
}

function withRoomForTips({ startTip, endTip }: FlowEdge, points: Point[]): Point[] {
  return points.map((point, index) => {
    const before = points[index - 1];
    const after = points[index + 1];
    if (!before && after) return shortened(startTip, point, after);
    if (!after && before) return shortened(endTip, point, before);
    return point;
  });
}

function renderNode(placed: PlacedNode): string {
  const { node, lines } = placed;
  const className = ['dg-node', `dg-${node.shape}`, ...(node.tone ? [`dg-${node.tone}`] : [])].join(' ');
  const content = renderShape(placed) + renderText(lines, placed, node.shape === 'note' ? LABEL_FONT : NODE_FONT);
  if (node.href === undefined) return markup('g', { class: className }, content);
  const name = lines.length > 1 ? node.label.replaceAll('\n', ' ') : undefined;
  return markup('a', { class: className, href: node.href, 'aria-label': name }, content);
}

function renderShape({ node, x, y, width, height }: PlacedNode): string {
  switch (node.shape) {
    case 'start':
      return markup('circle', { cx: x, cy: y, r: width / 2 });
    case 'end':
      return (
        markup('circle', { cx: x, cy: y, r: width / 2 }) +
        markup('circle', { class: 'dg-core', cx: x, cy: y, r: width / 2 - 5 })
      );
    case 'diamond': {
      const corners = [
        { x: x - width / 2, y },
        { x, y: y - height / 2 },
        { x: x + width / 2, y },
        { x, y: y + height / 2 },
      ];
      return markup('path', { d: closedRoundedPath(corners) });
    }
    case 'pill':
      return rectangle(x, y, width, height, Math.min(height / 2, 24));
    case 'bar':
      return rectangle(x, y, width, height, height / 2);
    case 'note':
      return rectangle(x, y, width, height, NOTE_RADIUS);
    case 'box':
      return rectangle(x, y, width, height, BOX_RADIUS);
  }
}

function rectangle(x: number, y: number, width: number, height: number, rx: number): string {
  return markup('rect', { x: x - width / 2, y: y - height / 2, width, height, rx });
}

function closedRoundedPath(corners: Point[]): string {
  const [first, second] = corners;
  if (!first || !second) return '';
  const start = { x: (first.x + second.x) / 2, y: (first.y + second.y) / 2 };
  return `${roundedPath([start, ...corners.slice(1), first, start], round, DIAMOND_CORNER)}Z`;
}

function renderLabel({ label }: PlacedEdge): string {
  if (!label) return '';
  return markup(
    'g',
    { class: 'dg-said' },
    rectangle(label.x, label.y, label.width, label.height, NOTE_RADIUS),
    renderText(label.lines, label, LABEL_FONT),
  );
}
