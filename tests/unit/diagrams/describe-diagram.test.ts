import { expect, test } from 'vitest';
import { describeDiagram } from '../../../src/diagrams/describe-diagram.ts';
import { edgeOf, flowOf, nodeOf } from './flow-of.ts';

test('a flow: each way of each node, in the order of the source', () => {
  const flow = flowOf(
    ['a>b', 'b>c:没对上', 'b>d:对了'],
    [nodeOf('a', { label: '提问' }), nodeOf('b', { label: '复述\n对了？' })],
  );
  expect(describeDiagram(flow, 'zh')).toEqual([
    '提问 → 复述对了？',
    '复述对了？（没对上）→ c',
    '复述对了？（对了）→ d',
  ]);
  expect(describeDiagram(flow, 'en')[1]).toBe('复述对了？ (没对上) → c');
});

test('says how a line is drawn where that changes what it says', () => {
  const flow = flowOf([
    edgeOf('a>b', { startTip: 'arrow' }),
    edgeOf('a>c:same', { endTip: 'none' }),
    edgeOf('a>d', { endTip: 'cross' }),
    edgeOf('a>e', { line: 'hidden' }),
  ]);
  expect(describeDiagram(flow, 'en')).toEqual(['a ↔ b', 'a (same) — c', 'a → d: no way through', 'e']);
});

test('marks without words are named', () => {
  const flow = flowOf(
    ['s>a', 'a>c', 'c>e'],
    [
      nodeOf('s', { shape: 'start', label: '' }),
      nodeOf('c', { shape: 'diamond', label: '' }),
      nodeOf('e', { shape: 'end', label: '' }),
    ],
  );
  expect(describeDiagram(flow, 'zh')).toEqual(['开始 → a', 'a → 看情况', '看情况 → 结束']);
});

test('a conversation: who says what to whom, and under which condition', () => {
  expect(
    describeDiagram(
      {
        kind: 'sequence',
        title: 't',
        description: '',
        actors: [
          { id: 'r', label: 'Resident' },
          { id: 'd', label: 'Desk' },
        ],
        rows: [
          { row: 'message', from: 'r', to: 'd', label: 'It is broken', line: 'solid', tip: 'arrow' },
          { row: 'frame-start', frame: 'alt', label: 'free tonight' },
          { row: 'message', from: 'd', to: 'r', label: 'Seven o’clock', line: 'dotted', tip: 'arrow' },
          { row: 'frame-else', frame: 'alt', label: 'full' },
          { row: 'message', from: 'd', to: 'd', label: 'find a fan', line: 'solid', tip: 'arrow' },
          { row: 'frame-end' },
          { row: 'note', from: 'r', to: 'd', label: 'both\nrepeat' },
        ],
      },
      'en',
    ),
  ).toEqual([
    'Resident to Desk: It is broken',
    'If: free tonight',
    'Desk to Resident: Seven o’clock',
    'Otherwise: full',
    'Desk: find a fan',
    '(end of “If”)',
    'Note: both repeat',
  ]);
});

test('a timeline: when, and what', () => {
  const timeline = {
    kind: 'timeline' as const,
    title: 't',
    description: '',
    moments: [
      {
        when: '21:40',
        section: '第一天',
        events: [{ label: '没有热水' }, { label: '让他等等', tone: 'dont' as const }],
      },
      { when: '次日', section: '', events: [{ label: '当面道歉', tone: 'do' as const }] },
    ],
  };
  expect(describeDiagram(timeline, 'zh')).toEqual(['第一天 21:40：没有热水；✗ 让他等等', '次日：✓ 当面道歉']);
});
