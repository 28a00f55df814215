/** How a node is drawn: step, start or end, decision, and the small marks of state diagrams. */
export type NodeShape = 'box' | 'pill' | 'diamond' | 'start' | 'end' | 'bar' | 'note';

/** What a node means beyond its words; never told by colour alone, since the label says it too. */
export const TONES = ['do', 'dont', 'accent', 'quiet'] as const;
export type Tone = (typeof TONES)[number];

export interface FlowNode {
  id: string;
  /** Plain text; a line feed is a break that the author asked for. */
  label: string;
  shape: NodeShape;
  tone?: Tone;
  href?: string;
}

export type Tip = 'none' | 'arrow' | 'circle' | 'cross';

export interface FlowEdge {
  from: string;
  to: string;
  /** Empty when the edge carries no words. */
  label: string;
  line: 'solid' | 'dotted' | 'thick' | 'hidden';
  startTip: Tip;
  endTip: Tip;
}

export type Direction = 'TB' | 'BT' | 'LR' | 'RL';

/** Nodes joined by edges: flowcharts and state diagrams. Nodes and edges stand in the order of the source. */
export interface Flow {
  kind: 'flow';
  title: string;
  description: string;
  direction: Direction;
  nodes: FlowNode[];
  edges: FlowEdge[];
}

interface Actor {
  id: string;
  label: string;
}

/** One row of a conversation, from top to bottom. */
export type SequenceRow =
  | { row: 'message'; from: string; to: string; label: string; line: 'solid' | 'dotted'; tip: Tip }
  | { row: 'note'; from: string; to: string; label: string }
  | { row: 'frame-start'; frame: Frame; label: string }
  | { row: 'frame-else'; frame: Frame; label: string }
  | { row: 'frame-end' };

export type Frame = 'loop' | 'alt' | 'opt' | 'par' | 'break';

/** Who says what to whom, in order. */
export interface Sequence {
  kind: 'sequence';
  title: string;
  description: string;
  actors: Actor[];
  rows: SequenceRow[];
}

/** One moment of a timeline; an event marked ✓ or ✗ in the source is a turn for the better or the worse. */
interface Moment {
  when: string;
  section: string;
  events: { label: string; tone?: 'do' | 'dont' }[];
}

/** What happened when, from top to bottom. */
export interface Timeline {
  kind: 'timeline';
  title: string;
  description: string;
  moments: Moment[];
}

export type Diagram = Flow | Sequence | Timeline;

/** Whether there is nothing to draw. */
export function isEmptyDiagram(diagram: Diagram): boolean {
  switch (diagram.kind) {
    case 'flow':
      return diagram.nodes.length === 0;
    case 'sequence':
      return diagram.actors.length === 0;
    case 'timeline':
      return diagram.moments.length === 0;
  }
}
