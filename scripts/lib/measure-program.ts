import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Metered } from './meter.ts';
import type { BuildReport } from './stage-clock.ts';

/** What one run of a program took. */
export interface Measured extends Metered {
  /** By the clock on the wall. */
  seconds: number;
  /** Its stages, where it tells them. */
  report: BuildReport | undefined;
}

export interface MeasuredProgram {
  /** Arguments of Node, the program first. */
  args: string[];
  cwd: string;
  env: Record<string, string>;
  /** A folder for what the program tells of itself. */
  scratch: string;
}

/**
 * Runs a program of Node and measures it.
 * @throws an Error with the end of its output, when it fails.
 */
export async function measureProgram({ args, cwd, env, scratch }: MeasuredProgram): Promise<Measured> {
  const [meterFile, reportFile] = ['meter.json', 'report.json'].map((name) => path.join(scratch, name)) as [
    string,
    string,
  ];
  for (const file of [meterFile, reportFile]) rmSync(file, { force: true });
  const meter = new URL('./meter.ts', import.meta.url).href;
  const began = performance.now();
  const output = await new Promise<string>((resolve, reject) => {
    const child = spawn(process.execPath, [...process.execArgv, '--import', meter, ...args], {
      cwd,
      env: { ...process.env, ...env, METER_FILE: meterFile, BUILD_REPORT: reportFile, ASTRO_TELEMETRY_DISABLED: '1' },
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (part: Buffer) => (text = (text + part.toString()).slice(-OUTPUT_KEPT)));
    }
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve(text);
      else reject(new Error(`${args.join(' ')} ended with code ${String(code)}:\n${text}`));
    });
  });
  const seconds = (performance.now() - began) / 1000;
  if (!existsSync(meterFile)) throw new Error(`${args.join(' ')} told nothing of itself:\n${output}`);
  return {
    seconds,
    ...(readJson(meterFile) as Metered),
    report: existsSync(reportFile) ? (readJson(reportFile) as BuildReport) : undefined,
  };
}

const OUTPUT_KEPT = 5000;

/** Files and bytes below a folder. */
export function sizeOf(folder: string): { files: number; bytes: number } {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = files.reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);
  return { files: files.length, bytes };
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
