import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import type { ExportTools } from '../../src/exporters/exporter.ts';
import { codeVersion } from './code-version.ts';
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
  const name = `player-${codeVersion(root, ['src', 'package-lock.json'])}.json`;
  const kept = keptFile(root, 'exports', name);
  if (kept) return JSON.parse(new TextDecoder().decode(kept)) as ExportTools['player'];
  const made = await makePlayer();
  keepFile(root, 'exports', name, JSON.stringify(made));
  return made;
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
