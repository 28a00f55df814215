import { CORE_SCHEMA, load } from 'js-yaml';
import type { z } from 'zod';
import type { SourceFile } from '../blocks/records.ts';
import type { Issue } from '../model/issue.ts';
import type { Lang } from '../model/localized.ts';
import { makeIssue } from './make-issue.ts';
import { parseYaml, type ParsedYaml } from './shape/parse-yaml.ts';
import { salvage } from './shape/salvage.ts';
import { shapeIssues } from './shape/shape-issues.ts';
import { sortIssues } from './sort-issues.ts';

/** A YAML file, the schema it should have, and the language in which to say where it has not. */
export interface RecordSource<T> {
  file: string;
  source: string;
  schema: z.ZodType<T>;
  /** What takes the place of an unsound key of the file while the rest is checked. */
  standIns: Readonly<Record<string, unknown>>;
  lang: Lang;
}

/**
 * Reads one file of `content/`. Never throws: what is wrong comes back as issues. `record` holds what could be read,
 * with the names of what could not in `lost`; it is undefined when nothing could.
 */
export function parseRecord<T>({ file, source, schema, standIns, lang }: RecordSource<T>): {
  record: SourceFile<T> | undefined;
  issues: Issue[];
} {
  const sound = readSound(source, schema);
  if (sound !== undefined) return { record: { file, data: sound, locate: locateLater(source) }, issues: [] };

  const yaml = parseYaml(source);
  const issues = yaml.faults.map(({ message, position, values }) =>
    makeIssue(lang, message, { file, position }, values),
  );
  if (!yaml.usable) return { record: undefined, issues };

  const result = schema.safeParse(yaml.data);
  if (result.success) {
    return { record: { file, data: result.data, locate: yaml.locate }, issues };
  }
  // A slip in the YAML explains whatever is odd about the values on its line.
  const explained = new Set(yaml.faults.map(({ position }) => position.line));
  const shape = shapeIssues({ file, yaml, schema, lang }, result.error.issues);
  issues.push(...shape.filter(({ position }) => !explained.has(position.line)));

  const { data, lost } = salvage(schema, yaml.data, standIns);
  const record = data === undefined ? undefined : { file, data, lost, locate: yaml.locate };
  return { record, issues: sortIssues(issues) };
}

/**
 * The values of a file that has nothing wrong with it, else undefined. `yaml` can say where a mistake stands but takes
 * five times as long as `js-yaml`, and nearly every file is sound. One with anchors is left to `yaml`, which limits them.
 */
function readSound<T>(source: string, schema: z.ZodType<T>): T | undefined {
  if (/(?:^|[\s[{,])&\S/.test(source)) return undefined;
  try {
    const result = schema.safeParse(load(source, { schema: CORE_SCHEMA }));
    return result.success ? result.data : undefined;
  } catch {
    return undefined;
  }
}

function locateLater(source: string): ParsedYaml['locate'] {
  let yaml: ParsedYaml | undefined;
  return (path) => (yaml ??= parseYaml(source)).locate(path);
}
