import { runProgram } from './run-program.ts';
import type { Stage } from './stages.ts';

/** A program that the heavy runs read, serve or store our files with. */
interface ForeignProgram {
  name: string;
  /** How it is started to see whether it is there; by its name where nothing else is said. */
  program?: string;
  args: string[];
  /** What installs it on Debian. */
  install: string;
}

const PROGRAMS: readonly ForeignProgram[] = [
  { name: 'qpdf', args: ['--version'], install: 'apt-get install qpdf' },
  { name: 'pdftotext', args: ['-v'], install: 'apt-get install poppler-utils' },
  { name: 'nginx', args: ['-v'], install: 'apt-get install nginx-light' },
  { name: 'caddy', args: ['version'], install: 'apt-get install caddy' },
  {
    name: 's3rver',
    program: 'node',
    args: ['--eval', "require('./.cache/store/node_modules/@20minutes/s3rver')"],
    install: 'npm install --prefix .cache/store --no-save @20minutes/s3rver@5.0.0',
  },
  { name: 'wrk', args: ['-v'], install: 'apt-get install wrk' },
  { name: 'firefox-esr', args: ['--version'], install: 'apt-get install --no-install-recommends firefox-esr' },
  { name: 'ssconvert', args: ['--version'], install: 'apt-get install --no-install-recommends gnumeric' },
];

/** Names every program that the heavy runs lack, with the line that installs it. */
export function programsStage(): Stage {
  return {
    name: 'programs for the heavy runs',
    run: async () => {
      const runs = await Promise.all(PROGRAMS.map(({ name, program = name, args }) => runProgram(program, args)));
      // Some programs end with an error when asked for their version only.
      const missing = PROGRAMS.filter((_, index) => /ENOENT|MODULE_NOT_FOUND/.test(runs[index]?.output ?? ''));
      return {
        ok: missing.length === 0,
        output: missing.map(({ name, install }) => `${name} is missing: ${install}`).join('\n'),
        summary: PROGRAMS.map(({ name }) => name).join(', '),
      };
    },
  };
}
