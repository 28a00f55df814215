import { runProgram } from './run-program.ts';
import type { Stage } from './stages.ts';

/** Programs that the heavy runs read our files with, and what installs each on Debian. */
const PROGRAMS = [
  { name: 'qpdf', args: ['--version'], install: 'apt-get install qpdf' },
  { name: 'pdftotext', args: ['-v'], install: 'apt-get install poppler-utils' },
];

/** Names every program that the heavy runs lack, with the line that installs it. */
export function programsStage(): Stage {
  return {
    name: 'programs for the heavy runs',
    run: async () => {
      const runs = await Promise.all(PROGRAMS.map(({ name, args }) => runProgram(name, args)));
      const missing = PROGRAMS.filter((_, index) => !runs[index]?.ok);
      return {
        ok: missing.length === 0,
        output: missing.map(({ name, install }) => `${name} is missing: ${install}`).join('\n'),
        summary: PROGRAMS.map(({ name }) => name).join(', '),
      };
    },
  };
}
