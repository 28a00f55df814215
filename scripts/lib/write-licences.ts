import type { AstroIntegration } from 'astro';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { renderLicences, type ShippedPart } from '../../src/links/licences-text.ts';
import { writeFile } from './write-file.ts';

/** What the bundler tells of the packages in the site's scripts; no file of the site. */
const BUNDLED = 'licences-of-scripts.json';

/** What is shipped without being in a script, and the files of the package in which its notice stands. */
const CARRIED: readonly { name: string; notices: readonly string[]; licence?: string }[] = [
  // Styles and the frame of every page.
  { name: '@astrojs/starlight', notices: ['LICENSE'] },
  // The shapes of letters in what is printed and in pictures.
  { name: '@expo-google-fonts/noto-sans-sc', notices: ['LICENSE_FONT'], licence: 'OFL-1.1' },
  { name: 'lucide-static', notices: ['LICENSE'] },
  // What the search knows of characters.
  { name: 'opencc-js', notices: ['LICENSE', 'THIRD_PARTY_LICENSES.md'] },
  { name: 'pinyin-pro', notices: ['LICENSE'] },
];

/** What the bundler tells of a package, as far as the package says it. */
interface BundledPackage {
  name: string;
  version: string;
  identifier?: string;
  text?: string;
}

/** Asks for that list where the scripts for the browser are made; what runs in the build alone is not shipped. */
const listBundled: Plugin = {
  name: 'list-bundled',
  configEnvironment: (name) => (name === 'client' ? { build: { license: { fileName: BUNDLED } } } : undefined),
};

/** Puts `licences.txt` beside the pages: the notice of all that is shipped with the site and made by others. */
export function writeLicences(): AstroIntegration {
  return {
    name: 'write-licences',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [listBundled] } });
      },
      'astro:build:done': ({ dir }) => {
        const root = fileURLToPath(dir);
        const bundled = path.join(root, BUNDLED);
        const inScripts = JSON.parse(readFileSync(bundled, 'utf8')) as BundledPackage[];
        rmSync(bundled);
        const others = [
          ...inScripts.map(({ name, version, identifier = '', text = '' }) => ({
            name,
            version,
            licence: identifier,
            text,
          })),
          ...CARRIED.map(({ name, notices, licence }) => partAt(path.join('node_modules', name), notices, licence)),
        ];
        writeFile(path.join(root, 'licences.txt'), renderLicences(partAt('.', ['LICENSE']), others));
      },
    },
  };
}

/** The package in `folder` with the text of its notices; `licence` where only a part of it is shipped. */
function partAt(folder: string, notices: readonly string[], licence?: string): ShippedPart {
  const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');
  const { name, version, license } = JSON.parse(read('package.json')) as Record<'name' | 'version' | 'license', string>;
  return { name, version, licence: licence ?? license, text: notices.map((file) => read(file).trim()).join('\n\n') };
}
