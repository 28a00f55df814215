import type { SqlJsStatic } from 'sql.js';
import type { Lang } from '../model/localized.ts';
import type { Question, QuestionType } from '../model/question.ts';
import type { FallbackName } from './fallbacks.ts';

/** Questions of one language that are exported together, with what a file says about them. */
export interface Bank {
  /** A theme, a topic without its theme, or `all`: names the file. */
  id: string;
  lang: Lang;
  title: string;
  /** Name of the site, the author of every file. */
  site: string;
  /** Where the site stands, without a slash at the end; empty when it has no address. */
  address: string;
  /** CSS variables of its theme's hue; empty for the hue of the site. */
  hue: string;
  questions: readonly Question[];
  /** The topics that the questions belong to, in the site's order. */
  topics: readonly BankTopic[];
}

/** What an export says of a topic. */
export interface BankTopic {
  /** `<theme>/<topic>`. */
  id: string;
  title: string;
  theme: string;
  /** Date of the last review, `2026-11-20`: stands in files that need a time. */
  reviewed: string;
}

/** What an exporter cannot make by itself. */
export interface ExportTools {
  /** SQLite in memory. */
  sqlite: SqlJsStatic;
  /** SHA-1 of a text, in hexadecimal. */
  sha1: (text: string) => string;
  /** A workbook of one sheet; the first row is its head. */
  workbook: (sheet: Sheet) => Promise<Uint8Array>;
  /** A question as it is laid out before a reader; links go to pages below `address`. */
  show: (question: Question, address: string) => unknown;
  /** The page that plays a package in a course system: one script and one stylesheet, needing nothing else. */
  player: { script: string; style: string };
}

/** Rows of text, and how wide each column stands, in letters. */
export interface Sheet {
  name: string;
  widths: readonly number[];
  rows: readonly (readonly string[])[];
}

/** What is done with a type of question that a format cannot express. */
export type Fallbacks = Partial<Record<QuestionType, FallbackName>>;

/** The formats there are, as `--format` names them. */
type ExportFormat = 'xlsx' | 'text' | 'csv' | 'gift' | 'moodle' | 'qti' | 'scorm' | 'cmi5' | 'anki' | 'json';

/** One format: how its files are called, what it cannot express, and how a bank is written in it. */
export interface Exporter {
  format: ExportFormat;
  extension: string;
  mediaType: string;
  fallbacks: Fallbacks;
  /** The file's bytes: the same for the same bank and tools. `questions` are those of the bank after the fallbacks. */
  write: (bank: Bank, questions: readonly Question[], tools: ExportTools) => Uint8Array | Promise<Uint8Array>;
}

/** A file's name: `complaints.zh.gift.txt`. */
export function exportName({ extension }: Exporter, { id, lang }: Bank): string {
  return `${id}.${lang}.${extension}`;
}
