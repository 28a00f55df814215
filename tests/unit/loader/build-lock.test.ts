import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { BuildRunning, LOCK, lockBuild, lockFolders } from '../../../scripts/lib/build-lock.ts';

const freshFile = () => path.join(mkdtempSync(path.join(tmpdir(), 'pocketbook-')), 'lock');

test('a second build of the same folder is refused, and told who builds', () => {
  const file = freshFile();
  const unlock = lockBuild(file);
  expect(() => lockBuild(file)).toThrow(BuildRunning);
  expect(() => lockBuild(file)).toThrow(String(process.pid));
  unlock();
  expect(existsSync(file)).toBe(false);
});

test('what a killed build left behind does not stop the next one', () => {
  const file = freshFile();
  const gone = spawnSync(process.execPath, ['-e', '']).pid;
  for (const left of [String(gone), '', 'half a numb']) {
    writeFileSync(file, left);
    lockBuild(file)();
    writeFileSync(file, left);
    const unlock = lockBuild(file);
    expect(readFileSync(file, 'utf8')).toBe(String(process.pid));
    unlock();
  }
});

test('of several folders all are taken, or none', () => {
  const [own, shared] = [freshFile(), freshFile()].map((file) => path.dirname(file)) as [string, string];
  const unlock = lockFolders([shared]);
  expect(() => lockFolders([own, shared])).toThrow(BuildRunning);
  expect(existsSync(path.join(own, LOCK))).toBe(false);
  unlock();
  lockFolders([own, shared])();
  expect([own, shared].some((folder) => existsSync(path.join(folder, LOCK)))).toBe(false);
});
