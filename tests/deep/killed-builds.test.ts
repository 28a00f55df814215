import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runProgram } from '../../scripts/lib/run-program.ts';
import { filesOf } from '../site/dist.ts';

/** What of a checkout is made, and not kept by git. */
const MADE = ['.astro', '.build', '.cache', '.git', 'dist', 'node_modules'];
const KILLS = 20;
/** A build on two busy cores, cold. */
const SLOWEST_BUILD_MS = 300_000;

let copy: string;
beforeAll(() => {
  mkdirSync('.cache', { recursive: true });
  copy = mkdtempSync(path.resolve('.cache/killed-'));
  for (const part of readdirSync('.').filter((name) => !MADE.includes(name))) {
    cpSync(part, path.join(copy, part), { recursive: true });
  }
  // The licences of packages are read where a checkout has them.
  symlinkSync(path.resolve('node_modules'), path.join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Every file of a site with what is in it; builds of the same records have the same bytes. */
function digestsOf(dist: string): string[] {
  return filesOf(dist).map(
    (file) =>
      `${file} ${createHash('sha256')
        .update(readFileSync(path.join(dist, file)))
        .digest('hex')}`,
  );
}

test(
  'a build killed at any moment leaves the served site whole, and the next one is clean',
  async () => {
    const build = () => runProgram('node', ['scripts/build.ts'], {}, copy);
    const first = await build();
    expect(first.ok, first.output).toBe(true);
    const dist = path.join(copy, 'dist');
    const whole = digestsOf(dist);
    // What the first one kept is there for all others.
    const { seconds } = await build();
    for (let kill = 0; kill < KILLS; kill += 1) {
      // Spread over the whole length of a build, its last moments too.
      const afterMs = ((kill + Math.random()) / KILLS) * seconds * 1000;
      const child = spawn('node', ['scripts/build.ts'], { cwd: copy, stdio: 'ignore' });
      await new Promise((resolve) => setTimeout(resolve, afterMs));
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null)
        await new Promise((resolve) => child.once('exit', resolve));
      expect(digestsOf(dist), `killed after ${afterMs.toFixed(0)} ms`).toEqual(whole);
    }
    const last = await build();
    expect(last.ok, last.output).toBe(true);
    expect(digestsOf(dist)).toEqual(whole);
  },
  (KILLS + 3) * SLOWEST_BUILD_MS,
);
