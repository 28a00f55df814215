import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { editorFiles } from '../../../src/blocks/editor-files.ts';

const VSCODE = path.join(import.meta.dirname, '../../../.vscode');

test('the files for the editor are as the schemas say; else run: npm run schemas', () => {
  for (const [name, text] of editorFiles())
    expect([name, readFileSync(path.join(VSCODE, name), 'utf8')]).toEqual([name, text]);
});

test('every schema is given to the files that it describes', () => {
  const settings = JSON.parse(readFileSync(path.join(VSCODE, 'settings.json'), 'utf8')) as Record<string, object>;
  const named = Object.keys(settings['yaml.schemas']!).map((file) => path.basename(file));
  expect(named.sort()).toEqual(readdirSync(path.join(VSCODE, 'schemas')).sort());
});
