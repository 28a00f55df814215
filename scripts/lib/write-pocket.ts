import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import {
  addressOf,
  LIST_NAMES,
  listsOfFile,
  REVISION_DIGITS,
  type FileList,
  type ListedFile,
  type ListName,
} from '../../src/pocket/file-list.ts';
import { writeFile } from './write-file.ts';

const WORKER = 'src/client/pocket/worker.ts';
/** What a phone's browser understands that knows service workers. */
const TARGET = 'es2020';
/** The pages that stand in for pages that are not kept. */
const STAND_INS = ['pocket/offline/index.html', 'en/pocket/offline/index.html'];
/** Files that are compressed already go over the network as they are. */
const PACKED = /\.(?:pdf|png)$/;

/**
 * Writes what lets the site at `dist` be kept on a device: the lists of what belongs together, each file with its
 * revision and sizes, and the worker as `sw.js`. Both carry a version made of every file, so that equal sites have equal
 * ones and a page never takes a file of another build for its own.
 */
export async function writePocket(root: string, dist: string): Promise<void> {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(path.join(dist, file)).isFile())
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
  const hash = createHash('sha256');
  const lists = new Map(LIST_NAMES.map((name): [ListName, ListedFile[]] => [name, []]));
  for (const file of files) {
    const content = readFileSync(path.join(dist, file));
    hash.update(file).update(content);
    const names = listsOfFile(file);
    if (names.length === 0) continue;
    const wire = PACKED.test(file) ? content.length : gzipSync(content).length;
    for (const name of names) lists.get(name)?.push([addressOf(file), revisionOf(content), wire, content.length]);
  }
  const version = hash.digest('hex').slice(0, REVISION_DIGITS);
  for (const [name, listed] of lists) {
    const list: FileList = { version, files: listed };
    writeFile(path.join(dist, `pocket/${name}.json`), JSON.stringify(list));
  }
  const shell = shellOf(dist).map((file) => [addressOf(file), revisionOf(readFileSync(path.join(dist, file)))]);
  writeFile(path.join(dist, 'sw.js'), await bundleWorker(root, { version, shell }));
}

function revisionOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, REVISION_DIGITS);
}

/** The pages that stand in for others, with the styles and scripts that they load at once. */
function shellOf(dist: string): string[] {
  const found = new Set(STAND_INS);
  for (const file of found) {
    if (!/\.(?:html|js)$/.test(file)) continue;
    const text = readFileSync(path.join(dist, file), 'utf8');
    if (file.endsWith('.html')) {
      for (const [, name = ''] of text.matchAll(/(?:src|href)="[^"]*?(_astro\/[^"]+\.(?:js|css))"/g)) found.add(name);
    } else {
      for (const [, name = ''] of text.matchAll(/(?:^|[;\s}])(?:import|from)\s*["']\.\/([^"']+\.js)["']/g)) {
        found.add(`_astro/${name}`);
      }
    }
  }
  return [...found];
}

async function bundleWorker(root: string, made: { version: string; shell: string[][] }): Promise<string> {
  const output = await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define: { BUILD: JSON.stringify(made) },
    build: {
      write: false,
      target: TARGET,
      lib: { entry: path.join(root, WORKER), formats: ['iife'], name: 'worker' },
    },
  });
  const [bundle] = [output].flat();
  if (!bundle || !('output' in bundle)) throw new Error('the service worker was not built');
  return bundle.output[0].code;
}
