import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runProgram } from '../../scripts/lib/run-program.ts';
import { DIST, filesOf } from '../site/dist.ts';

const PARTS = ['content', 'scripts', 'src', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'];
const KILLS = 8;
const LONGEST_MS = 24_000;

let copy: string;
beforeAll(() => {
  // Inside the checkout, so that the packages are found from there.
  mkdirSync('.cache', { recursive: true });
  copy = mkdtempSync(path.resolve('.cache/killed-'));
  for (const part of PARTS) cpSync(part, path.join(copy, part), { recursive: true });
  cpSync(DIST, path.join(copy, 'dist'), { recursive: true });
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

test(
  'a build killed at any moment leaves the served site whole, and the next one is clean',
  async () => {
    const before = filesOf(DIST);
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const child = spawn('node', ['scripts/build.ts'], { cwd: copy, stdio: 'ignore' });
      await new Promise((resolve) => setTimeout(resolve, (kill * LONGEST_MS) / KILLS));
      child.kill('SIGKILL');
      await new Promise((resolve) => child.once('exit', resolve));
      const dist = path.join(copy, 'dist');
      const page = readFileSync(path.join(dist, 'index.html'), 'utf8');
      expect(page, `killed after ${kill * (LONGEST_MS / KILLS)} ms`).toMatch(/<\/html>\s*$/);
      expect(filesOf(dist).length).toBe(before.length);
    }
    const last = await runProgram('node', [path.join(copy, 'scripts/build.ts')], {}, copy);
    expect(last.ok, last.output).toBe(true);
    expect(filesOf(path.join(copy, 'dist'))).toEqual(before);
  },
  KILLS * LONGEST_MS * 2,
);
