import type { AstroIntegration } from 'astro';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { contentPolicy, hostHeaders, inlineScripts, withPolicy } from '../../src/links/content-policy.ts';
import { writeFile } from './write-file.ts';

/** Puts into each page what it may load and run, and beside them the headers that a host should send. */
export function writeContentPolicy(): AstroIntegration {
  let base = '/';
  return {
    name: 'write-content-policy',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base;
      },
      'astro:build:done': ({ dir }) => {
        const root = fileURLToPath(dir);
        const hashes = new Set<string>();
        for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
          if (!name.endsWith('.html')) continue;
          const file = path.join(root, name);
          const html = readFileSync(file, 'utf8');
          const own = inlineScripts(html).map(hashOf);
          for (const hash of own) hashes.add(hash);
          writeFileSync(file, withPolicy(html, contentPolicy(own)));
        }
        for (const [name, text] of hostHeaders(contentPolicy(hashes), base.replace(/\/?$/, '/'))) {
          writeFile(path.join(root, name), text);
        }
      },
    },
  };
}

function hashOf(script: string): string {
  return `sha256-${createHash('sha256').update(script).digest('base64')}`;
}
