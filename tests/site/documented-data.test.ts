import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runProgram } from '../../scripts/lib/run-program.ts';
import { serveSite, type SiteServer } from '../../scripts/lib/serve-site.ts';
import { API_SHAPES, schemaPath } from '../../src/links/api-shapes.ts';
import { DIST } from './dist.ts';

const ORIGIN = 'https://pocketbook.example.com';
/** What is read, and the address from which its links start. */
const DOCUMENTS = [
  ['docs/data.md', '/'],
  ['content/pages/data.zh.md', '/about/data/'],
  ['content/pages/data.en.md', '/en/about/data/'],
] as const;

/** What says how large or how old something is: an example need not be mended whenever that changes. */
const MEASURED = new Set(['minutes', 'bytes', 'pages', 'version', 'zh', 'en', 'position']);

interface Example {
  language: string;
  text: string;
}

interface Section {
  title: string;
  /** The files of the site that it names, the one that it is about first: `/api/topics.json`; pages end in a slash. */
  files: string[];
  text: string;
  examples: Example[];
}

/** The sections of a document that have an example. */
function sectionsOf(document: string, address: string): Section[] {
  const parts = readFileSync(document, 'utf8').split(/^## /m).slice(1);
  return parts.flatMap((text) => {
    const examples = [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language = '', example = '']) => ({
      language,
      text: example,
    }));
    const named = [...text.matchAll(/`(\/?\w[\w./-]*)`(?:\]\(([^)]+)\))?/g)].map(
      ([, name = '', target]) => target ?? `/${name}`,
    );
    const files = named.map((name) => new URL(name.replace(/^\/+/, '/'), ORIGIN + address).pathname).filter(isThere);
    return examples.length === 0 ? [] : [{ title: text.split('\n')[0] ?? '', files, text, examples }];
  });
}

const placeOf = (file: string) => path.join(DIST, file, file.endsWith('/') ? 'index.html' : '');
const isThere = (file: string) => /\.\w+$/.test(placeOf(file)) && existsSync(placeOf(file));
const read = (file: string) => readFileSync(placeOf(file), 'utf8');

/** The data of a JSON file, or that in the head of a page. */
function dataOf(file: string): unknown {
  if (!file.endsWith('/')) return JSON.parse(read(file));
  return JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(read(file))?.[1] ?? '');
}

type Entry = Record<string, unknown>;
const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A card has the same id in both languages. */
const nameOf = ({ id, lang }: Entry) => JSON.stringify([id, lang]);

/**
 * Where an example says something else than the file, as lines. An example may leave out entries of a list and keys of an
 * entry, in their order, and may break off a text with `…`.
 */
function differences(example: unknown, real: unknown, at = ''): string[] {
  if (Array.isArray(example) && Array.isArray(real)) {
    let next = 0;
    return example.flatMap((part, index) => {
      const found = real.findIndex((other: unknown, place) => place >= next && differences(part, other).length === 0);
      if (found >= 0) {
        next = found + 1;
        return [];
      }
      const like = (real as unknown[])
        .slice(next)
        .find((other) => isEntry(part) && isEntry(other) && nameOf(part) === nameOf(other));
      const place = `${at}/${String(index)}`;
      return like === undefined
        ? [`${place}: ${JSON.stringify(part)} does not follow`]
        : differences(part, like, place);
    });
  }
  if (isEntry(example) && isEntry(real)) {
    return Object.entries(example).flatMap(([key, part]) => {
      const other = real[key];
      const isMeasure = MEASURED.has(key) && typeof part !== 'object' && typeof part === typeof other;
      return isMeasure && (typeof part === 'number' || key === 'version')
        ? []
        : differences(part, other, `${at}/${key}`);
    });
  }
  if (typeof example === 'string' && typeof real === 'string' && example.endsWith('…')) {
    if (real.startsWith(example.slice(0, -1))) return [];
  }
  return example === real ? [] : [`${at}: ${JSON.stringify(example)} is ${JSON.stringify(real)} in the file`];
}

/** A text without what only lays it out, so that an example may be broken into lines. */
function squeeze(text: string): string {
  return text
    .replace(/\s*\/>/g, '>')
    .replace(/>\s+</g, '><')
    .replace(/\s+/g, ' ')
    .trim();
}

describe.each(DOCUMENTS)('%s', (document, address) => {
  const sections = sectionsOf(document, address);

  test('has an example for every shape, and says where the shape is', () => {
    for (const shape of API_SHAPES) {
      const section = sections.find(({ files }) => shape.files.some((name) => files[0] === `/api/${name}`));
      expect(section?.examples[0]?.language, shape.name).toBe('json');
      expect(section?.text).toContain(schemaPath(shape).slice(1));
      for (const name of shape.files) expect(section?.text).toContain(`api/${name}`);
    }
  });

  test.each(sections)('$title: the examples stand in the files', ({ files, examples }) => {
    for (const { language, text } of examples) {
      if (language === 'json') {
        expect(differences(JSON.parse(text), dataOf(files[0] ?? ''))).toEqual([]);
      } else if (language !== 'js') {
        const parts = text.split('…').map(squeeze);
        const isIn = (file: string) => parts.every((part) => squeeze(read(file)).includes(part));
        expect(files.filter(isIn), text).not.toEqual([]);
      }
    }
  });
});

test('an example that is not true is found, with its place', () => {
  const real = [
    { id: 'a', title: { zh: '一', en: 'One' }, steps: [1, 2] },
    { id: 'b', title: { zh: '二', en: 'Two' }, minutes: 5 },
  ];
  expect(differences([{ id: 'b', minutes: 9 }], real)).toEqual([]);
  expect(differences([{ id: 'a', title: { en: 'O…' } }, { id: 'b' }], real)).toEqual([]);
  expect(differences([{ id: 'a', title: { en: 'Zwei' } }], real)).toEqual(['/0/title/en: "Zwei" is "One" in the file']);
  expect(differences([{ id: 'b' }, { id: 'a' }], real)).not.toEqual([]);
  expect(differences([{ id: 'a', steps: [3] }], real)).not.toEqual([]);
  expect(differences([{ id: 'b', minutes: 'five' }], real)).not.toEqual([]);
});

describe('the programs in docs/data.md', () => {
  let site: SiteServer;
  beforeAll(async () => {
    site = await serveSite(DIST, 0);
  });
  afterAll(() => site.close());

  const programs = sectionsOf('docs/data.md', '/').flatMap(({ title, examples }) =>
    examples.filter(({ language }) => language === 'js').map(({ text }) => [title, text] as const),
  );

  test.each(programs)('%s: runs as it stands and prints something', async (_title, program) => {
    expect(program).toContain(ORIGIN);
    const here = program.replaceAll(ORIGIN, site.url);
    const { ok, output } = await runProgram('node', ['--input-type=module', '--eval', here]);
    expect(ok, output).toBe(true);
    expect(output.trim()).not.toBe('');
  });
});
