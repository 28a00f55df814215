import { programStage, type Stage } from './stages.ts';

/** Lint, format, types and unused code; with `fix`, what can be mended by itself is. */
export function codeChecks(fix = false): Stage[] {
  return [
    programStage('generated types', 'astro', 'sync'),
    programStage('lint', 'eslint', '.', '--max-warnings=0', ...(fix ? ['--fix'] : [])),
    programStage('format', 'prettier', fix ? '--write' : '--check', '.', '--log-level=warn'),
    programStage('types', 'astro', 'check', '--minimumFailingSeverity=warning', '--minimumSeverity=warning'),
    programStage('unused code', 'knip'),
  ];
}
