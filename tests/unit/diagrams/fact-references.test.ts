import { expect, test } from 'vitest';
import { escapeMermaid, resolveFactReferences } from '../../../src/diagrams/fact-references.ts';
import { plainText } from '../../../src/diagrams/read-mermaid.ts';

const facts: Record<string, string> = {
  'steps/opening': '开场：叫姓，接住',
  'steps/quote': 'Say “yes”, not "no" [ever] #1',
};
const lookup = (ref: string) => facts[ref];

test('puts facts in', () => {
  const { source, unknown } = resolveFactReferences('flowchart TD\n  a["${steps/opening}"] --> b', lookup);
  expect(source).toBe('flowchart TD\n  a["开场：叫姓，接住"] --> b');
  expect(unknown).toEqual([]);
});

test('what Mermaid could take for its own is escaped, and comes back whole', () => {
  const { source } = resolveFactReferences('a["${steps/quote}"]', lookup);
  expect(source).toBe('a["Say “yes”#44; not #34;no#34; #91;ever#93; #35;1"]');
  expect(plainText(escapeMermaid('<b>#x;</b> `{}|')).replace(/#(\d+);/g, '')).not.toContain('<b>');
});

test('lists what names nothing, with its place, and leaves it standing', () => {
  const { source, unknown } = resolveFactReferences(
    'flowchart TD\n  a["${steps/openin}"] --> b["${ steps/opening }"]',
    lookup,
  );
  expect(unknown).toEqual([{ ref: 'steps/openin', line: 2, column: 6 }]);
  expect(source).toContain('${steps/openin}');
  expect(source).toContain('开场：叫姓，接住');
});
