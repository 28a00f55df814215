import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

/** Names in backticks that are paths of this repository; placeholders such as `<topic>` and what a build makes are not. */
function pathsIn(text: string): string[] {
  return [...text.matchAll(/`([^`\s]+)`/g)]
    .map((match) => match[1] ?? '')
    .filter(
      (name) =>
        /^(content|src|scripts|tests|public|docs|\.vscode|\.ci)\//.test(name) ||
        /^[\w-]+\.(md|js|mjs|json)$/.test(name),
    )
    .filter((name) => !/[<>*{…]|^sw\.js$/.test(name));
}

describe.each(['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'docs/data.md', 'docs/hosting.md'])('%s', (file) => {
  const text = readFileSync(file, 'utf8');

  test('names only files that exist', () => {
    const missing = pathsIn(text).filter((name) => !existsSync(name));
    expect(missing).toEqual([]);
  });

  test('names only commands that exist', () => {
    const named = [...text.matchAll(/npm (?:run )?([a-z][\w:-]*)/g)].map((match) => match[1] ?? '');
    const known = new Set([...Object.keys(scripts), 'run', 'ci', 'install']);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });

  test('shows only pictures that exist', () => {
    const pictures = [...text.matchAll(/!\[[^\]]*\]\(([^)]+)\)|<img[^>]+src="([^"]+)"/g)].map(
      (m) => m[1] ?? m[2] ?? '',
    );
    expect(pictures.filter((name) => !existsSync(name))).toEqual([]);
  });
});
