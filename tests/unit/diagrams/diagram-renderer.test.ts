import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDiagramRenderer, type DiagramRenderer } from '../../../scripts/lib/diagram-renderer.ts';

const GOLDEN = path.join(import.meta.dirname, 'golden');

let cacheDir: string;
let renderer: DiagramRenderer;
beforeAll(async () => {
  cacheDir = await mkdtemp(path.join(tmpdir(), 'diagrams-'));
  renderer = createDiagramRenderer({ cacheDir });
});
afterAll(async () => {
  await renderer.close();
  await rm(cacheDir, { recursive: true, force: true });
});

const mistakeIn = (source: string) => renderer.parseDiagram(source, 'en');

describe('drawing', () => {
  // Whole drawings, kept as files that a browser opens: what they should look like is for the eye to judge.
  test.each(['six-steps', 'exits', 'ticket', 'call', 'night'])('%s', async (name) => {
    const source = await readFile(path.join(GOLDEN, `${name}.mmd`), 'utf8');
    const figure = await renderer.renderDiagram({ source, lang: 'zh', id: name });
    const svg = /<svg.*<\/svg>/s.exec(figure)?.[0] ?? '';
    await expect(svg.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ')).toMatchFileSnapshot(
      `golden/${name}.svg`,
    );
  });

  test('the same twice, from the cache or not', async () => {
    const request = { source: 'flowchart TD\n accTitle: x\n a --> b', lang: 'zh' as const, id: 'd' };
    const [first, second] = await Promise.all([renderer.renderDiagram(request), renderer.renderDiagram(request)]);
    expect(second).toBe(first);
    const fresh = createDiagramRenderer({ cacheDir: path.join(cacheDir, 'other') });
    expect(await fresh.renderDiagram(request)).toBe(first);
    await fresh.close();
    expect((await readdir(cacheDir)).filter((file) => file.endsWith('.tmp'))).toEqual([]);
  });

  test('a fact with any sign in it is shown as it is', async () => {
    const source = 'flowchart TD\n accTitle: x\n a["#34;end#34; #91;x#93; #60;b#62; #35;1"] --> b';
    expect(await renderer.renderDiagram({ source, lang: 'en', id: 'd' })).toContain('&lt;b&gt; #1');
  });

  test('an address that would run a script is no link', async () => {
    const source = 'flowchart TD\n accTitle: x\n a --> b\n click a "javascript:alert(1)"';
    expect(await renderer.renderDiagram({ source, lang: 'en', id: 'd' })).not.toContain('href');
  });

  test('a page without Mermaid: a link is only what the source says', async () => {
    const figure = await renderer.renderDiagram({
      source: 'flowchart TD\n accTitle: x\n a --> b\n click a "#s"',
      lang: 'en',
      id: 'd',
    });
    expect(figure.match(/<a /g)).toHaveLength(1);
    expect(figure).not.toMatch(/script|mermaid/i);
  });
});

describe('mistakes', () => {
  test('none', async () => {
    expect(await mistakeIn('flowchart TD\n accTitle: x\n a --> b')).toBeUndefined();
  });

  test('syntax, at the line its author sees', async () => {
    expect(await mistakeIn('\nflowchart TD\n  %% a remark\n  accTitle: x\n\n  a --> b\n  b --> [oops\n  c --> d\n'))
      .toMatchInlineSnapshot(`
      {
        "code": "syntax",
        "hint": "Check the arrows (-->) and that brackets and quotes come in pairs; put text with punctuation in double quotes: a["text"].",
        "line": 7,
        "message": "Mermaid cannot read this line: b --> [oops",
      }
    `);
  });

  test('a reserved word', async () => {
    expect(await mistakeIn('flowchart TD\n accTitle: x\n start --> end')).toMatchInlineSnapshot(`
      {
        "code": "syntax",
        "hint": "Lower-case “end” is a reserved word of Mermaid and cannot be a name: choose another, or write ["end"].",
        "line": 3,
        "message": "Mermaid cannot read this line: start --> end",
      }
    `);
  });

  test('no title', async () => {
    expect(await mistakeIn('flowchart TD\n a --> b')).toMatchInlineSnapshot(`
      {
        "code": "no-title",
        "hint": "Add a line under the first one: accTitle: What this diagram shows",
        "line": 1,
        "message": "This diagram has no title.",
      }
    `);
  });

  test('nothing to draw', async () => {
    expect(await mistakeIn('\nflowchart TD\n accTitle: x')).toMatchObject({ code: 'empty', line: 2 });
  });

  test('an unknown class', async () => {
    expect(await mistakeIn('flowchart TD\n accTitle: x\n a:::loud --> b')).toMatchInlineSnapshot(`
      {
        "code": "unknown-class",
        "hint": "These exist: :::do, :::dont, :::accent, :::quiet.",
        "line": 3,
        "message": "There is no style called “loud”.",
      }
    `);
  });
});

test('an idle worker lets the process end', async () => {
  const script = `
    import { createDiagramRenderer } from '${new URL('../../../scripts/lib/diagram-renderer.ts', import.meta.url).href}';
    const { parseDiagram } = createDiagramRenderer({ cacheDir: ${JSON.stringify(path.join(cacheDir, 'idle'))} });
    console.log(await parseDiagram('flowchart TD\\n accTitle: x\\n a --> b'));
  `;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    timeout: 60_000,
  });
  expect(stdout.trim()).toBe('undefined');
}, 70_000);
