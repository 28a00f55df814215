import type { Prose, Records } from '../../blocks/records.ts';
import type { Issue } from '../../model/issue.ts';
import { LANGS } from '../../model/localized.ts';
import { issueAtPosition } from '../issue-at.ts';
import { isUnread } from '../known-topics.ts';
import type { MessageId, Value } from '../make-issue.ts';
import { nearest } from '../nearest.ts';
import { parseProse, type SyntaxFault } from '../prose/parse-prose.ts';

/** Prose that cannot be read, or that holds code, settings or tags where only Markdown and blocks belong. */
export function checkProseSyntax(records: Records): Issue[] {
  const all = [
    ...records.topics.flatMap((topic) => LANGS.map((lang) => topic.prose[lang])),
    ...(records.strayProse ?? []),
  ];
  return all.filter(({ file }) => !isUnread(records, file)).flatMap((prose) => checkProse(records, prose));
}

function checkProse(records: Records, prose: Prose): Issue[] {
  const { faults, frontmatter, imports, expressions, tags } = parseProse(prose);
  const write = (position: { line: number; column: number }, id: MessageId, values?: Record<string, Value>) =>
    issueAtPosition(records, prose.file, position, id, values);
  return [
    ...faults.map((fault) => write(fault.position, ...worded(fault))),
    ...(frontmatter ? [write(frontmatter, 'frontmatter-in-mdx')] : []),
    ...imports.map((position) => write(position, 'import-in-mdx')),
    ...expressions.map(({ code, position }) => write(position, 'expression-in-mdx', { code })),
    ...tags.map(({ name, position }) => write(position, tagMessage(name), { name })),
  ];
}

/** The wording for what the parser calls by rule and by the part of it that stumbled. */
function worded({ ruleId, source, reason, tag }: SyntaxFault): [MessageId, Record<string, Value>] {
  if (source.endsWith('esm')) return ['mdx-syntax/esm', {}];
  if (source.endsWith('mdx-expression')) return ['mdx-syntax/brace', {}];
  if (ruleId === 'unexpected-closing-slash') return ['mdx-syntax/closing', {}];
  if (tag !== undefined && tag !== '' && ['end-tag-mismatch', 'unexpected-eof'].includes(ruleId)) {
    return ['mdx-syntax/unclosed', { name: tag }];
  }
  if (ruleId === 'end-tag-mismatch') return ['mdx-syntax/closing', {}];
  if (source.endsWith('jsx'))
    return [reason.includes('attribute') ? 'mdx-syntax/attribute' : 'mdx-syntax/less-than', {}];
  return ['mdx-syntax/other', { detail: reason }];
}

function tagMessage(name: string): MessageId {
  if (nearest(name, ['Block']) !== undefined) return 'unknown-component/nearest';
  return /^[a-z][a-z0-9]*$/.test(name) ? 'unknown-component/html' : 'unknown-component';
}
