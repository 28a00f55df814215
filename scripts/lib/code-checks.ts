import { programStage, type Step } from './stages.ts';

/** Lint, format, types and unused code; with `fix`, what can be mended by itself is. */
export function codeChecks(fix = false): Step[] {
  const lint = programStage('lint', 'eslint', '.', '--max-warnings=0', ...(fix ? ['--fix'] : []));
  const format = programStage('format', 'prettier', fix ? '--write' : '--check', '.', '--log-level=warn');
  const types = programStage(
    'types',
    'astro',
    'check',
    // The step before has made them.
    '--noSync',
    '--minimumFailingSeverity=warning',
    '--minimumSeverity=warning',
  );
  const unused = programStage('unused code', 'knip');
  // Two that mend files may not do so at the same time.
  return [
    programStage('generated types', 'astro', 'sync'),
    ...(fix
      ? [lint, format, types, unused]
      : [
          [lint, types],
          [format, unused],
        ]),
  ];
}
