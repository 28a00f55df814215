import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isScalar, parseDocument, visit } from 'yaml';
import { CHECK_TOOLS } from '../../scripts/lib/check-tools.ts';
import { checkContent } from '../../scripts/lib/check-content.ts';
import { runProgram } from '../../scripts/lib/run-program.ts';
import { filesOf } from '../site/dist.ts';

/** So many bad records of each kind. */
const EACH = 70;
/** What takes longer hangs. */
const HANG_MS = 10_000;
/** How many sites are built of records that were let through. */
const BUILDS = 2;

/** Chance that comes out the same each time: the same seed, the same numbers. */
class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** A whole number from 0 and below `below`. */
  number(below: number): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * below);
  }

  of<T>(list: readonly T[]): T {
    const item = list[this.number(list.length)];
    if (item === undefined) throw new Error('nothing to choose from');
    return item;
  }
}

/** Values of another sort than any that a record has in that place. */
const TYPES = [
  ...[
    'null',
    '~',
    '5',
    '-1',
    '1e400',
    '.nan',
    '0x1F',
    'true',
    '[]',
    '{}',
    '[[1, [2]]]',
    '{ zh: 5, en: [] }',
    '""',
    '" "',
  ],
  ...[
    '2026-13-45',
    '2026-11-20T00:00:00Z',
    '!!binary aGVsbG8=',
    '!!set { a }',
    '!!js/function "() => 1"',
    '!<tag:x> y',
  ],
  ...[
    '{ zh: 中文 }',
    '{ zh: 一, en: one, fr: un }',
    '{ __proto__: { a: 1 } }',
    '{ constructor: 1, toString: 2 }',
    '? [a]\n: b',
  ],
];

/** A list of lists of lists … that grows ninefold with each line. */
function bomb(levels: number): string {
  const lines = Array.from({ length: levels }, (_, level) => {
    const item = level === 0 ? 'x' : `*b${String(level - 1)}`;
    return `k${String(level)}: &b${String(level)} [${Array.from({ length: 9 }, () => item).join(', ')}]`;
  });
  return `{ ${lines.join(', ')} }`;
}
const ANCHORS = [
  ...['&a [*a]', '&a { b: *a }', '*nobody', '&a x, *a', '{ <<: *nobody }', '&a { <<: *a }', '{ <<: [1, 2] }', '&a'],
  ...[3, 6, 9, 14].map(bomb),
  `[&a x, ${'*a, '.repeat(2000)} *a]`,
];

const DEPTHS = [100, 1000, 10_000, 60_000];
const DEEP = DEPTHS.flatMap((depth) => [
  '['.repeat(depth) + ']'.repeat(depth),
  '['.repeat(depth),
  '{ a: '.repeat(depth) + '}'.repeat(depth),
  `"${'（'.repeat(depth)}"`,
]);

const HUGE = [
  `"${'x'.repeat(2_000_000)}"`,
  `"${'字'.repeat(1_000_000)}"`,
  `"${'a '.repeat(500_000)}"`,
  `"${'\\n'.repeat(300_000)}"`,
  `[${'x, '.repeat(100_000)}x]`,
  `{ ${Array.from({ length: 20_000 }, (_, index) => `k${String(index)}: 1`).join(', ')} }`,
  `"${'“'.repeat(200_000)}"`,
  `"${'e\\u0301'.repeat(200_000)}"`,
];

const MARKUP = [
  ...[
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '</script></title></style>-->',
    '<!--',
    ']]>',
    '<![CDATA[',
  ],
  ...[
    '{{ x }}',
    '${process.exit(3)}',
    '{process.exit(3)}',
    '%{x}',
    '<Block id="steps" />',
    '<%= x %>',
    '```mermaid\ngraph TD\n```',
  ],
  ...[
    'javascript:alert(1)',
    '[a](javascript:alert(1))',
    '![a](http://evil.example/x.png)',
    '&lt;b&gt; &amp; &#0;',
    '\\',
    '\\u0000',
  ],
  ...[
    '\u202Eesrever',
    '\uFEFF\u200B',
    '𠮷〇',
    '👩‍👩‍👧',
    '=1+1',
    '@SUM(A1)',
    "'; DROP TABLE x; --",
    '\r\n.\r\n',
    '::: note',
    '---\na: b',
  ],
];

/** Code that would run in the build, and prose that has no end. */
const PROSE = [
  ...[
    "import fs from 'node:fs';",
    'export const x = 1;',
    '{process.exit(3)}',
    '{(() => { while (true) {} })()}',
    '{`${1}`}',
    '{',
  ],
  ...[
    '<Block id={process.exit(3)} />',
    '<Block id="../../etc/passwd" />',
    '<Block',
    '<Unknown />',
    '<script>alert(1)</script>',
    '</div>',
  ],
  ...[
    '<!-- comment -->',
    '```mermaid\nflowchart LR\naccTitle: x\na-->b-->a\n```',
    '```mermaid\n%%{init: {"x":1}}%%\n```',
    '```',
  ],
  ...[
    '> '.repeat(500),
    '- '.repeat(300),
    '*'.repeat(20_000),
    '['.repeat(20_000),
    '| a '.repeat(5000),
    '#'.repeat(100),
    '&'.repeat(5000),
  ],
];

const PATHS = [
  ...[
    '../../../../tmp/outside',
    '/etc/passwd',
    '..',
    '.',
    './x',
    'a/../../b',
    'C:\\windows',
    '\\\\host\\share',
    '%2e%2e%2f',
    '..%00',
  ],
  ...[
    'a\u0000b',
    'a／b',
    'con',
    'nul.txt',
    '-rf',
    '~root',
    'a b',
    'A',
    'ａ',
    'x'.repeat(5000),
    '',
    '__proto__',
    'constructor',
  ],
  ...[
    'en',
    'api',
    'c',
    '_astro',
    'index.html',
    '404',
    '$(id)',
    '`id`',
    '|id',
    'a\nb',
    'file:///etc/passwd',
    'http://evil.example/',
  ],
];
/** Values that name something: ids, references, addresses. */
const NAMING = /^[a-z0-9]+(?:[-/][a-z0-9]+)*$/;

/** The text with one of its values written otherwise: any, or one that the test lets pass. */
function withValue(source: string, raw: string, chance: Chance, fits: (value: string) => boolean = () => true): string {
  const places: [number, number][] = [];
  visit(parseDocument(source), {
    Scalar: (key, node) => {
      if (key !== 'key' && isScalar(node) && node.range && fits(String(node.value)))
        places.push([node.range[0], node.range[1]]);
    },
  });
  const [from, to] = chance.of(places);
  return source.slice(0, from) + raw + source.slice(to);
}

/** What a hand or a program may do to any text file. */
function scratched(source: string, chance: Chance): string {
  const at = chance.number(source.length + 1);
  const part = source.slice(at, at + 1 + chance.number(200));
  return chance.of([
    () => source.slice(0, at) + source.slice(at + part.length),
    () => source.slice(0, at) + part + source.slice(at),
    () => source.slice(0, at),
    () =>
      source.slice(0, at) +
      chance.of(['\t', ': ', '}', '{', '- ', '"', "'", '，：“', '\n---\n', '\n...\n', '#', '|', '>']) +
      source.slice(at),
  ])();
}

/** The text in bytes that are not what they should be. */
function encoded(source: string, chance: Chance): Uint8Array {
  const utf8 = Buffer.from(source);
  const at = chance.number(utf8.length);
  const swapped = Buffer.from(source, 'utf16le').swap16();
  return chance.of([
    () => Buffer.from(`\uFEFF${source}`, 'utf16le'),
    () => Buffer.concat([Buffer.from([0xfe, 0xff]), swapped]),
    () => Buffer.from(`\uFEFF${source}`),
    () => Buffer.from(source, 'latin1'),
    () => Buffer.from(source.replaceAll('\n', '\r')),
    () => Buffer.from(source.replaceAll('\n', '\r\n')),
    () => Buffer.from(source.replaceAll('\n', '\u2028')),
    () =>
      Buffer.concat([
        utf8.subarray(0, at),
        Buffer.from(chance.of([[0xff], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0], [0x1b]])),
        utf8.subarray(at),
      ]),
    () => utf8.subarray(0, at),
    () => Buffer.alloc(0),
    () => Buffer.alloc(5000),
    () => Buffer.from([0x1f, 0x8b, 0x08, ...utf8.subarray(0, 500)]),
  ])();
}

/** A record made bad: another content for a file, or another name for a folder. */
interface Damage {
  file: string;
  content?: string | Uint8Array;
  rename?: string;
}

let folder: string;
let root: string;
let records: string[];
let prose: string[];
let topics: string[];
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pocketbook-bad-'));
  root = path.join(folder, 'site');
  cpSync('tests/fixtures/good', root, { recursive: true });
  const all = readdirSync(path.join(root, 'content'), { recursive: true, encoding: 'utf8' }).sort();
  records = all.filter((file) => /\.(?:yaml|lock)$/.test(file));
  prose = all.filter((file) => file.endsWith('.mdx'));
  topics = all.filter((file) => path.basename(file) === 'topic.yaml').map((file) => path.dirname(file));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sourceOf = (file: string) => readFileSync(path.join(root, 'content', file), 'utf8');

/** One way of going wrong each, the `nth` case of it. */
const KINDS: Record<string, (chance: Chance) => Damage> = {
  'a hand that slipped': (chance) => {
    const file = chance.of([...records, ...prose]);
    return { file, content: scratched(sourceOf(file), chance) };
  },
  types: (chance) => inRecord(chance, chance.of(TYPES)),
  encodings: (chance) => {
    const file = chance.of([...records, ...prose]);
    return { file, content: encoded(sourceOf(file), chance) };
  },
  depth: (chance) => inRecord(chance, chance.of(DEEP)),
  markup: (chance) => inRecord(chance, JSON.stringify(chance.of(MARKUP))),
  'anchors and bombs': (chance) => inRecord(chance, chance.of(ANCHORS)),
  'huge strings': (chance) => inRecord(chance, chance.of(HUGE)),
  'paths in ids': (chance) => inRecord(chance, JSON.stringify(chance.of(PATHS)), (value) => NAMING.test(value)),
  'prose that runs': (chance) => {
    const file = chance.of(prose);
    const lines = sourceOf(file).split('\n');
    const at = chance.number(lines.length + 1);
    return { file, content: [...lines.slice(0, at), '', chance.of(PROSE), '', ...lines.slice(at)].join('\n') };
  },
  'names of folders': (chance) => ({
    file: chance.of(topics),
    rename: chance.of([
      'a b',
      'UPPER',
      '-rf',
      '~root',
      'ａ',
      'x'.repeat(200),
      '%2e%2e',
      '..x',
      'con',
      '$(id)',
      'a.b',
      'new\nline',
    ]),
  }),
};

/** Another value in a file that has values; of those that name something only where the test asks for it. */
function inRecord(chance: Chance, raw: string, fits?: (value: string) => boolean): Damage {
  const file = chance.of(records.filter((name) => !name.endsWith('.lock')));
  return { file, content: withValue(sourceOf(file), raw, chance, fits) };
}

/** Does the damage, looks at what comes of it, and puts all back. */
async function withDamage<T>({ file, content, rename }: Damage, look: () => Promise<T>): Promise<T> {
  const place = path.join(root, 'content', file);
  const before = rename === undefined ? readFileSync(place) : undefined;
  const renamed = path.join(path.dirname(place), rename ?? '');
  try {
    if (rename === undefined) writeFileSync(place, content ?? '');
    else renameSync(place, renamed);
    return await look();
  } finally {
    if (before) writeFileSync(place, before);
    else renameSync(renamed, place);
  }
}

/** Damages that no check objects to, to be built. */
const letThrough: Damage[] = [];

describe.each(Object.entries(KINDS))('%s', (_name, damageOf) => {
  test(
    `${String(EACH)} records are each refused with a code and a line, or let through`,
    { timeout: EACH * HANG_MS },
    async () => {
      let refused = 0;
      for (let seed = 1; seed <= EACH; seed += 1) {
        const damage = damageOf(new Chance(seed * 7919));
        const began = performance.now();
        const report = await withDamage(damage, () => checkContent(root, CHECK_TOOLS));
        expect(performance.now() - began, `seed ${String(seed)}`).toBeLessThan(HANG_MS);
        for (const { code, file, position, message } of report.issues) {
          expect(code).toMatch(/^[a-z0-9-]+$/);
          expect(file).toMatch(/^content\//);
          expect(position.line).toBeGreaterThan(0);
          expect(position.column).toBeGreaterThan(0);
          expect(message).not.toBe('');
        }
        if (report.isBroken) refused += 1;
        else letThrough.push(damage);
      }
      expect(refused).toBeGreaterThan(0);
    },
  );
});

test(
  'a site of records that were let through is built, and nothing is written elsewhere',
  { timeout: BUILDS * 300_000 },
  async () => {
    expect(letThrough.length).toBeGreaterThan(20);
    for (let round = 0; round < BUILDS; round += 1) {
      // One damage a file, a different one in each round, as far as all of them together are let through.
      const byFile = new Map(letThrough.filter((_, at) => at % BUILDS === round).map((one) => [one.file, one]));
      const copy = path.join(folder, `built-${String(round)}`);
      cpSync(root, copy, { recursive: true });
      let damaged = 0;
      for (const { file, content } of byFile.values()) {
        if (content === undefined) continue;
        const place = path.join(copy, 'content', file);
        const before = readFileSync(place);
        writeFileSync(place, content);
        if ((await checkContent(copy, CHECK_TOOLS)).isBroken) writeFileSync(place, before);
        else damaged += 1;
      }
      expect(damaged).toBeGreaterThan(3);
      mkdirSync(path.join(copy, 'made'));
      const before = filesOf(folder);
      const env = {
        CONTENT_ROOT: copy,
        OUT_DIR: path.join(copy, 'made/dist'),
        CACHE_DIR: path.join(copy, 'made/cache'),
      };
      const { ok, output } = await runProgram('node', ['scripts/build.ts'], env);
      expect(ok, output).toBe(true);
      const elsewhere = filesOf(folder).filter((file) => !file.startsWith(`built-${String(round)}/made/`));
      expect(elsewhere).toEqual(before);
    }
  },
);
