import { runProgram } from './run-program.ts';
import type { Stage } from './stages.ts';

/** Programs that the heavy runs read or serve our files with, and what installs each on Debian. */
const PROGRAMS = [
  { name: 'qpdf', args: ['--version'], install: 'apt-get install qpdf' },
  { name: 'pdftotext', args: ['-v'], install: 'apt-get install poppler-utils' },
  { name: 'nginx', args: ['-v'], install: 'apt-get install nginx-light' },
  { name: 'caddy', args: ['version'], install: 'apt-get install caddy' },
  { name: 'wrk', args: ['-v'], install: 'apt-get install wrk' },
  { name: 'firefox-esr', args: ['--version'], install: 'apt-get install --no-install-recommends firefox-esr' },
  { name: 'ssconvert', args: ['--version'], install: 'apt-get install --no-install-recommends gnumeric' },
];

/** Names every program that the heavy runs lack, with the line that installs it. */
export function programsStage(): Stage {
  return {
    name: 'programs for the heavy runs',
    run: async () => {
      const runs = await Promise.all(PROGRAMS.map(({ name, args }) => runProgram(name, args)));
      // Some programs end with an error when asked for their version only.
      const missing = PROGRAMS.filter((_, index) => runs[index]?.output.includes('ENOENT'));
      return {
        ok: missing.length === 0,
        output: missing.map(({ name, install }) => `${name} is missing: ${install}`).join('\n'),
        summary: PROGRAMS.map(({ name }) => name).join(', '),
      };
    },
  };
}
