import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

const FIXTURES = path.join(import.meta.dirname, '../../fixtures');

/**
 * A folder of its own with the small sound `content/` of tests/fixtures/good, and over it the files of the named
 * fixture; `removed.txt` there lists the files to leave out. Gone when the test is.
 */
export function copyContent(fixture?: string): string {
  const root = mkdtempSync(path.join(tmpdir(), 'pocketbook-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  cpSync(path.join(FIXTURES, 'good'), root, { recursive: true });
  if (fixture === undefined) return root;

  const folder = path.join(FIXTURES, 'broken', fixture);
  const content = path.join(folder, 'content');
  if (existsSync(content)) cpSync(content, path.join(root, 'content'), { recursive: true });
  const removed = path.join(folder, 'removed.txt');
  if (existsSync(removed)) {
    for (const file of readFileSync(removed, 'utf8').trim().split('\n')) rmSync(path.join(root, file));
  }
  return root;
}
