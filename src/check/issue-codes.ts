import type { Issue } from '../model/issue.ts';

/**
 * Every code that an issue can carry, and whether it stops a build. The wording stands in `i18n/issues.<lang>.json`
 * under `<code>` or, where one code says different things in different places, under `<code>/<variant>`.
 */
export const ISSUE_CODES = {
  // The file itself.
  'missing-file': 'error',
  'not-utf8': 'error',
  'yaml-syntax': 'error',
  'duplicate-key': 'error',
  // The shape of a record.
  'unknown-key': 'error',
  'missing-key': 'error',
  'missing-language': 'error',
  'empty-text': 'error',
  'empty-alias': 'error',
  'wrong-type': 'error',
  'bad-value': 'error',
  'bad-id': 'error',
  'bad-date': 'error',
  // What a record says about itself and others.
  'duplicate-id': 'error',
  'duplicate-order': 'error',
  'dangling-reference': 'error',
  'unknown-face': 'error',
  'answer-key': 'error',
  'case-unreachable': 'error',
  'case-endless': 'error',
  'case-no-best': 'error',
  'case-two-ways': 'error',
  'duplicate-alias': 'error',
  'alias-claimed': 'error',
  'too-few-aliases': 'error',
  'asks-too-few': 'error',
  'asks-alike': 'error',
  'ask-claimed-twice': 'error',
  'name-not-first': 'error',
  'names-unasked': 'warning',
  'unknown-theme': 'error',
  'reserved-segment': 'error',
  'placeholder-address': 'warning',
  // The prose.
  'mdx-syntax': 'error',
  'frontmatter-in-mdx': 'error',
  'import-in-mdx': 'error',
  'expression-in-mdx': 'error',
  'unknown-component': 'error',
  'missing-block': 'error',
  'block-nested': 'error',
  'block-not-placed': 'error',
  'block-placed-twice': 'error',
  // Diagrams and cards.
  'diagram-title-missing': 'error',
  'bad-mermaid': 'error',
  'curves-missing': 'error',
  'card-overflow': 'error',
  'card-missing-glyph': 'error',
  'card-empty': 'error',
  'card-title-long': 'error',
  // How it is written.
  'placeholder-text': 'warning',
  'taboo-in-model': 'error',
  'banned-wording': 'error',
  'half-width-punctuation': 'error',
  'typed-space': 'error',
  'prose-long': 'warning',
  // The curriculum.
  'unknown-curriculum-id': 'error',
  'curriculum-covered-twice': 'warning',
  'curriculum-uncovered': 'error',
  // What has fallen behind.
  'review-overdue': 'warning',
  'short-behind': 'warning',
  'translation-behind': 'warning',
  'permalink-gone': 'error',
} as const satisfies Record<string, Issue['severity']>;
export type IssueCode = keyof typeof ISSUE_CODES;
