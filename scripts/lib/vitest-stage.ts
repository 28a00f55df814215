import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runProgram } from './run-program.ts';
import type { Stage } from './stages.ts';

/** What of Vitest's JSON report is read. */
interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: { name: string }[];
}

/** A stage that runs the tests that `asked` names, folders and options of Vitest, and counts what they found. No test at all is a failure. */
export function vitestStage(name: string, ...asked: string[]): Stage {
  return {
    name,
    run: async () => {
      const dir = mkdtempSync(path.join(tmpdir(), 'pocketbook-'));
      const file = path.join(dir, 'report.json');
      const args = ['run', ...asked, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
      const { ok, output } = await runProgram('vitest', args);
      try {
        const report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
        const { numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped } = report;
        const summary = `${String(passed)} of ${String(passed + failed)} tests in ${String(report.testResults.length)} files${
          skipped > 0 ? `, ${String(skipped)} skipped` : ''
        }`;
        return { ok: ok && passed > 0, output, summary, passed, failed };
      } catch {
        return { ok: false, output, summary: 'no report' };
      } finally {
        rmSync(dir, { recursive: true, force: true });
      }
    },
  };
}
