import type { z } from 'zod';
import type { Issue } from '../../model/issue.ts';
import { LANGS, type Lang } from '../../model/localized.ts';
import { day } from '../../model/topic.ts';
import { makeIssue, type MessageId, type Thing, type Value } from '../make-issue.ts';
import { nearest } from '../nearest.ts';
import type { ParsedYaml } from './parse-yaml.ts';
import { allowedKeysAt } from './schema-at.ts';
import { isContainer, valueAt } from './value-at.ts';

type ZodIssue = z.core.$ZodIssue;
type Path = (string | number)[];

/** What is needed to say where a record departs from its schema. */
export interface ShapeContext {
  file: string;
  yaml: ParsedYaml;
  schema: z.core.$ZodType;
  lang: Lang;
}

/** Every way in which a file's values depart from its schema, worded for the person who wrote the file. */
export function shapeIssues(context: ShapeContext, found: readonly ZodIssue[]): Issue[] {
  const flat = found.flatMap((issue) => flatten(issue, context.yaml.data));
  const meant = new Set<string>();
  // Misspelt keys come first, so that the key which was meant is not also reported as missing.
  const unknown = flat.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? unknownKeys(context, issue, meant) : [],
  );
  const rest = flat.flatMap((issue) =>
    issue.code === 'unrecognized_keys' || meant.has(JSON.stringify(issue.path)) ? [] : [describe(context, issue)],
  );
  return [...unknown, ...rest];
}

/** Of a value that fits none of several shapes, the complaints of the shape that it was most likely meant to have. */
function flatten(issue: ZodIssue, data: unknown, base: PropertyKey[] = []): ZodIssue[] {
  const path = [...base, ...issue.path];
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const isList = Array.isArray(valueAt(data, path));
    const fitsList = (branch: readonly ZodIssue[]) =>
      !branch.some(({ path: inner, code }) => inner.length === 0 && ['invalid_type', 'invalid_value'].includes(code));
    const branch = isList
      ? issue.errors.find(fitsList)
      : issue.errors.find((errors) => errors.some(({ code }) => code === 'invalid_value'));
    return (branch ?? issue.errors[0] ?? []).flatMap((inner) => flatten(inner, data, path));
  }
  if (issue.code === 'invalid_key' || issue.code === 'invalid_element') {
    return issue.issues.flatMap((inner) => flatten(inner, data, path));
  }
  return [{ ...issue, path }];
}

function unknownKeys(context: ShapeContext, issue: z.core.$ZodIssueUnrecognizedKeys, meant: Set<string>): Issue[] {
  const { yaml, schema } = context;
  const path = issue.path as Path;
  const allowed = allowedKeysAt(schema, yaml.data, path);
  const holder = valueAt(yaml.data, path);
  const present = isContainer(holder) ? Object.keys(holder) : [];
  const place = (key: string) => ({ file: context.file, position: yaml.locateKey([...path, key]) });

  const [piece] =
    isLocalized(allowed) && isContainer(holder) ? issue.keys.filter((key) => isPiece(key, holder[key])) : [];
  if (piece !== undefined && isContainer(holder)) {
    return [makeIssue(context.lang, 'unknown-key/comma', place(piece), { key: piece, fixed: mended(holder, piece) })];
  }
  return issue.keys.map((key) => {
    const free = allowed.filter((candidate) => !present.includes(candidate));
    const close = nearest(key, free) ?? (isLocalized(allowed) && free.length === 1 ? free[0] : undefined);
    if (close === undefined) return makeIssue(context.lang, 'unknown-key', place(key), { key, allowed });
    meant.add(JSON.stringify([...path, close]));
    return makeIssue(context.lang, 'unknown-key/nearest', place(key), { key, nearest: close });
  });
}

/** True for a key that is the rest of a text: it says nothing of its own, or is no single word. */
function isPiece(key: string, value: unknown): boolean {
  return value === null || !/^[\w-]+$/.test(key);
}

/** The text that a comma cut into a value and stray keys, put together again and quoted: `en: 'Yes, sure'`. */
function mended(holder: Record<PropertyKey, unknown>, firstPiece: string): string {
  const keys = Object.keys(holder);
  const languages: readonly string[] = LANGS;
  const cut = keys.indexOf(firstPiece);
  const lang =
    keys.slice(0, cut).findLast((key) => languages.includes(key)) ?? keys.find((key) => languages.includes(key));
  const after = keys.slice(cut);
  const end = after.findIndex((key) => languages.includes(key));
  const pieces = after.slice(0, end === -1 ? undefined : end).map((key) => {
    const value = holder[key];
    return value === null ? key : `${key}: ${plain(value)}`;
  });
  const whole = [plain(holder[lang ?? '']), ...pieces].join(', ');
  return `${lang ?? ''}: '${whole.replaceAll("'", "''")}'`;
}

function describe(context: ShapeContext, issue: ZodIssue): Issue {
  const { yaml, schema, lang, file } = context;
  const path = issue.path as Path;
  const value = valueAt(yaml.data, path);
  const key = path.findLast((part) => typeof part === 'string') ?? '';
  const last = path.at(-1);
  const holderPath = path.slice(0, -1);
  const write = (id: MessageId, values: Record<string, Value> = {}) =>
    makeIssue(lang, id, { file, position: yaml.locate(path) }, { key, value: plain(value), ...values });

  const inLanguages = isLocalized(allowedKeysAt(schema, yaml.data, holderPath)) && isLang(last);
  const isBlank = value === null || value === undefined || value === '' || (typeof value === 'string' && !value.trim());
  if (isBlank && inLanguages) return write('missing-language', { language: { thing: last }, lang: last });
  if (isBlank && path[0] === 'aliases' && typeof last === 'number') return write('empty-alias');
  if (value === undefined) return write('missing-key');

  switch (issue.code) {
    case 'invalid_type': {
      if (path.at(-1) === 'reviewed') return badDate(write, value);
      const expected = thingOf(issue.expected);
      if (expected === 'text') {
        if (value === null) return write('empty-text');
        return write(isContainer(value) ? 'wrong-type/text-block' : 'wrong-type/text', { actual: actual(value) });
      }
      if (isLocalized(allowedKeysAt(schema, yaml.data, path))) {
        return write('wrong-type/localized', {
          actual: actual(value),
          value: value === null || isContainer(value) ? '…' : plain(value),
        });
      }
      return write('wrong-type/other', { expected: { thing: expected }, actual: actual(value) });
    }
    case 'too_small':
      if (issue.origin === 'string') return write('empty-text');
      if (issue.origin === 'array')
        return write('bad-value/too-few', { limit: String(issue.minimum), count: count(value) });
      return write('bad-value/too-small', { limit: String(issue.minimum) });
    case 'too_big':
      if (issue.origin === 'string') return write('bad-value/too-long', { limit: String(issue.maximum) });
      if (issue.origin === 'array')
        return write('bad-value/too-many', { limit: String(issue.maximum), count: count(value) });
      return write('bad-value/too-big', { limit: String(issue.maximum) });
    case 'invalid_format':
      if (issue.format === 'date') return badDate(write, value);
      if (issue.format === 'url') return write('bad-value/url');
      if (issue.format === 'regex') return badId(write, plain(value), issue.pattern ?? '');
      return write('bad-value/other');
    case 'invalid_value':
      return badChoice(write, plain(value), issue.values.map(String));
    case 'invalid_union':
      return badChoice(write, plain(value), optionsOf(issue));
    default:
      return write('bad-value/other');
  }
}

/** The values that tell the shapes of a union apart; zod gives them, though its type does not say so. */
function optionsOf(issue: z.core.$ZodIssueInvalidUnion): string[] {
  const { options } = issue as { options?: readonly unknown[] };
  return (options ?? []).map(String);
}

type Write = (id: MessageId, values?: Record<string, Value>) => Issue;

function badChoice(write: Write, value: string, allowed: string[]): Issue {
  const close = nearest(value, allowed);
  if (close === undefined) return write('bad-value/one-of', { allowed });
  return write('bad-value/nearest', { nearest: close, allowed });
}

function badDate(write: Write, value: unknown): Issue {
  const parts = /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?$/.exec(plain(value).trim());
  const [year = '', month = '', date = ''] = parts?.slice(1) ?? [];
  const offered = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return parts && day.safeParse(offered).success ? write('bad-date/nearest', { nearest: offered }) : write('bad-date');
}

function badId(write: Write, value: string, pattern: string): Issue {
  const parts = pattern.split('\\/').length;
  if (parts === 2) return write('bad-id/topic');
  if (parts === 3) return write('bad-id/card');
  const offered = value
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[\s_.-]+/g, '-')
    .replace(/^-|-$/g, '');
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(offered) ? write('bad-id/nearest', { nearest: offered }) : write('bad-id');
}

function thingOf(expected: string): Thing {
  if (expected === 'string') return 'text';
  if (expected === 'int') return 'integer';
  if (expected === 'array') return 'list';
  if (expected === 'number' || expected === 'boolean') return expected;
  return 'map';
}

function actual(value: unknown): { thing: Thing } {
  if (value === null) return { thing: 'nothing' };
  if (Array.isArray(value)) return { thing: 'list' };
  if (typeof value === 'object') return { thing: 'map' };
  if (typeof value === 'number') return { thing: 'number' };
  return { thing: typeof value === 'boolean' ? 'boolean' : 'text' };
}

function plain(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return value === null || value === undefined ? '' : '…';
}

function count(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}

function isLocalized(keys: readonly string[]): boolean {
  return keys.length === LANGS.length && LANGS.every((lang) => keys.includes(lang));
}

function isLang(part: unknown): part is Lang {
  return LANGS.some((lang) => lang === part);
}
