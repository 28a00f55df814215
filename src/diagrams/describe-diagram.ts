import type { Lang } from '../model/localized.ts';
import type { Diagram, Flow, FlowEdge, FlowNode, Sequence, Timeline } from './diagram.ts';
import { diagramTexts } from './diagram-texts.ts';
import { hasChinese } from './text-wrap.ts';

type Text = ReturnType<typeof diagramTexts>;

/** Says in lines of text what a diagram shows, in the order of its source: the same as the picture, no more, no less. */
export function describeDiagram(diagram: Diagram, lang: Lang): string[] {
  const text = diagramTexts(lang);
  switch (diagram.kind) {
    case 'flow':
      return describeFlow(diagram, text);
    case 'sequence':
      return describeSequence(diagram, text);
    case 'timeline':
      return describeTimeline(diagram, text);
  }
}

function describeFlow({ nodes, edges }: Flow, text: Text): string[] {
  const drawn = edges.filter(({ line }) => line !== 'hidden');
  return nodes.flatMap((node) => {
    const ways = drawn.filter(({ from }) => from === node.id);
    if (ways.length > 0) return ways.map((edge) => describeEdge(edge, nodes, text));
    const isEntered = drawn.some(({ to }) => to === node.id);
    return isEntered ? [] : [nameOf(node, text)];
  });
}

function describeEdge(edge: FlowEdge, nodes: FlowNode[], text: Text): string {
  const name = (id: string) => {
    const node = nodes.find((candidate) => candidate.id === id);
    return node ? nameOf(node, text) : id;
  };
  const kind =
    edge.endTip === 'cross'
      ? 'stopped'
      : edge.endTip === 'none'
        ? 'joined'
        : edge.startTip === 'none'
          ? 'step'
          : 'both-ways';
  const when = oneLine(edge.label);
  return text(when ? `${kind}-when` : kind, { from: name(edge.from), to: name(edge.to), when });
}

function nameOf({ label, shape }: FlowNode, text: Text): string {
  if (shape === 'start') return text('start');
  if (shape === 'end') return text('end');
  if (shape === 'bar') return text('fork');
  if (shape === 'note') return text('note', { words: oneLine(label) });
  return oneLine(label) || text('choice');
}

function describeSequence({ actors, rows }: Sequence, text: Text): string[] {
  const name = (id: string) => oneLine(actors.find((actor) => actor.id === id)?.label ?? id);
  const open: string[] = [];
  return rows.map((row) => {
    switch (row.row) {
      case 'message': {
        const words = oneLine(row.label);
        return row.from === row.to
          ? text('says-self', { from: name(row.from), words })
          : text('says', { from: name(row.from), to: name(row.to), words });
      }
      case 'note':
        return text('note', { words: oneLine(row.label) });
      case 'frame-start':
        open.push(text(row.frame));
        return text('frame', { frame: text(row.frame), words: oneLine(row.label) });
      case 'frame-else':
        return text('frame', { frame: text(row.frame === 'par' ? 'par-else' : 'else'), words: oneLine(row.label) });
      case 'frame-end':
        return text('frame-end', { frame: open.pop() ?? '' });
    }
  });
}

function describeTimeline({ moments }: Timeline, text: Text): string[] {
  return moments.map(({ when, section, events }) => {
    const told = events
      .map(({ label, tone }) => (tone ? `${tone === 'do' ? '✓' : '✗'} ${oneLine(label)}` : oneLine(label)))
      .join(text('and-then'));
    return text(section ? 'moment-in' : 'moment', { when: oneLine(when), section: oneLine(section), events: told });
  });
}

/** Lines joined as they are read: Chinese without a space. */
function oneLine(label: string): string {
  return label.split('\n').reduce((before, after) => {
    const isChinese = hasChinese(before.slice(-1)) || hasChinese(after.charAt(0));
    return isChinese ? before + after : `${before} ${after}`;
  });
}
