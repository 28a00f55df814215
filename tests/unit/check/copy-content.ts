import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

const ASKS = /^asks:\n(?: .*\n)+/m;
const FIXTURES = path.join(import.meta.dirname, '../../fixtures');

/**
 * A folder of its own with the small sound `content/` of tests/fixtures/good, and over it the files of the named
 * fixture; `removed.txt` there lists the files to leave out. A topic of the fixture that names no asks gets those of
 * the sound one at its end, so that a fixture stays as short as its mistake. Gone when the test is.
 */
export function copyContent(fixture?: string): string {
  const root = mkdtempSync(path.join(tmpdir(), 'pocketbook-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  cpSync(path.join(FIXTURES, 'good'), root, { recursive: true });
  if (fixture === undefined) return root;

  const folder = path.join(FIXTURES, 'broken', fixture);
  const content = path.join(folder, 'content');
  if (existsSync(content)) {
    const asks = asksOfTopics(root);
    cpSync(content, path.join(root, 'content'), { recursive: true });
    for (const [file, text] of asks) if (!ASKS.test(readFileSync(file, 'utf8'))) appendFileSync(file, text);
  }
  const removed = path.join(folder, 'removed.txt');
  if (existsSync(removed)) {
    for (const file of readFileSync(removed, 'utf8').trim().split('\n')) rmSync(path.join(root, file));
  }
  return root;
}

/** The lines of each topic's asks, by its file. */
function asksOfTopics(root: string): [string, string][] {
  return readdirSync(path.join(root, 'content/topics'), { recursive: true, encoding: 'utf8' })
    .filter((name) => path.basename(name) === 'topic.yaml')
    .map((name) => path.join(root, 'content/topics', name))
    .map((file) => [file, ASKS.exec(readFileSync(file, 'utf8'))?.[0] ?? '']);
}
