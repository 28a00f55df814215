import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { threadId } from 'node:worker_threads';

/** Writes a file, and the folders it needs, all at once: whoever reads it meanwhile sees the old content or the new. */
export function writeFile(file: string, text: string | Uint8Array): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const made = `${file}.${String(process.pid)}-${String(threadId)}.tmp`;
  try {
    writeFileSync(made, text);
    renameSync(made, file);
  } catch (error) {
    rmSync(made, { force: true });
    throw error;
  }
}
