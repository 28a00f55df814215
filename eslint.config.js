import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

/**
 * The direction of imports: model ← quiz, cards, diagrams, search, exporters, onboarding, pocket ← blocks, check ← links ←
 * components, client, pages, scripts. Each folder lists what it must not reach.
 */
const LAYERS = ['quiz', 'cards', 'diagrams', 'search', 'exporters', 'onboarding', 'pocket'];
const JOINED = ['blocks', 'check', 'links'];
const OUTER = ['components', 'client', 'pages'];
const FORBIDDEN = {
  i18n: [...LAYERS, ...JOINED, ...OUTER],
  model: [...LAYERS, ...JOINED, ...OUTER],
  ...Object.fromEntries(
    LAYERS.map((layer) => [layer, [...LAYERS.filter((other) => other !== layer), ...JOINED, ...OUTER]]),
  ),
  blocks: ['check', 'links', ...OUTER],
  check: ['links', ...OUTER],
  links: ['check', ...OUTER],
};
const PURE = Object.keys(FORBIDDEN);

const importsOf = (folder) => ({
  files: [`src/${folder}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^(\\.\\./)+(${FORBIDDEN[folder].join('|')})(/|$)`,
            message: `src/${folder} must not reach there: see the direction of imports in ARCHITECTURE.md.`,
          },
          { regex: '(^|/)scripts/', message: 'Only components, pages and scripts may read files.' },
          { regex: '^(node|astro):', message: 'This folder is pure: pass in what it needs.' },
          { regex: '\\.astro$', message: 'Pure folders join no page faces.' },
        ],
      },
    ],
  },
});

export default tseslint.config(
  { ignores: ['dist/', '.build/', '.cache/', '.astro/', 'tests/fixtures/', 'tests/golden/'] },
  js.configs.recommended,
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/dot-notation': 'off', // TypeScript itself asks for brackets on index signatures.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-misused-spread': 'off', // Code points are what text is measured and counted in here.
      eqeqeq: 'error',
    },
  },
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: { console: 'readonly', process: 'readonly' } } },
  ...astro.configs.recommended,
  {
    files: PURE.map((folder) => `src/${folder}/**/*.ts`),
    rules: {
      'no-console': 'error',
      'no-restricted-globals': [
        'error',
        ...['window', 'document', 'navigator', 'localStorage', 'sessionStorage', 'fetch', 'process', 'setTimeout'].map(
          (name) => ({ name, message: 'This folder is pure: pass in what it needs.' }),
        ),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Pass in a seed.' },
        { object: 'Date', property: 'now', message: 'Pass in the time.' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Pass in the time.' },
      ],
    },
  },
  ...PURE.map(importsOf),
  { files: ['tests/**/*.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
);
