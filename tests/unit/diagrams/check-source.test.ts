import { expect, test } from 'vitest';
import { checkSource, lineOfParserError, withoutComments } from '../../../src/diagrams/check-source.ts';

const mistake = (source: string) => {
  const result = checkSource(source, 'en');
  return 'mistake' in result ? result.mistake : undefined;
};

test('knows the kinds that are drawn', () => {
  expect(checkSource('flowchart TD\n a --> b', 'zh')).toEqual({ kind: 'flow' });
  expect(checkSource('graph LR\n a --> b', 'zh')).toEqual({ kind: 'flow' });
  expect(checkSource('\n%% a remark\nstateDiagram-v2\n a --> b', 'zh')).toEqual({ kind: 'state' });
  expect(checkSource('sequenceDiagram\n a->>b: x', 'zh')).toEqual({ kind: 'sequence' });
  expect(checkSource('timeline\n 1 : x', 'zh')).toEqual({ kind: 'timeline' });
});

test('says what is wrong, where, and what to do', () => {
  expect(mistake('\n\n')).toMatchInlineSnapshot(`
    {
      "code": "empty",
      "hint": "Name the kind of diagram in the first line, such as flowchart TD, and write the contents below it.",
      "line": 1,
      "message": "This diagram is empty.",
    }
  `);
  expect(mistake('\nflowchrt TD\n a --> b')).toMatchInlineSnapshot(`
    {
      "code": "unknown-kind",
      "hint": "The first line may say: flowchart TD, stateDiagram-v2, sequenceDiagram, timeline.",
      "line": 2,
      "message": "“flowchrt” is not a diagram that can be drawn here.",
    }
  `);
  expect(mistake('flowchart TD\n a --> b\n style a fill:#f00')).toMatchInlineSnapshot(`
    {
      "code": "own-look",
      "hint": "Colours come from the site, so that they can be read by day and by night. Remove the line; to tell good from bad, write :::do, :::dont, :::accent or :::quiet after a node.",
      "line": 3,
      "message": "“style” sets a colour or style, which is not possible here.",
    }
  `);
  expect(mistake('flowchart TD\n subgraph one\n a --> b\n end')).toMatchInlineSnapshot(`
    {
      "code": "not-drawn",
      "hint": "Use nodes and arrows instead, or make two diagrams. On a phone, nine nodes are the most a reader takes in.",
      "line": 2,
      "message": "“subgraph one” cannot be drawn here.",
    }
  `);
});

test('a node may be called style-guide, and a label may speak of one', () => {
  expect(mistake('flowchart TD\n stylebook["classDef"] --> b')).toBeUndefined();
});

test('comments are emptied, not removed', () => {
  expect(withoutComments('flowchart TD\r\n  %% remark\r\n  a --> b')).toBe('flowchart TD\n\n  a --> b');
});

test('an error at the end of the text belongs to the last line with words', () => {
  expect(lineOfParserError('\nflowchart TD\n a -->\n\n', { message: 'Parse error on line 3:\n…' })).toBe(3);
  expect(lineOfParserError('flowchart TD\n a', { message: 'There can be only one root.' })).toBe(1);
});
