import { readFileSync, rmSync, writeFileSync } from 'node:fs';

/** Thrown where another build of the same checkout is under way. */
export class BuildRunning extends Error {
  readonly pid: number;

  constructor(pid: number) {
    super(`process ${String(pid)} is building this site`);
    this.pid = pid;
  }
}

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
