import { runProgram } from './run-program.ts';

/** One thing to be run and reported on: a program, or a function of our own. */
export interface Stage {
  name: string;
  run: () => Promise<StageResult>;
}

export interface StageResult {
  ok: boolean;
  /** Shown in full when the stage failed. */
  output: string;
  /** One line of what was looked at, such as “312 checks in 20 files”. */
  summary?: string;
  passed?: number;
  failed?: number;
}

export interface StageReport extends StageResult {
  name: string;
  seconds: number;
}

/** A stage that runs `program` from node_modules/.bin or the PATH. */
export function programStage(name: string, program: string, ...args: string[]): Stage {
  return { name, run: () => runProgram(program, args) };
}

/** One stage, or several that do not disturb each other. */
export type Step = Stage | readonly Stage[];

/** Runs steps one after another, the stages of one step side by side, with a line as each begins and ends; a failure does not stop the rest. */
export async function runStages(steps: readonly Step[]): Promise<StageReport[]> {
  const reports: StageReport[] = [];
  const count = steps.flat().length;
  let begun = 0;
  const runStage = async ({ name, run }: Stage) => {
    begun += 1;
    console.log(`[${String(begun)}/${String(count)}] ${name} …`);
    const began = performance.now();
    const result: StageResult = await run().catch((error: unknown) => ({ ok: false, output: String(error) }));
    const report: StageReport = { ...result, name, seconds: (performance.now() - began) / 1000 };
    if (!report.ok) console.log(report.output);
    const end = `${report.ok ? 'ok' : 'FAILED'} (${report.seconds.toFixed(1)} s) ${report.summary ?? ''}`;
    console.log(`      ${name}: ${end}`);
    return report;
  };
  for (const step of steps) reports.push(...(await Promise.all([step].flat().map(runStage))));
  return reports;
}

/** The reports as a table: stage, result, seconds, what was looked at. */
export function stageTable(reports: readonly StageReport[]): string {
  const width = Math.max(...reports.map(({ name }) => name.length));
  return reports
    .map(
      ({ name, ok, seconds, summary = '' }) =>
        `  ${ok ? '✓' : '✗'} ${name.padEnd(width)}  ${seconds.toFixed(1).padStart(6)} s  ${summary}`,
    )
    .join('\n');
}
