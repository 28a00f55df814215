import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runProgram } from '../../scripts/lib/run-program.ts';
import { DIST, filesOf } from './dist.ts';

/** A cold build of everything, on two busy cores. */
const BUILD_MS = 600_000;

test('a second build of the same tree has the same bytes', { timeout: BUILD_MS }, async () => {
  const again = path.resolve('.cache/again');
  const build = await runProgram('astro', ['build'], {
    NODE_ENV: 'production',
    OUT_DIR: again,
    CACHE_DIR: path.resolve('.cache/again-cache'),
  });
  expect(build.ok, build.output).toBe(true);
  expect(filesOf(again)).toEqual(filesOf(DIST));
  const different = filesOf(DIST).filter(
    (file) => !readFileSync(path.join(DIST, file)).equals(readFileSync(path.join(again, file))),
  );
  expect(different).toEqual([]);
});
