import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Thrown where another build of the same checkout is under way. */
export class BuildRunning extends Error {
  readonly pid: number;

  constructor(pid: number) {
    super(`process ${String(pid)} is building this site`);
    this.pid = pid;
  }
}

/** The name of the file that a build takes in a folder which is its own meanwhile. */
export const LOCK = 'lock';

/**
 * Takes `file` for this process, so that two builds do not write into each other's folders. One left by a process that
 * is no more is taken over.
 * @returns what gives the lock back.
 * @throws BuildRunning when a living process holds it.
 */
export function lockBuild(file: string): () => void {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const holder = Number(readFileSync(file, 'utf8'));
    if (isAlive(holder)) throw new BuildRunning(holder);
    rmSync(file, { force: true });
    return lockBuild(file);
  }
  return () => rmSync(file, { force: true });
}

/** Takes a file `lock` in each of `folders`, all of them or none; otherwise as `lockBuild`. */
export function lockFolders(folders: readonly string[]): () => void {
  const unlocks: (() => void)[] = [];
  const unlock = () => unlocks.forEach((giveBack) => giveBack());
  try {
    for (const folder of folders) {
      mkdirSync(folder, { recursive: true });
      unlocks.push(lockBuild(path.join(folder, LOCK)));
    }
  } catch (error) {
    unlock();
    throw error;
  }
  return unlock;
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process may not be asked, but it lives.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
