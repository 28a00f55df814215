import {
  TONES,
  type Diagram,
  type Direction,
  type FlowEdge,
  type FlowNode,
  type Frame,
  type NodeShape,
  type Sequence,
  type SequenceRow,
  type Timeline,
  type Tip,
  type Tone,
} from './diagram.ts';
import type { DiagramKind } from './check-source.ts';

/** What Mermaid's own data of a parsed diagram looks like, as far as it is read here (mermaid 12). */
export interface MermaidDb {
  getAccTitle?: () => string;
  getAccDescription?: () => string;
  getCommonDb?: () => { getAccTitle: () => string; getAccDescription: () => string };
  getDirection?: () => string | undefined;
  getVertices?: () => Map<string, { id: string; text?: string; type?: string; classes: string[]; link?: string }>;
  getEdges?: () => { start: string; end: string; text: string; type?: string; stroke?: string }[];
  getData?: () => { nodes: MermaidState[]; edges: MermaidTransition[]; direction?: string };
  getLinks?: () => Map<string, { url: string }>;
  getActors?: () => Map<string, { name: string; description: string }>;
  getMessages?: () => { from?: string; to?: string; message: unknown; type?: number }[];
  getTasks?: () => { section: string; task: string; events: string[] }[];
}

interface MermaidState {
  id: string;
  shape: string;
  label?: string | string[];
  description?: string | string[];
  cssClasses: string;
}

interface MermaidTransition {
  start: string;
  end: string;
  label?: string;
  classes: string;
}

/** A diagram as read, and the classes in it that mean nothing here. */
export interface ReadDiagram {
  diagram: Diagram;
  unknownClasses: string[];
}

/** Turns what Mermaid parsed into a diagram that can be drawn and told. */
export function readMermaid(kind: DiagramKind, db: MermaidDb): ReadDiagram {
  const common = db.getCommonDb?.();
  const head = {
    title: plainText(db.getAccTitle?.() ?? common?.getAccTitle() ?? ''),
    description: plainText(db.getAccDescription?.() ?? common?.getAccDescription() ?? '').replace(/\s+/g, ' '),
  };
  switch (kind) {
    case 'flow':
      return readFlowchart(head, db);
    case 'state':
      return readStates(head, db);
    case 'sequence':
      return { diagram: readSequence(head, db), unknownClasses: [] };
    case 'timeline':
      return { diagram: readTimeline(head, db), unknownClasses: [] };
  }
}

type Head = Pick<Diagram, 'title' | 'description'>;

const ENTITIES: Record<string, string> = {
  quot: '"',
  amp: '&',
  lt: '<',
  gt: '>',
  apos: "'",
  nbsp: '\u00a0',
  hash: '#',
  equals: '=',
};

/** A label as plain text: Mermaid's own coding of entities undone, breaks as line feeds, no markup. */
export function plainText(label: string): string {
  return label
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/\\n/g, '\n')
    .replace(/ﬂ°°(\d+)¶ß|&#(\d+);/g, (_, coded?: string, numeric?: string) =>
      String.fromCodePoint(Number(coded ?? numeric)),
    )
    .replace(/ﬂ°(\w+)¶ß|&(\w+);/g, (whole, coded?: string, named?: string) => ENTITIES[coded ?? named ?? ''] ?? whole)
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
}

/** What Mermaid puts in place of an address that would run a script. */
const UNSAFE_LINK = 'about:blank';
const PILLS = new Set(['stadium', 'circle', 'doublecircle', 'ellipse', 'pill', 'terminal', 'circ']);
const DIAMONDS = new Set(['diamond', 'hexagon', 'diam', 'decision', 'question', 'choice', 'hex']);

function readFlowchart(head: Head, db: MermaidDb): ReadDiagram {
  const vertices = [...(db.getVertices?.().values() ?? [])];
  const classes = vertices.flatMap((vertex) => vertex.classes).filter((name) => name !== 'clickable');
  const nodes = vertices.map(({ id, text, type, classes: own, link }): FlowNode => {
    const shape: NodeShape = PILLS.has(type ?? '') ? 'pill' : DIAMONDS.has(type ?? '') ? 'diamond' : 'box';
    const tone = own.find(isTone);
    return {
      id,
      label: plainText(text ?? id),
      shape,
      ...(tone ? { tone } : {}),
      ...(link && link !== UNSAFE_LINK ? { href: link } : {}),
    };
  });
  const edges = (db.getEdges?.() ?? []).map(({ start, end, text, type = '', stroke }): FlowEdge => {
    const tip: Tip = type.endsWith('point')
      ? 'arrow'
      : type.endsWith('cross')
        ? 'cross'
        : type.endsWith('circle')
          ? 'circle'
          : 'none';
    return {
      from: start,
      to: end,
      label: plainText(text),
      line: stroke === 'dotted' || stroke === 'thick' ? stroke : stroke === 'invisible' ? 'hidden' : 'solid',
      startTip: type.startsWith('double') ? tip : 'none',
      endTip: tip,
    };
  });
  return {
    diagram: { kind: 'flow', ...head, direction: readDirection(db.getDirection?.()), nodes, edges },
    unknownClasses: unknown(classes),
  };
}

const STATE_SHAPES: Record<string, NodeShape> = {
  stateStart: 'start',
  stateEnd: 'end',
  choice: 'diamond',
  fork: 'bar',
  join: 'bar',
  forkJoin: 'bar',
  note: 'note',
};

function readStates(head: Head, db: MermaidDb): ReadDiagram {
  const data = db.getData?.() ?? { nodes: [], edges: [] };
  const links = db.getLinks?.() ?? new Map<string, { url: string }>();
  const drawn = data.nodes.filter(({ shape }) => shape !== 'noteGroup');
  const classes = drawn
    .flatMap(({ cssClasses }) => cssClasses.split(/\s+/))
    .filter((name) => name && !name.startsWith('statediagram-'));
  const nodes = drawn.map(({ id, shape, label, description, cssClasses }): FlowNode => {
    const kind = STATE_SHAPES[shape] ?? 'box';
    const words = [label ?? [], description ?? []].flat().filter(Boolean).join('\n');
    const tone = cssClasses.split(/\s+/).find(isTone);
    const href = links.get(id)?.url;
    return {
      id,
      label: kind === 'box' || kind === 'note' ? plainText(words || id) : '',
      shape: kind,
      ...(tone && kind !== 'note' ? { tone } : {}),
      ...(href ? { href } : {}),
    };
  });
  const edges = data.edges.map(({ start, end, label, classes: own }): FlowEdge => {
    const toNote = own.includes('note-edge');
    return {
      from: start,
      to: end,
      label: plainText(label ?? ''),
      line: toNote ? 'dotted' : 'solid',
      startTip: 'none',
      endTip: toNote ? 'none' : 'arrow',
    };
  });
  return {
    diagram: { kind: 'flow', ...head, direction: readDirection(data.direction ?? db.getDirection?.()), nodes, edges },
    unknownClasses: unknown(classes),
  };
}

function readDirection(direction: string | undefined): Direction {
  return direction === 'LR' || direction === 'RL' || direction === 'BT' ? direction : 'TB';
}

function isTone(name: string): name is Tone {
  return (TONES as readonly string[]).includes(name);
}

function unknown(classes: string[]): string[] {
  return [...new Set(classes.filter((name) => !isTone(name)))];
}

/** Mermaid's numbers for the lines of a sequence diagram. */
const NOTE_LINE = 2;
const DOTTED_LINES = new Set([1, 4, 6, 25, 34]);
const CROSS_LINES = new Set([3, 4]);
const OPEN_LINES = new Set([5, 6]);
const MESSAGE_LINES = new Set([0, 1, 3, 4, 5, 6, 24, 25, 33, 34]);
const FRAME_STARTS: Record<number, Frame> = {
  10: 'loop',
  12: 'alt',
  15: 'opt',
  19: 'par',
  27: 'alt',
  30: 'break',
  32: 'par',
};
const FRAME_ELSES: Record<number, Frame> = { 13: 'alt', 20: 'par', 28: 'alt' };
const FRAME_ENDS = new Set([11, 14, 16, 21, 29, 31]);

function readSequence(head: Head, db: MermaidDb): Sequence {
  const actors = [...(db.getActors?.().values() ?? [])].map(({ name, description }) => ({
    id: name,
    label: plainText(description),
  }));
  const rows = (db.getMessages?.() ?? []).flatMap(({ from, to, message, type = -1 }): SequenceRow[] => {
    const label = typeof message === 'string' ? plainText(message) : '';
    const start = FRAME_STARTS[type];
    if (start) return [{ row: 'frame-start', frame: start, label }];
    const otherwise = FRAME_ELSES[type];
    if (otherwise) return [{ row: 'frame-else', frame: otherwise, label }];
    if (FRAME_ENDS.has(type)) return [{ row: 'frame-end' }];
    if (from === undefined || to === undefined) return [];
    if (type === NOTE_LINE) return [{ row: 'note', from, to, label }];
    if (!MESSAGE_LINES.has(type)) return [];
    const tip: Tip = CROSS_LINES.has(type) ? 'cross' : OPEN_LINES.has(type) ? 'none' : 'arrow';
    return [{ row: 'message', from, to, label, line: DOTTED_LINES.has(type) ? 'dotted' : 'solid', tip }];
  });
  return { kind: 'sequence', ...head, actors, rows };
}

const MARKS: Record<string, 'do' | 'dont'> = { '✓': 'do', '✔': 'do', '✗': 'dont', '✕': 'dont', '✘': 'dont' };

function readTimeline(head: Head, db: MermaidDb): Timeline {
  const moments = (db.getTasks?.() ?? []).map(({ section, task, events }) => ({
    when: plainText(task),
    section: plainText(section),
    events: events.map((event) => {
      const label = plainText(event);
      const tone = MARKS[label.charAt(0)];
      return tone ? { label: label.slice(1).trim(), tone } : { label };
    }),
  }));
  return { kind: 'timeline', ...head, moments };
}
