import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import type { ExportTools } from '../../src/exporters/exporter.ts';
import { hashText } from '../../src/model/hash-text.ts';
import { keepFile, keptFile } from './file-cache.ts';

const SRC = path.resolve('src');
const STYLES = ['tokens.css', 'button.css', 'quiz.css', 'story.css', 'package.css'];
/** What course systems show packages in, often years behind. */
const TARGET = 'es2022';

let player: Promise<ExportTools['player']> | undefined;

/**
 * The page that plays a package, made once a process and kept in `.cache/exports/` for the next one: everything in one
 * script and one stylesheet.
 */
export function loadPackagePlayer(): Promise<ExportTools['player']> {
  player ??= keptPlayer();
  return player;
}

async function keptPlayer(): Promise<ExportTools['player']> {
  const root = process.cwd();
  const name = `player-${hashText(sources(root))}.json`;
  const kept = keptFile(root, 'exports', name);
  if (kept) return JSON.parse(new TextDecoder().decode(kept)) as ExportTools['player'];
  const made = await makePlayer();
  keepFile(root, 'exports', name, JSON.stringify(made));
  return made;
}

/** Everything that the player may be made of. */
function sources(root: string): string {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(?:ts|js|json|css)$/.test(file),
  );
  return [...files.sort().map((file) => path.join(SRC, file)), path.join(root, 'package-lock.json')]
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
}

async function makePlayer(): Promise<ExportTools['player']> {
  const style = STYLES.map((file) => readFileSync(path.join(SRC, 'styles', file), 'utf8')).join('\n');
  const output = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: TARGET,
      lib: { entry: path.join(SRC, 'client/course/package-player.ts'), formats: ['iife'], name: 'player' },
    },
  });
  const [bundle] = [output].flat();
  if (!bundle || !('output' in bundle)) throw new Error('the player of packages was not built');
  return { script: bundle.output[0].code, style };
}
