import { expect, test } from 'vitest';
import { plainText, readMermaid } from '../../../src/diagrams/read-mermaid.ts';

const vertex = (id: string, more: { text?: string; type?: string; link?: string; classes?: string[] } = {}) =>
  [id, { id, classes: [], ...more }] as [string, { id: string; classes: string[] }];

test('a flowchart: shapes, tones, links, lines', () => {
  const { diagram, unknownClasses } = readMermaid('flow', {
    getAccTitle: () => '六步',
    getAccDescription: () => '',
    getDirection: () => 'TD',
    getVertices: () =>
      new Map([
        vertex('a', { text: '开场', type: 'square', link: '#steps', classes: ['clickable'] }),
        vertex('b', { text: '对了？', type: 'diamond' }),
        vertex('c', { text: '好', type: 'stadium', classes: ['do'] }),
        vertex('d', { classes: ['loud'] }),
      ]),
    getEdges: () => [
      { start: 'a', end: 'b', text: '', type: 'arrow_point', stroke: 'normal' },
      { start: 'b', end: 'c', text: '对了', type: 'double_arrow_point', stroke: 'thick' },
      { start: 'b', end: 'd', text: '', type: 'arrow_open', stroke: 'dotted' },
      { start: 'c', end: 'd', text: '', type: 'arrow_cross', stroke: 'invisible' },
    ],
  });
  expect(unknownClasses).toEqual(['loud']);
  expect(diagram).toMatchObject({
    kind: 'flow',
    title: '六步',
    direction: 'TB',
    nodes: [
      { id: 'a', label: '开场', shape: 'box', href: '#steps' },
      { id: 'b', label: '对了？', shape: 'diamond' },
      { id: 'c', label: '好', shape: 'pill', tone: 'do' },
      { id: 'd', label: 'd', shape: 'box' },
    ],
    edges: [
      { from: 'a', to: 'b', line: 'solid', startTip: 'none', endTip: 'arrow' },
      { label: '对了', line: 'thick', startTip: 'arrow', endTip: 'arrow' },
      { line: 'dotted', endTip: 'none' },
      { line: 'hidden', endTip: 'cross' },
    ],
  });
});

test('a timeline: marks become tones', () => {
  const { diagram } = readMermaid('timeline', {
    getCommonDb: () => ({ getAccTitle: () => '那一晚', getAccDescription: () => '' }),
    getTasks: () => [{ section: '第一天', task: '21ﬂ°°58¶ß40 ', events: ['没有热水', '✗ 让他等等', '✓ 道歉'] }],
  });
  expect(diagram).toMatchObject({
    title: '那一晚',
    moments: [
      {
        when: '21:40',
        section: '第一天',
        events: [{ label: '没有热水' }, { label: '让他等等', tone: 'dont' }, { label: '道歉', tone: 'do' }],
      },
    ],
  });
});

test('labels become plain text', () => {
  expect(plainText('a<br/>b<BR>c\\nd')).toBe('a\nb\nc\nd');
  expect(plainText('ﬂ°quot¶ßxﬂ°quot¶ß ﬂ°°35¶ß1 &amp;lt; &#91;')).toBe('"x" #1 &lt; [');
  expect(plainText(' 好 ')).toBe('好');
});
