import type { Flow, FlowEdge, FlowNode } from '../../../src/diagrams/diagram.ts';

/** A node; its label is its id unless told otherwise. */
export function nodeOf(id: string, more: Partial<FlowNode> = {}): FlowNode {
  return { id, label: id, shape: 'box', ...more };
}

/** An edge written as `a>b`, or `a>b:label`. */
export function edgeOf(text: string, more: Partial<FlowEdge> = {}): FlowEdge {
  const [, from = '', to = '', label = ''] = /^(.+?)>(.+?)(?::(.*))?$/.exec(text) ?? [];
  return { from, to, label, line: 'solid', startTip: 'none', endTip: 'arrow', ...more };
}

/** A flow of edges; nodes that are not given are boxes named as in the edges, in order of appearance. */
export function flowOf(edges: (string | FlowEdge)[], nodes: FlowNode[] = [], more: Partial<Flow> = {}): Flow {
  const all = edges.map((edge) => (typeof edge === 'string' ? edgeOf(edge) : edge));
  const ids = [...new Set(all.flatMap(({ from, to }) => [from, to]))];
  return {
    kind: 'flow',
    title: 'A flow',
    description: '',
    direction: 'TB',
    nodes: [
      ...ids.map((id) => nodes.find((node) => node.id === id) ?? nodeOf(id)),
      ...nodes.filter(({ id }) => !ids.includes(id)),
    ],
    edges: all,
    ...more,
  };
}
