import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runProgram } from '../../scripts/lib/run-program.ts';
import { DIST, filesOf } from './dist.ts';

/** A build on two busy cores, for which nothing that an earlier one drew is used again. */
const BUILD_MS = 600_000;

// In every run another build has to agree in all that was not altered in it: see `one-record.test.ts`.
const testDeep = test.runIf(process.env['DEEP']);

testDeep('a second build of the same tree has the same bytes', { timeout: BUILD_MS }, async () => {
  const again = path.resolve('.cache/again/dist');
  for (const made of ['again', 'cards', 'diagrams', 'exports', 'papers']) {
    rmSync(path.join('.cache', made), { recursive: true, force: true });
  }
  const build = await runProgram('node', ['scripts/build.ts'], {
    OUT_DIR: again,
    CACHE_DIR: path.resolve('.cache/again/cache'),
  });
  expect(build.ok, build.output).toBe(true);
  expect(filesOf(again)).toEqual(filesOf(DIST));
  const different = filesOf(DIST).filter(
    (file) => !readFileSync(path.join(DIST, file)).equals(readFileSync(path.join(again, file))),
  );
  expect(different).toEqual([]);
});
