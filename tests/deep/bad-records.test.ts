import fc from 'fast-check';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { loadRecords } from '../../scripts/lib/load-records.ts';
import { applyRules } from '../../src/check/check-records.ts';
import { copyContent } from '../unit/check/copy-content.ts';

const RUNS = 500;

/** What a hand or a program may do to a text file. */
const mutation = fc.oneof(
  fc.record({ kind: fc.constant('cut' as const), at: fc.nat(), length: fc.integer({ min: 1, max: 40 }) }),
  fc.record({
    kind: fc.constant('insert' as const),
    at: fc.nat(),
    text: fc.oneof(
      fc.constantFrom(
        '\t',
        ': ',
        '}',
        '{',
        '- ',
        '&a [*a]',
        '"',
        '<script>alert(1)</script>',
        '../../../etc/passwd',
        '\u0000',
        '\ud800',
        '，：“',
        '\n---\n',
      ),
      fc.string({ maxLength: 20, unit: 'binary' }),
      fc.constantFrom('x', '字').map((letter) => letter.repeat(20_000)),
    ),
  }),
  fc.record({ kind: fc.constant('double' as const), at: fc.nat(), length: fc.integer({ min: 1, max: 200 }) }),
);

test(`${String(RUNS)} damaged records are each refused with a code and a line, or read`, () => {
  const root = copyContent();
  const files = readdirSync(path.join(root, 'content'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(yaml|mdx)$/.test(file))
    .map((file) => path.join(root, 'content', file));
  fc.assert(
    fc.property(fc.nat(), fc.array(mutation, { minLength: 1, maxLength: 4 }), (which, mutations) => {
      const file = files[which % files.length]!;
      const sound = readFileSync(file, 'utf8');
      try {
        const damaged = mutations.reduce((text, change) => {
          const at = change.at % (text.length + 1);
          if (change.kind === 'insert') return text.slice(0, at) + change.text + text.slice(at);
          const part = text.slice(at, at + change.length);
          return change.kind === 'cut' ? text.replace(part, '') : text.slice(0, at) + part + text.slice(at);
        }, sound);
        writeFileSync(file, damaged);
        const { records, issues } = loadRecords(root);
        const found = records ? [...issues, ...applyRules(records)] : issues;
        if (!records) expect(issues.length).toBeGreaterThan(0);
        for (const { code, position, message } of found) {
          expect(code).toMatch(/^[a-z-]+$/);
          expect(position.line).toBeGreaterThan(0);
          expect(position.column).toBeGreaterThan(0);
          expect(message).not.toBe('');
        }
      } finally {
        writeFileSync(file, sound);
      }
    }),
    { numRuns: RUNS, seed: 20_261_120 },
  );
}, 600_000);
