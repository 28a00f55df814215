import { spawn } from 'node:child_process';

/** How a program ended, and all that it printed. */
export interface ProgramRun {
  ok: boolean;
  output: string;
  seconds: number;
}

/** Runs a program to its end; never throws. Both of its streams are kept in `output`, in the order they came. */
export function runProgram(
  program: string,
  args: string[],
  env: Record<string, string> = {},
  cwd = process.cwd(),
): Promise<ProgramRun> {
  const began = performance.now();
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const end = (ok: boolean) => {
      resolve({ ok, output: Buffer.concat(chunks).toString('utf8'), seconds: (performance.now() - began) / 1000 });
    };
    const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', (error) => {
      chunks.push(Buffer.from(error.message));
      end(false);
    });
    child.on('close', (code) => end(code === 0));
  });
}
