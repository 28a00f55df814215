/** `npm run schemas`: writes what lets VS Code complete and underline the records, from the schemas in src/. */
import path from 'node:path';
import { editorFiles } from '../src/blocks/editor-files.ts';
import { writeFile } from './lib/write-file.ts';

for (const [name, text] of editorFiles()) {
  writeFile(path.join(process.cwd(), '.vscode', name), text);
  console.log(`.vscode/${name}`);
}
