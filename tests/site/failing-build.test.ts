import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runProgram } from '../../scripts/lib/run-program.ts';

const PARTS = ['content', 'scripts', 'src', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'];

test('a broken record stops the build, says where, and leaves the last good site', async () => {
  const copy = mkdtempSync(path.join(tmpdir(), 'pocketbook-'));
  for (const part of PARTS) cpSync(part, path.join(copy, part), { recursive: true });
  // Cards laid out before need not be again: none of them is what fails.
  for (const shared of ['node_modules', '.cache']) symlinkSync(path.resolve(shared), path.join(copy, shared));
  mkdirSync(path.join(copy, 'dist'));
  writeFileSync(path.join(copy, 'dist/index.html'), 'the last good site');

  const file = path.join(copy, 'content/topics/complaints/six-steps/topic.yaml');
  const lines = readFileSync(file, 'utf8').split('\n');
  const line = lines.findIndex((text) => text.startsWith('reviewed: '));
  lines[line] = 'reviewed: 2026/11/20';
  writeFileSync(file, lines.join('\n'));

  const build = await runProgram('node', ['scripts/build.ts'], {}, copy);
  expect(build.ok).toBe(false);
  expect(build.output).toContain(`content/topics/complaints/six-steps/topic.yaml:${String(line + 1)}:`);
  expect(build.output).toContain('bad-date');
  expect(build.output).toContain('2026-11-20');
  expect(readFileSync(path.join(copy, 'dist/index.html'), 'utf8')).toBe('the last good site');
});
