import { z } from 'zod';
import { curriculum } from '../model/curriculum.ts';
import { deck } from '../model/deck.ts';
import { glossary } from '../model/glossary.ts';
import { path } from '../model/path.ts';
import { site } from '../model/site.ts';
import { topic } from './registry.ts';

/** Each kind of record and the files that it describes. */
const RECORDS: Record<string, { schema: z.ZodType; files: string }> = {
  topic: { schema: topic, files: 'content/topics/*/*/topic.yaml' },
  deck: { schema: deck, files: 'content/decks/*.yaml' },
  path: { schema: path, files: 'content/paths/*.yaml' },
  site: { schema: site, files: 'content/site.yaml' },
  glossary: { schema: glossary, files: 'content/glossary.yaml' },
  curriculum: { schema: curriculum, files: 'content/curriculum.yaml' },
};

/**
 * What lets an editor complete and underline the records as they are typed, by file name below `.vscode/`: a JSON
 * Schema for each kind of record, and the settings that say which files each describes.
 */
export function editorFiles(): Map<string, string> {
  const schemas = Object.entries(RECORDS).map(([name, { schema }]): [string, unknown] => [
    `schemas/${name}.json`,
    // The editor's YAML extension understands draft 7 best; it checks what is typed, before defaults are filled in.
    z.toJSONSchema(schema, { target: 'draft-7', io: 'input', reused: 'ref' }),
  ]);
  const settings = {
    'yaml.schemas': Object.fromEntries(
      Object.entries(RECORDS).map(([name, { files }]) => [`./.vscode/schemas/${name}.json`, files]),
    ),
    'files.associations': { 'content/*.lock': 'yaml' },
    '[yaml]': { 'editor.tabSize': 2, 'editor.insertSpaces': true, 'editor.wordWrap': 'on' },
  };
  const files: [string, unknown][] = [...schemas, ['settings.json', settings]];
  return new Map(files.map(([name, data]) => [name, `${JSON.stringify(data, undefined, 2)}\n`]));
}
